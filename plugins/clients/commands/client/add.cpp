// SPDX-License-Identifier: MIT
#include "client_queries.hpp"
#include "options/client_options.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

namespace praxis {
namespace {

struct Args : clients::ClientOptions {
    bool another = false;
};

void options(Options<Args>& options) {
    clients::add_client_options(options);
    options.flag(&Args::another, "another", "a different person than the similar clients");
}

void refuse_lookalikes(const std::vector<ClientId>& ids) {
    if (ids.empty()) {
        return;
    }
    std::vector<std::string> similar;
    for (const auto id : ids) {
        similar.push_back(id.str());
    }
    throw Refused(
        "a client with that name and the same or no birth date exists: " + join(similar, ", "),
        "compare: praxis client show " + similar.front() + "; for a different person add --another"
    );
}

Result run(Session& session, const Args& args) {
    if (!args.given && !args.family) {
        throw UsageError("the name is missing", "give --given NAME, --family NAME or both");
    }
    clients::ClientRow client;
    clients::apply(session, args, client);
    if (!args.another) {
        refuse_lookalikes(clients::lookalikes(session.db(), client));
    }
    client.uuid = session.new_uuid();
    client.added = session.civil_now();
    client.changed = client.added;
    const auto id = clients::insert_client(session.db(), client);
    return Message{id.str(), Value::Object{{"id", id.str()}, {"uuid", client.uuid}}};
}

} // namespace

CommandSpec client_add_command() {
    return command<Args>({
        .summary = "register a new client",
        .examples = {"praxis client add --given Maria --family Lopez --born 1984-05-02 "
                     "--phone \"+1 555 0100\" --occupation accountant"},
        .exits = {{Exit::refused, "a value is not valid, or the client is registered already"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
