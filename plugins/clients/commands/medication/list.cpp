// SPDX-License-Identifier: MIT
#include "health_commands.hpp"

namespace praxis {
namespace {

struct Args {
    std::string client;
    bool all = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.flag(&Args::all, "all", "also medication that is no longer taken");
}

Result run(Session& session, const Args& args) {
    const auto client = clients::get_client(session, args.client).id;
    auto rows = clients::Medications::all(session.db(), client);
    const bool is_empty = rows.empty();
    std::erase_if(rows, [&](const auto& row) {
        return !args.all && !clients::is_current(row, session.today());
    });
    auto table = clients::list_rows(
        session,
        client,
        rows,
        {{.key = "name", .title = "Medication"},
         {.key = "dose", .title = "Dose"},
         {.key = "reason", .title = "For"},
         {.key = "kind", .title = "Kind"},
         {.key = "since", .title = "Since"},
         {.key = "until", .title = "Until"}}
    );
    if (!is_empty && !clients::find_none_known(session.db(), client, "medication")) {
        table.when_empty = client.str() +
                           ": no current medication on record; praxis medication list " +
                           client.str() + " --all shows earlier medication";
    }
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
