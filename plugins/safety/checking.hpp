// SPDX-License-Identifier: MIT
/// Runs all checks and compares their concerns with the overrides on record.
#pragma once
#include "override.hpp"

#include <praxis/safety/check.hpp>
#include <praxis/session.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::safety {

struct CheckedConcern {
    Concern concern;
    std::optional<Override> overridden = {}; // of a stop: the newest that covers it
    std::optional<Override> outdated = {};   // of a stop: one that covered it before new findings
    std::vector<std::string> open_regions = {}; // of a stop: regions of work without an override
};

struct CheckResult {
    std::vector<CheckedConcern> concerns; // the most severe first, then by technique
    std::vector<Unavailable> unavailable;
};

/// A stop without a technique applies to each technique of the question.
/// errors  PluginError when a check reports a stop without a rule, or the plugin's own rules are
///         missing
/// leave_out  the name of a check that is not run; empty: all are
CheckResult run_checks(Session& session, const Question& question, std::string_view leave_out = {});

/// The concerns about the work of the question, each stop with the overrides on record.
std::vector<CheckedConcern> compare_with_overrides(
    SQLite::Database& db, std::vector<Concern> concerns, const Question& question
);

/// "on 2026-11-20, until 2026-12-31: Dr. Kim agrees"
std::string describe_override(const Override& made);

/// Whether the concern is about some of that work: "full-back" includes the lower back.
bool is_about(const Concern& concern, const std::vector<Work>& work);

/// "stop", "no-consent", "avoid-area", "not-asked", "caution": for machines, and in signed notes.
std::string_view weight_id(Weight weight);

/// "stop", "no consent", "avoid this area", "not asked", "caution": for people.
std::string_view weight_name(Weight weight);

/// Whether it forbids the work: a stop without an override, missing consent, or a question that the
/// client was not asked.
bool forbids_work(const CheckedConcern& checked);

/// The command that overrides a stop for the work of the question.
/// note  a stored draft that contains an entry behind the stop
std::string override_command(
    ClientId client,
    const CheckedConcern& stop,
    Date from,
    std::optional<NoteId> note = std::nullopt
);

/// The commands that record missing answers, each once.
std::vector<std::string> fixes_for(const std::vector<CheckedConcern>& concerns);

/// The check that applies the rules of all plugins (soap.reasons/1).
Check rules_check();

} // namespace praxis::safety
