// SPDX-License-Identifier: MIT
#include "plan/plan_options.hpp"

#include "plan/plan_queries.hpp"
#include "plan/rules.hpp"
#include "plan/technique_line.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <charconv>

namespace praxis::plans {
namespace {

constexpr int most_sessions = 200;
constexpr int most_minutes = 600;

/// The number at the beginning, which leaves the text without "sessions" and a comma.
std::optional<int> take_sessions(std::string& text) {
    int sessions = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), sessions);
    if (read.ec != std::errc{}) {
        return std::nullopt;
    }
    auto rest = trim(std::string_view{read.ptr, text.data() + text.size()});
    if (fold(rest).starts_with("times ") || fold(rest).starts_with("time ")) {
        return std::nullopt; // "3 times a week" is a frequency
    }
    for (const auto* word : {"sessions", "session", "x", ","}) {
        if (rest.starts_with(word)) {
            rest = trim(std::string_view{rest}.substr(std::string_view{word}.size()));
        }
    }
    text = rest;
    return sessions;
}

Phase* find_phase(Plan& plan, const std::string& name) {
    const auto phase = std::find_if(plan.phases.begin(), plan.phases.end(), [&](const auto& one) {
        return one.name == name;
    });
    return phase == plan.phases.end() ? nullptr : &*phase;
}

void remove_phase(Plan& plan, const std::string& name) {
    const auto* phase = find_phase(plan, name);
    if (phase == nullptr) {
        return;
    }
    if (phase->began) {
        throw Refused(
            "the phase " + name + " has begun, so it stays in the plan",
            "praxis plan edit " + plan.id.str() + " --" + name + " \"6 every 2 weeks\" changes it"
        );
    }
    std::erase_if(plan.phases, [&](const auto& one) { return one.name == name; });
}

void set_phase(Plan& plan, const std::string& name, const std::string& text) {
    if (trim(text).empty()) {
        remove_phase(plan, name);
        return;
    }
    auto given = read_phase_option(name, text);
    if (auto* phase = find_phase(plan, name)) {
        phase->sessions = given.sessions;
        phase->frequency = given.frequency;
        return;
    }
    plan.phases.push_back(std::move(given));
    const auto& names = phase_names();
    std::sort(plan.phases.begin(), plan.phases.end(), [&](const auto& left, const auto& right) {
        return std::find(names.begin(), names.end(), left.name) <
               std::find(names.begin(), names.end(), right.name);
    });
}

SharedCare read_other(Session& session, const std::string& text) {
    const auto colon = text.find(':');
    SharedCare other;
    other.who = professional_named(session, trim(text.substr(0, colon)));
    if (other.who.empty()) {
        throw UsageError(
            "--with names nobody", "write it as --with \"Ana Kim, chiropractor: spinal alignment\""
        );
    }
    if (colon != std::string::npos) {
        other.part = trim(text.substr(colon + 1));
    }
    return other;
}

void set_techniques(
    Session& session, const std::vector<std::string>& given, std::vector<TechniqueLine>& lines
) {
    if (given.empty()) {
        return;
    }
    const auto rules = load_rules(session);
    lines.clear();
    for (const auto& text : given) {
        if (!trim(text).empty()) {
            lines.push_back(read_technique_line(session, rules, trim(text)));
        }
    }
}

void set_minutes(std::optional<int> given, Plan& plan) {
    if (!given) {
        return;
    }
    if (*given < 1 || *given > most_minutes) {
        throw UsageError("--minutes takes a number from 1 to " + std::to_string(most_minutes));
    }
    plan.session_length = Minutes{*given};
}

/// The minutes of the techniques are part of the session.
void check_minutes(const Plan& plan) {
    Minutes sum{0};
    for (const auto& line : plan.techniques) {
        sum += line.length.value_or(Minutes{0});
    }
    if (plan.session_length && sum > *plan.session_length) {
        throw Refused(
            "the techniques take " + std::to_string(sum.count()) +
                " minutes, longer than the session of " +
                std::to_string(plan.session_length->count()),
            "give a longer --minutes, or fewer minutes in --technique"
        );
    }
}

} // namespace

Phase read_phase_option(const std::string& name, const std::string& text) {
    Phase phase;
    phase.name = name;
    auto rest = trim(text);
    phase.sessions = take_sessions(rest);
    const bool is_in_range =
        !phase.sessions || (*phase.sessions >= 1 && *phase.sessions <= most_sessions);
    if (is_in_range && !rest.empty()) {
        phase.frequency = read_frequency(rest);
    }
    if (!is_in_range || (!rest.empty() && !phase.frequency) ||
        (!phase.sessions && !phase.frequency)) {
        throw UsageError(
            "--" + name + " \"" + text + "\" is not a number of sessions and a frequency",
            "write it as --" + name +
                " \"6 every 1 to 2 weeks\", \"4 weekly\", \"8 twice a week\" or \"every month\""
        );
    }
    return phase;
}

bool has_phases(const PhaseOptions& given) {
    return given.relief || given.correction || given.maintenance;
}

bool has_changes(const PlanOptions& given) {
    return has_phases(given) || !given.techniques.empty() || !given.others.empty() ||
           given.minutes || given.review_on || given.remark;
}

void apply_phases(const PhaseOptions& given, Plan& plan) {
    const auto apply = [&](const char* name, const OptionText& text) {
        if (text) {
            set_phase(plan, name, *text);
        }
    };
    apply("relief", given.relief);
    apply("correction", given.correction);
    apply("maintenance", given.maintenance);
}

void apply_options(Session& session, const PlanOptions& given, Plan& plan) {
    apply_phases(given, plan);
    set_techniques(session, given.techniques, plan.techniques);
    set_minutes(given.minutes, plan);
    check_minutes(plan);
    if (!given.others.empty()) {
        plan.shared_care.clear();
        for (const auto& other : given.others) {
            if (!trim(other).empty()) {
                plan.shared_care.push_back(read_other(session, other));
            }
        }
    }
    set_day(session, plan.review_on, given.review_on, "--review-on");
    if (given.review_on) {
        check_is_ahead(session, plan.review_on, "--review-on");
    }
    set_text(plan.remark, given.remark);
}

std::string professional_named(Session& session, const std::string& who) {
    const auto id = ProviderId::parse(who);
    if (!id) {
        return who;
    }
    const auto name = find_provider_name(session.db(), *id);
    return name ? *name : who;
}

} // namespace praxis::plans
