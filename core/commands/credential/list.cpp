// SPDX-License-Identifier: MIT
#include "session/credentials.hpp"
#include "session/people.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::optional<std::string> user;
    std::optional<Date> since;
};

void options(Options<Args>& options) {
    options.option(&Args::user, "user", "USER", "only this user's");
    options.option(
        &Args::since, "since", "DATE", "count hours of education from that day; default: all"
    );
}

Value date_or_null(const std::optional<Date>& date) {
    return date ? Value{date->iso()} : Value{};
}

std::vector<User> users_of(Session& session, const Args& args) {
    return args.user ? std::vector{get_user(session.db(), *args.user)} : all_users(session.db());
}

bool counts(const Credential& credential, const std::optional<Date>& since) {
    return credential.hours && (!since || (credential.from && *credential.from >= *since));
}

void report_hours(Session& session, const User& user, double hours, const Args& args) {
    if (hours > 0) {
        session.report(
            user.id.str() + " has " + Value{hours}.plain() + " hours of education" +
            (args.since ? " since " + args.since->iso() : "")
        );
    }
}

Result run(Session& session, const Args& args) {
    Table table;
    table.columns = {
        {"user", "user"},
        {"name", "name"},
        {"kind", "kind"},
        {"credential", "credential"},
        {"from", "from"},
        {"until", "until"},
        {"hours", "hours", Align::right}};
    table.when_empty = "nothing recorded: praxis credential add --kind licence --name \"...\"";
    for (const auto& user : users_of(session, args)) {
        double hours = 0;
        for (const auto& each : credentials_of(session.db(), user.id)) {
            hours += counts(each, args.since) ? *each.hours : 0;
            table.rows.push_back(
                {user.id.str(),
                 user.name,
                 each.kind,
                 each.name,
                 date_or_null(each.from),
                 date_or_null(each.until),
                 each.hours ? Value{*each.hours} : Value{}}
            );
        }
        report_hours(session, user, hours, args);
    }
    return table;
}

} // namespace

CommandSpec credential_list_command() {
    return command<Args>({
        .summary = "list licences, insurance and education with their ends",
        .examples = {"praxis credential list", "praxis credential list --since 2025-09-01"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
