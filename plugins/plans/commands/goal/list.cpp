// SPDX-License-Identifier: MIT
#include "goal/goal.hpp"
#include "plan/clients_of.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

using namespace plans;

struct Args {
    std::optional<std::string> client;
    bool all = false;
};

void options(Options<Args>& given) {
    given.option(&Args::client, "client", "CLIENT", "only this client's goals");
    given.flag(&Args::all, "all", "goals that were reached or dropped, too");
}

Table empty_table() {
    return {
        .columns =
            {{"id", "Id"},
             {"client", "Client"},
             {"client_name", "Name"},
             {"complaint", "Complaint"},
             {"text", "Goal"},
             {"measure", "Measure"},
             {"unit", "Unit"},
             {"baseline", "Start", Align::right},
             {"now", "Now", Align::right},
             {"target", "Target", Align::right},
             {"due_on", "By"},
             {"state", "State"},
             {"ended_on", "Ended", Align::left, true},
             {"uuid", "UUID", Align::left, true}},
        .rows = {},
        .when_empty = "no goal: praxis goal add CLIENT \"sit through a working day\""};
}

Value number_value(const std::optional<double>& number) {
    if (!number) {
        return {};
    }
    const auto whole = static_cast<std::int64_t>(*number);
    return static_cast<double>(whole) == *number ? Value{whole} : Value{*number};
}

Table::Row row_of(Session& session, const Goal& goal, const std::string& name) {
    const auto now = present_value(session, goal);
    return make_row(
        goal.id.str(),
        goal.client.str(),
        name,
        goal.complaint.str(),
        goal.text,
        goal.measure,
        goal.unit,
        number_value(goal.baseline),
        now ? number_value(now->value) : Value{},
        number_value(goal.target),
        goal.due_on ? Value{goal.due_on->iso()} : Value{},
        goal.state,
        goal.ended_on ? Value{goal.ended_on->iso()} : Value{},
        goal.uuid
    );
}

Result run(Session& session, const Args& args) {
    GoalFilter filter;
    filter.ended_too = args.all;
    auto& directory = session.get<clients::Directory>();
    if (args.client) {
        filter.client = directory.get(session, *args.client).id;
    }
    const auto goals = all_goals(session.db(), filter);
    const auto names = directory.full_names(session, clients_of(goals));
    auto table = empty_table();
    auto name = names.begin();
    for (const auto& goal : goals) {
        table.rows.push_back(row_of(session, goal, *name++));
    }
    return table;
}

} // namespace

CommandSpec goal_list_command() {
    return command<Args>({
        .summary = "list goals with their start, present value and target",
        .examples = {"praxis goal list", "praxis goal list --client maria --all"},
        .exits = {{Exit::not_found, "there is no such client"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
