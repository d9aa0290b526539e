// SPDX-License-Identifier: MIT
#include "note_document.hpp"
#include "note_queries.hpp"
#include "note_writing.hpp"

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

std::optional<ComplaintId> complaint_of(const Args& args) {
    if (!args.complaint) {
        return std::nullopt;
    }
    const auto id = ComplaintId::parse(*args.complaint);
    if (!id) {
        throw UsageError("--complaint: a complaint's number such as CO-0001 was expected");
    }
    return id;
}

Result run(Session& session, const Args& args) {
    const auto client = session.get<clients::Directory>().get(session, args.client);
    const auto notes =
        soap::signed_notes(session.db(), client.id, complaint_of(args), Instant::min());
    if (notes.empty()) {
        throw NotFound(
            client.id.str() + " has no signed note" + (args.complaint ? " of that complaint" : ""),
            "praxis note list --client " + client.id.str()
        );
    }
    soap::TemplateShelf shelf{session.db()};
    const auto readable =
        soap::make_readable(session, shelf, soap::get_note(session, notes.back().id.str()));
    return View{soap::note_value(session, readable), soap::note_document(session, readable)};
}

} // namespace

Card note_last_command() {
    return command<Args>({
        .summary = "show what was done last time",
        .details = "The newest signed note of the client, before the next session begins.",
        .examples = {"praxis note last maria", "praxis note last maria --complaint CO-0001"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
