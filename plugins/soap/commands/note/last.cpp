// SPDX-License-Identifier: MIT
#include "show/note_document.hpp"
#include "show/note_value.hpp"
#include "write/note_writing.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/command.hpp>
#include <praxis/shorten.hpp>

#include <utility>

namespace praxis {
namespace {

struct Args {
    std::string client;
    std::optional<std::string> complaint;
    bool all = false;
};

constexpr std::size_t most_lines = 40;

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.option(&Args::complaint, "complaint", "ID", "the last session of that complaint");
    options.flag(&Args::all, "all", "show the whole note, however long it is");
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client);
    const auto note = soap::last_signed_note(session, client.id, args.complaint);
    auto view = soap::note_view(session, note);
    if (!args.all) {
        view.document = [&session, whole = std::move(view.document), id = note.id] {
            return shorten(session, whole(), most_lines, "praxis note show " + id.str());
        };
    }
    return view;
}

} // namespace

CommandSpec note_last_command() {
    return command<Args>({
        .summary = "show the last session's note",
        .details = "Shows the newest signed note of the client, to read before the next session: "
                   "its first 40 lines, or with --all the whole note.",
        .examples = {"praxis note last maria", "praxis note last maria --complaint CO-0001"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
