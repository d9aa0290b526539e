// SPDX-License-Identifier: MIT
#include "session/attachments.hpp"

#include <praxis/command.hpp>
#include <praxis/error.hpp>

namespace praxis {
namespace {

struct Args {
    std::optional<std::string> owner;
};

void options(Options<Args>& options) {
    options.option(&Args::owner, "of", "RECORD", "only of this record, such as R-0001");
}

/// "r-1" as praxis prints it: "R-0001".
std::string owner_of(const std::string& text) {
    const auto digits = text.find_first_of("0123456789");
    auto prefix = text.substr(0, digits);
    std::erase(prefix, '-');
    for (auto& letter : prefix) {
        letter = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    const auto number = parse_id(prefix, text);
    if (!number) {
        throw UsageError("--of takes an id such as R-0001", "praxis attachment list");
    }
    return format_id(prefix, *number);
}

Result run(Session& session, const Args& args) {
    Table table;
    table.columns = {
        {"id", "id"},
        {"of", "of"},
        {"client", "client"},
        {"name", "name"},
        {"media_type", "type"},
        {"size", "bytes", Align::right},
        {"added", "added"},
        {"digest", "digest", Align::left, true}};
    table.when_empty = "there are no attachments";
    for (const auto& attachment : args.owner ? attachments_of(session, owner_of(*args.owner))
                                             : all_attachments(session, {})) {
        session.log_access(attachment.client.str());
        table.rows.push_back(make_row(
            attachment.id.str(),
            attachment.owner,
            attachment.client.str(),
            attachment.name,
            attachment.media_type,
            attachment.size,
            attachment.added.civil().str(),
            attachment.digest
        ));
    }
    return table;
}

} // namespace

CommandSpec attachment_list_command() {
    return command<Args>({
        .summary = "list the files that are attached to records",
        .details =
            "An attachment is part of the record: it is in the practice's file, is backed up with "
            "it, and is erased with its client.",
        .examples = {"praxis attachment list", "praxis attachment list --of R-0001"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
