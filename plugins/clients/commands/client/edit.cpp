// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/client_options.hpp"
#include "record/records.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args : clients::ClientOptions {
    std::string client;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    clients::add_client_options(options);
}

Result run(Session& session, const Args& args) {
    auto client = clients::get_client(session, args.client);
    if (!clients::any_given(args)) {
        throw UsageError(
            "no change was given", "give at least one option, such as --phone or --email"
        );
    }
    const auto before = clients::json_of(client);
    clients::apply(session, args, client);
    auto changed = clients::changed_members(before, clients::json_of(client));
    std::erase(changed, "full_name"); // follows from the other names
    if (!changed.empty()) {
        client.changed = session.civil_now();
        clients::update_client(session.db(), client);
    }
    return clients::report_edit(session, client.id.str(), changed);
}

} // namespace

CommandSpec client_edit_command() {
    return command<Args>({
        .summary = "change what is recorded about a client",
        .details = "Changes the given fields only. An empty text clears a field: --email \"\".",
        .examples =
            {"praxis client edit C-0001 --phone \"+1 555 0199\"",
             "praxis client edit maria --email \"\""},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
