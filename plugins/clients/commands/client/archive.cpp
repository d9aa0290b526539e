// SPDX-License-Identifier: MIT
#include "complaint_queries.hpp"
#include "directory.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string client;
    bool undo = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.flag(&Args::undo, "undo", "make an archived client active again");
}

void report_open_complaints(Session& session, ClientId client) {
    for (const auto& complaint : clients::complaints_of(session.db(), client)) {
        if (!complaint.closed_on) {
            session.report(
                complaint.id.str() + " is still open; close it: praxis complaint close " +
                complaint.id.str() + " --reason stopped"
            );
        }
    }
}

Result run(Session& session, const Args& args) {
    auto client = clients::get_client(session, args.client);
    const auto id = client.id.str();
    if (client.archived.has_value() != args.undo) {
        session.report(id + (args.undo ? " is already active" : " is already archived"));
    } else {
        client.changed = session.civil_now();
        client.archived = args.undo ? std::nullopt : std::optional{client.changed};
        clients::update_client(session.db(), client);
        session.report(id + (args.undo ? " is active again" : " is archived; the record is kept"));
    }
    if (!args.undo) {
        report_open_complaints(session, client.id);
    }
    return Message{id, Value::Object{{"id", id}, {"archived", !args.undo}}};
}

} // namespace

CommandSpec client_archive_command() {
    return command<Args>({
        .summary = "remove a client from the list and keep the whole record",
        .examples = {"praxis client archive C-0001", "praxis client archive C-0001 --undo"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
