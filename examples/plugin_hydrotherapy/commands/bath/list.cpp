// SPDX-License-Identifier: MIT
#include "bath_queries.hpp"

#include <praxis/clients/directory.hpp>
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
    const auto client = session.get<clients::Directory>().get(session, args.client);
    Table table;
    table.columns = {
        {"bath", "bath", Align::right},
        {"given", "given"},
        {"kind", "kind"},
        {"minutes", "minutes", Align::right},
        {"celsius", "°C", Align::right},
        {"skin_after", "skin after"}};
    table.when_empty =
        "no bath yet. Add one: praxis bath add " + client.id.str() + " --kind warm --minutes N";
    for (const auto& bath : hydrotherapy::baths_of(session.db(), client.id)) {
        table.rows.push_back(
            {bath.number,
             bath.given.iso(),
             bath.kind,
             static_cast<std::int64_t>(bath.length.count()),
             Value{bath.celsius},
             text_or_null(bath.skin_after)}
        );
    }
    return table;
}

} // namespace

CommandSpec bath_list_command() {
    return command<Args>({
        .summary = "list a client's baths and packs",
        .examples = {"praxis bath list maria", "praxis bath list C-0001 --format csv"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
