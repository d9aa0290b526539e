#include "entry_queries.hpp"

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
    table.columns = {{"entry", "entry", Align::right}, {"added", "added"}, {"text", "text"}};
    table.when_empty = "no entry yet. Add one: praxis @NAME@ add " + client.id.str() + " --text TEXT";
    for (const auto& entry : @SYMBOL@::entries_of(session.db(), client.id)) {
        table.rows.push_back({entry.number, entry.added.iso(), entry.text});
    }
    return table;
}

} // namespace

CommandSpec @SYMBOL@_list_command() {
    return command<Args>({
        .summary = "list a client's entries",
        .examples = {"praxis @NAME@ list maria"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
