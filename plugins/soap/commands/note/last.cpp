// SPDX-License-Identifier: MIT
#include "show/note_document.hpp"
#include "show/note_value.hpp"
#include "write/note_writing.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string client;
    std::optional<std::string> complaint;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.option(&Args::complaint, "complaint", "ID", "the last session of that complaint");
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client);
    return soap::note_view(session, soap::last_signed_note(session, client.id, args.complaint));
}

} // namespace

CommandSpec note_last_command() {
    return command<Args>({
        .summary = "show the last session's note",
        .details = "Shows the newest signed note of the client, to read before the next session.",
        .examples = {"praxis note last maria", "praxis note last maria --complaint CO-0001"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
