// SPDX-License-Identifier: MIT
#include "goal/goal_options.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

using namespace plans;

struct Args : GoalOptions {
    std::string goal;
    std::optional<std::string> text;
    std::optional<std::string> now;
    std::optional<Date> on;
    std::optional<std::string> state;
};

void options(Options<Args>& given) {
    given.argument(&Args::goal, "GOAL", "id of the goal, such as G-0001");
    given.option(&Args::now, "now", "NUMBER", "record the value as it is now");
    given.option(&Args::on, "on", "DATE", "the day of --now or --state; default: today");
    given.option(&Args::state, "state", "STATE", "whether it was reached")
        .choices({"open", "reached", "dropped"});
    given.option(&Args::text, "text", "TEXT", "what the client wants to be able to do");
    add_goal_options(given);
}

void set_text(const Args& args, Goal& goal) {
    if (!args.text) {
        return;
    }
    goal.text = trim(*args.text);
    if (goal.text.empty()) {
        throw UsageError("--text is empty", "praxis goal edit GOAL --state dropped ends a goal");
    }
}

Date day_of(Session& session, const Args& args) {
    const auto day = args.on.value_or(session.today());
    if (day > session.today()) {
        throw Refused("--on " + day.iso() + " is in the future");
    }
    return day;
}

void add_reading(Session& session, const Args& args, Goal& goal) {
    std::optional<double> value;
    plans::set_number(value, args.now, "--now");
    if (!value) {
        return;
    }
    if (!goal.measure) {
        throw Refused(
            goal.id.str() + " has no measure",
            "praxis goal edit " + goal.id.str() + " --measure \"...\" --now " + number_text(*value)
        );
    }
    if (is_of_notes(goal)) {
        throw Refused(
            goal.id.str() + " takes its values from the notes",
            "praxis note list --client " + goal.client.str()
        );
    }
    const auto day = day_of(session, args);
    std::erase_if(goal.readings, [&](const auto& known) { return known.on == day; });
    goal.readings.push_back({day, *value, session.user().name});
    std::sort(goal.readings.begin(), goal.readings.end(), [](const auto& left, const auto& right) {
        return left.on < right.on;
    });
}

void set_state(Session& session, const Args& args, Goal& goal) {
    if (!args.state) {
        return;
    }
    goal.state = *args.state;
    goal.ended_on = goal.state == "open" ? std::nullopt : std::optional{day_of(session, args)};
}

/// Whether the newest value is at the target.
bool reaches_target(const Goal& goal) {
    return !goal.readings.empty() && is_at_target(goal, goal.readings.back().value).value_or(false);
}

void report_target(Session& session, const Args& args, const Goal& goal) {
    if (args.now && goal.state == "open" && reaches_target(goal)) {
        session.report(
            "the target of " + number_text(*goal.target) + " is reached: praxis goal edit " +
            goal.id.str() + " --state reached"
        );
    }
}

Result run(Session& session, const Args& args) {
    auto goal = get_goal(session, args.goal);
    if (!has_changes(args) && !args.text && !args.now && !args.state) {
        throw UsageError(
            "nothing to change: give --now, --state or another option", "praxis help goal edit"
        );
    }
    set_text(args, goal);
    apply_options(session, args, goal);
    add_reading(session, args, goal);
    set_state(session, args, goal);
    update_goal(session.db(), goal);
    report_target(session, args, goal);
    return Message{goal.id.str(), goal_value(goal)};
}

} // namespace

CommandSpec goal_edit_command() {
    return command<Args>({
        .summary = "change a goal, record its present value, or end it",
        .details = "--now adds a value; a second value of the same day replaces the first. An "
                   "empty text clears a field.",
        .examples =
            {"praxis goal edit G-0001 --now 35",
             "praxis goal edit G-0001 --state reached",
             "praxis goal edit G-0002 --measure \"walking\" --unit minutes --from 10 --target 45"},
        .exits = {{Exit::refused, "a value has no measure, or is taken from the notes"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
