// The path is the command: praxis @NAME@ add.
#include "entry_queries.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string client;
    std::string text;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.option(&Args::text, "text", "TEXT", "what to record").required();
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client);
    const auto number = @SYMBOL@::insert_entry(
        session.db(),
        {.uuid = session.new_uuid(),
         .client = client.id,
         .added = session.civil_now(),
         .text = args.text}
    );
    return Message{std::to_string(number), Value::Object{{"entry", number}}};
}

} // namespace

CommandSpec @SYMBOL@_add_command() {
    return command<Args>({
        .summary = "record an entry for a client",
        .examples = {"praxis @NAME@ add maria --text \"all well\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
