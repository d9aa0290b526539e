// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "health_queries.hpp"
#include "options/health_options.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string client;
    bool all = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.flag(&Args::all, "all", "also what is no longer taken");
}

Result run(Session& session, const Args& args) {
    const auto client = clients::get_client(session, args.client);
    Table table;
    table.columns = {
        {.key = "number", .title = "No.", .align = Align::right},
        {.key = "name", .title = "Medication"},
        {.key = "dose", .title = "Dose"},
        {.key = "reason", .title = "For"},
        {.key = "kind", .title = "Kind"},
        {.key = "since", .title = "Since"},
        {.key = "until", .title = "Until"},
        {.key = "uuid", .title = "UUID", .machine_only = true}};
    const auto all = clients::medications_of(session.db(), client.id);
    for (const auto& row : all) {
        if (!args.all && !clients::is_taken(row, session.today())) {
            continue;
        }
        table.rows.push_back(
            {row.number,
             row.name,
             row.dose,
             row.reason,
             row.kind,
             row.since,
             clients::day_value(row.until),
             row.uuid}
        );
    }
    table.when_empty =
        all.empty() || clients::find_none_known(session.db(), client.id, "medication")
            ? clients::why_empty(session, client.id, "medication")
            : client.id.str() + ": none taken at present, as far as recorded: praxis medication " +
                  "list " + client.id.str() + " --all shows the earlier ones";
    return table;
}

} // namespace

CommandSpec medication_list_command() {
    return command<Args>({
        .summary = "list the medication a client takes",
        .examples = {"praxis medication list maria", "praxis medication list maria --all"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
