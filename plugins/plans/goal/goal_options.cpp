// SPDX-License-Identifier: MIT
#include "goal/goal_options.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

namespace praxis::plans {
namespace {

/// "pain" and "stress" in any case are those of the notes, with the unit of the notes.
void take_measure_of_notes(Goal& goal) {
    const auto measure = fold(goal.measure.value_or(""));
    if (measure != "pain" && measure != "stress") {
        return;
    }
    goal.measure = measure;
    goal.unit = goal.unit ? goal.unit : std::optional<std::string>{"of 10"};
}

void check_values(const Goal& goal) {
    if (!goal.measure && (goal.baseline || goal.target || !goal.readings.empty())) {
        throw Refused(
            "--from and --target need a measure", "give --measure \"sitting without a break\""
        );
    }
    if (goal.baseline && goal.target && *goal.baseline == *goal.target) {
        throw Refused(
            "--from and --target are the same value, so nothing is left to reach",
            "give another --target"
        );
    }
}

} // namespace

bool has_changes(const GoalOptions& given) {
    return given.measure || given.unit || given.from || given.target || given.by || given.remark;
}

void apply_options(Session& session, const GoalOptions& given, Goal& goal) {
    set_text(goal.measure, given.measure);
    set_text(goal.unit, given.unit);
    take_measure_of_notes(goal);
    set_number(goal.baseline, given.from, "--from");
    set_number(goal.target, given.target, "--target");
    set_day(session, goal.due_on, given.by, "--by");
    if (given.by) {
        check_is_ahead(session, goal.due_on, "--by");
    }
    set_text(goal.remark, given.remark);
    check_values(goal);
}

} // namespace praxis::plans
