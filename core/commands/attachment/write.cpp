// SPDX-License-Identifier: MIT
#include "session/attachments.hpp"

#include <praxis/command.hpp>
#include <praxis/document_output.hpp>

namespace praxis {
namespace {

struct Args : DisclosureOptions {
    std::string attachment;
    std::string output;
    bool force = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::attachment, "ATTACHMENT", "id of the attachment")
        .option(&Args::output, "output", "FILE", "the file to write; - is stdout")
        .letter('o')
        .required()
        .flag(&Args::force, "force", "replace FILE if it exists");
    declare_disclosure(options);
}

/// "application/pdf" is the format "pdf".
std::string format_of(const Attachment& attachment) {
    return attachment.media_type.substr(attachment.media_type.find('/') + 1);
}

Result run(Session& session, const Args& args) {
    const auto attachment = get_attachment(session, args.attachment);
    const RecordCopy copy{
        .client = attachment.client,
        .what = "attachment " + attachment.id.str() + " of " + attachment.owner};
    File file;
    file.bytes = attachment_bytes(session, attachment.id);
    file.path = args.output;
    file.overwrite = args.force;
    file.data = attachment_value(attachment);
    disclose_file(session, args, copy, format_of(attachment), file);
    return file;
}

} // namespace

CommandSpec attachment_write_command() {
    return command<Args>({
        .summary = "write an attachment to a file",
        .details =
            "The file has the bytes that were attached. Each file is a line of the disclosure "
            "ledger.",
        .examples =
            {"praxis attachment write A-0001 -o report.pdf",
             "praxis attachment write A-0001 -o report.pdf --protect --recipient \"Dr. Hill\""},
        .exits =
            {{Exit::refused, "the output file already exists, or the recipient has no consent"}},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
