// SPDX-License-Identifier: MIT
#include "session/attachments.hpp"

#include <praxis/command.hpp>
#include <praxis/document_output.hpp>

#include <utility>

namespace praxis {
namespace {

struct Args {
    std::string attachment;
    std::string output;
    bool force = false;
    std::optional<std::string> purpose;
    std::optional<std::string> recipient;
    std::optional<std::string> without_consent;
};

void options(Options<Args>& options) {
    options.argument(&Args::attachment, "ATTACHMENT", "id of the attachment")
        .option(&Args::output, "output", "FILE", "the file to write; - is stdout")
        .letter('o')
        .required()
        .flag(&Args::force, "force", "replace FILE if it exists");
    options.option(&Args::purpose, "purpose", "TEXT", "default: own records")
        .option(&Args::recipient, "recipient", "NAME", "default: the practice itself")
        .option(
            &Args::without_consent,
            "without-consent",
            "REASON",
            "for a recipient to whom the law sends the record, such as a court"
        );
}

Result run(Session& session, const Args& args) {
    const auto attachment = get_attachment(session, args.attachment);
    File file;
    file.bytes = attachment_bytes(session, attachment.id);
    file.path = args.output;
    file.overwrite = args.force;
    file.data = attachment_value(attachment);
    RecordOutput output;
    output.output = args.output;
    output.purpose = args.purpose;
    output.recipient = args.recipient;
    output.without_consent = args.without_consent;
    disclose_file(
        session,
        output,
        {.client = attachment.client,
         .what = "attachment " + attachment.id.str() + " of " + attachment.owner},
        attachment.media_type,
        file
    );
    return file;
}

} // namespace

CommandSpec attachment_write_command() {
    return command<Args>({
        .summary = "write an attachment to a file",
        .details = "The file has the bytes that were attached. Each file is a line of the "
                   "disclosure ledger.",
        .examples = {"praxis attachment write A-0001 -o report.pdf"},
        .exits =
            {{Exit::refused, "the output file already exists, or the recipient has no consent"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
