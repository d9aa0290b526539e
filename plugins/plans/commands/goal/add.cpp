// SPDX-License-Identifier: MIT
#include "goal/goal_options.hpp"
#include "plan/complaint.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

using namespace plans;

struct Args : GoalOptions {
    std::string client;
    std::string text;
    std::optional<std::string> complaint;
};

void options(Options<Args>& given) {
    given.argument(&Args::client, "CLIENT", "id or name, or the id of the complaint");
    given.argument(&Args::text, "GOAL", "what the client wants to be able to do");
    given.option(&Args::complaint, "complaint", "ID", "default: the only open complaint");
    add_goal_options(given);
}

Result run(Session& session, const Args& args) {
    const auto complaint = complaint_named(session, args.client, args.complaint);
    Goal goal;
    goal.uuid = session.new_uuid();
    goal.client = complaint.client;
    goal.complaint = complaint.id;
    goal.text = trim(args.text);
    if (goal.text.empty()) {
        throw UsageError("the goal is empty", "name what the client wants to be able to do");
    }
    goal.created = session.civil_now();
    apply_options(session, args, goal);
    goal.id = insert_goal(session.db(), goal);
    return Message{goal.id.str(), goal_value(goal)};
}

} // namespace

CommandSpec goal_add_command() {
    return command<Args>({
        .summary = "add a goal to a complaint",
        .examples =
            {"praxis goal add maria \"sit through a working day\" "
             "--measure \"sitting without a break\" --unit minutes --from 20 --target 60 "
             "--by \"in 8 weeks\"",
             "praxis goal add CO-0001 \"less pain in the morning\" --measure pain --from 7 "
             "--target 3"},
        .exits = {{Exit::refused, "the complaint is closed, or a value has no measure"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
