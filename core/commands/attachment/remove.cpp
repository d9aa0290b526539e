// SPDX-License-Identifier: MIT
#include "session/attachments.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string attachment;
};

void options(Options<Args>& options) {
    options.argument(&Args::attachment, "ATTACHMENT", "id of the attachment");
}

Result run(Session& session, const Args& args) {
    const auto attachment = get_attachment(session, args.attachment);
    remove_attachment(session, attachment.id);
    session.report(
        attachment.name + " is no longer attached to " + attachment.owner +
        ". praxis undo brings it back"
    );
    return Message{attachment.id.str(), attachment_value(attachment)};
}

} // namespace

CommandSpec attachment_remove_command() {
    return command<Args>({
        .summary = "remove an attachment that was added in error",
        .details =
            "The journal keeps the file, so that the removal can be undone. Only erasing the "
            "client removes it for ever.",
        .examples = {"praxis attachment remove A-0001"},
        .access = Access::write,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
