// SPDX-License-Identifier: MIT
/// The options that `plan new`, `plan edit` and `plan review` share.
#pragma once
#include "plan/option_text.hpp"
#include "plan/plan.hpp"

#include <praxis/command.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::plans {

/// The phases with their sessions and frequency: "6 sessions, every 1 to 2 weeks".
struct PhaseOptions {
    OptionText relief;
    OptionText correction;
    OptionText maintenance;
};

struct PlanOptions : PhaseOptions {
    std::vector<std::string> techniques;
    std::vector<std::string> others; // shared care: "WHO: PART"
    std::optional<int> minutes;
    OptionText review_on;
    OptionText remark;
};

template <class Args> void add_phase_options(Options<Args>& given) {
    using Text = OptionText Args::*;
    given.option(
        Text{&Args::relief}, "relief", "PHASE", "the first phase: \"6 every 1 to 2 weeks\""
    );
    given.option(
        Text{&Args::correction}, "correction", "PHASE", "the second phase: \"4 every 3 weeks\""
    );
    given.option(
        Text{&Args::maintenance}, "maintenance", "PHASE", "the third phase: \"every 6 weeks\""
    );
}

template <class Args> void add_plan_options(Options<Args>& given) {
    using Texts = std::vector<std::string> Args::*;
    using Text = OptionText Args::*;
    using Number = std::optional<int> Args::*;
    add_phase_options(given);
    given
        .option(
            Texts{&Args::techniques},
            "technique",
            "LINE",
            "a technique and its purpose: \"deep-tissue 35 min for tension\""
        )
        .letter('t');
    given.option(Number{&Args::minutes}, "minutes", "MINUTES", "the length of a session");
    given.option(Texts{&Args::others}, "with", "WHO: PART", "another professional and their part");
    given.option(Text{&Args::review_on}, "review-on", "DATE", "re-assess the plan on that day");
    given.option(Text{&Args::remark}, "remark", "TEXT", "a remark about the plan");
}

bool has_phases(const PhaseOptions& given);
bool has_changes(const PlanOptions& given);

/// Sets the numbers of the phases that were given; adds those that the plan lacks, in their order.
/// An empty text removes a phase that has not begun.
/// errors  UsageError: not a phase; Refused: the phase has begun
void apply_phases(const PhaseOptions& given, Plan& plan);

/// Changes the plan. --technique and --with replace the whole list; one empty text clears it.
/// errors  UsageError, Refused, NotFound naming the option
void apply_options(Session& session, const PlanOptions& given, Plan& plan);

/// "6", "6 sessions", "6 every 1 to 2 weeks", "6 sessions, weekly", "every month"
/// errors  UsageError naming the option
Phase read_phase_option(const std::string& name, const std::string& text);

/// The provider with that id, when the plugin `referrals` has one; otherwise the text.
std::string professional_named(Session& session, const std::string& who);

} // namespace praxis::plans
