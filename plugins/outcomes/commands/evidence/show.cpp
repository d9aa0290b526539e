// SPDX-License-Identifier: MIT
#include "course/course.hpp"
#include "evidence/evidence.hpp"

#include <praxis/command.hpp>
#include <praxis/document_output.hpp>

#include <memory>
#include <utility>

namespace praxis {
namespace {

using namespace outcomes;

struct Args : DocumentOutput {
    std::string client;
    std::optional<std::string> complaint;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::complaint, "complaint", "COMPLAINT", "default: all that are open");
    declare_document_output(options);
}

std::shared_ptr<const Evidence> read(Session& session, const Args& args) {
    auto client = session.get<clients::Directory>().get(session, args.client);
    const auto complaint =
        args.complaint ? choose_complaint(session, client.id, args.complaint) : std::nullopt;
    return std::make_shared<const Evidence>(read_evidence(session, std::move(client), complaint));
}

Result run(Session& session, const Args& args) {
    const auto evidence = read(session, args);
    if (!args.is_file()) {
        return View{
            [evidence] { return evidence_value(*evidence); },
            [evidence, &session] { return evidence_document(session, *evidence); }};
    }
    const auto format = choose_document_format(session, args, "page");
    return write_document(
        session,
        args,
        format,
        evidence_document(session, *evidence),
        Value::Object{{"client", evidence->client.id.str()}}
    );
}

} // namespace

CommandSpec evidence_show_command() {
    return command<Args>({
        .summary = "show what is known about treating a client, on one page",
        .details = "What guidelines state, with their certainty; how this client responded to each "
                   "technique, "
                   "for each complaint and with the number of sessions; what the rules report; and "
                   "what is unknown. The "
                   "statements are "
                   "text files in schemas/outcomes/evidence and in data plugins.",
        .examples =
            {"praxis evidence show maria",
             "praxis evidence show maria --complaint CO-0002",
             "praxis evidence show maria -o reasons.pdf"},
        .exits = {{Exit::not_found, "there is no such client or complaint"}},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
