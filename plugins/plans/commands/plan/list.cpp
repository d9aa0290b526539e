// SPDX-License-Identifier: MIT
#include "plan/clients_of.hpp"
#include "plan/plan_queries.hpp"
#include "plan/progress.hpp"

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
    given.option(&Args::client, "client", "CLIENT", "only this client's plans");
    given.flag(&Args::all, "all", "closed plans too");
}

Table empty_table() {
    return {
        .columns =
            {{"id", "Id"},
             {"client", "Client"},
             {"client_name", "Name"},
             {"complaint", "Complaint", Align::left, true},
             {"state", "State"},
             {"phase", "Phase"},
             {"session", "Session"},
             {"frequency", "Frequency"},
             {"next_visit", "Next visit"},
             {"review_due", "Re-assess"},
             {"began_at", "Began", Align::left, true},
             {"uuid", "UUID", Align::left, true}},
        .rows = {},
        .when_empty = "no plan: praxis plan new CLIENT --relief \"6 every 1 to 2 weeks\""};
}

Table::Row row_of(const Plan& plan, const std::string& name, const PlanProgress& progress) {
    const bool closed = plan.state == "closed";
    const auto& phase = phase_of(plan);
    const auto day = [&](const std::optional<Date>& date) {
        return date && !closed ? Value{date->iso()} : Value{};
    };
    return make_row(
        plan.id.str(),
        plan.client.str(),
        name,
        plan.complaint.str(),
        plan.state,
        phase.name,
        closed ? Value{} : Value{counter_text(progress)},
        phase.frequency ? Value{frequency_text(*phase.frequency)} : Value{},
        day(progress.next_visit),
        day(progress.review_due),
        plan.began.iso(),
        plan.uuid
    );
}

Result run(Session& session, const Args& args) {
    PlanFilter filter;
    filter.closed_too = args.all;
    auto& directory = session.get<clients::Directory>();
    if (args.client) {
        filter.client = directory.get(session, *args.client).id;
    }
    const auto plans = all_plans(session.db(), filter);
    const auto names = directory.full_names(session, clients_of(plans));
    const auto rules = load_rules(session);
    auto table = empty_table();
    auto name = names.begin();
    for (const auto& plan : plans) {
        const auto sessions = sessions_of(session.db(), plan);
        table.rows.push_back(
            row_of(plan, *name++, progress_of(plan, sessions, rules, session.today()))
        );
    }
    return table;
}

} // namespace

CommandSpec plan_list_command() {
    return command<Args>({
        .summary = "list plans, oldest first",
        .examples = {"praxis plan list", "praxis plan list --client maria --all"},
        .exits = {{Exit::not_found, "there is no such client"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
