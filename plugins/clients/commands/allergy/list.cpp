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
        {.key = "substance", .title = "Substance"},
        {.key = "kind", .title = "Kind"},
        {.key = "reaction", .title = "Reaction"},
        {.key = "severity", .title = "Severity"},
        {.key = "uuid", .title = "UUID", .machine_only = true}};
    for (const auto& row : clients::allergies_of(session.db(), client.id)) {
        table.rows.push_back(
            {row.number, row.substance, row.kind, row.reaction, row.severity, row.uuid}
        );
    }
    table.when_empty = clients::why_empty(session, client.id, "allergy");
    return table;
}

} // namespace

CommandSpec allergy_list_command() {
    return command<Args>({
        .summary = "list a client's allergies and intolerances",
        .examples = {"praxis allergy list maria"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
