// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "health_queries.hpp"
#include "options/health_options.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string client;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
}

Result run(Session& session, const Args& args) {
    const auto client = clients::get_client(session, args.client);
    Table table;
    table.columns = {
        {.key = "number", .title = "No.", .align = Align::right},
        {.key = "name", .title = "Condition"},
        {.key = "code", .title = "Code"},
        {.key = "status", .title = "Status"},
        {.key = "since", .title = "Since"},
        {.key = "until", .title = "Until"},
        {.key = "diagnosed_by", .title = "Diagnosed by"},
        {.key = "note", .title = "Note"},
        {.key = "uuid", .title = "UUID", .machine_only = true}};
    for (const auto& row : clients::conditions_of(session.db(), client.id)) {
        table.rows.push_back(
            {row.number,
             row.name,
             row.code,
             row.status,
             row.since,
             row.until,
             row.diagnosed_by,
             row.note,
             row.uuid}
        );
    }
    table.when_empty = clients::why_empty(session, client.id, "condition");
    return table;
}

} // namespace

CommandSpec condition_list_command() {
    return command<Args>({
        .summary = "list a client's pre-existing conditions",
        .examples = {"praxis condition list maria"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
