// SPDX-License-Identifier: MIT
#include "consent_queries.hpp"
#include "directory.hpp"
#include "options/option_text.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::string client;
    std::optional<std::string> kind;
    bool valid = false;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client")
        .option(&Args::kind, "kind", "KIND", "only consents of this kind")
        .choices({"treatment", "share", "photo", "contact", "teaching", "other"})
        .flag(&Args::valid, "valid", "only consents that are valid today");
}

Result run(Session& session, const Args& args) {
    const auto client = clients::get_client(session, args.client);
    const auto kind = clients::text_or_nothing(args.kind.value_or(""));
    Table table;
    table.when_empty = std::string{kind || args.valid ? "no such consent" : "no consent"} +
                       " on record; record one: praxis consent record " + client.id.str() +
                       " --kind " + kind.value_or("treatment");
    table.columns = {
        {.key = "id", .title = "Id"},
        {.key = "kind", .title = "Kind"},
        {.key = "scope", .title = "Scope"},
        {.key = "techniques", .title = "Techniques"},
        {.key = "regions", .title = "Regions"},
        {.key = "recipient", .title = "To"},
        {.key = "given_on", .title = "Given"},
        {.key = "given_by", .title = "By"},
        {.key = "given_how", .title = "How"},
        {.key = "expires_on", .title = "Until"},
        {.key = "witness", .title = "Witness", .machine_only = true},
        {.key = "state", .title = "State"},
        {.key = "withdrawn_on", .title = "Withdrawn"},
        {.key = "withdrawal_reason", .title = "Why", .machine_only = true},
        {.key = "uuid", .title = "UUID", .machine_only = true}};
    const auto all = clients::consents_of(session.db(), client.id);
    for (const auto& row : all) {
        const auto state = clients::effective_state(all, row, session.today());
        if ((kind && row.kind != *kind) || (args.valid && state != "valid")) {
            continue;
        }
        table.rows.push_back(
            {row.id.str(),
             row.kind,
             row.scope,
             clients::list_value(row.techniques),
             clients::list_value(row.regions),
             row.recipient,
             row.given_on.iso(),
             row.given_by,
             row.given_how,
             clients::day_value(row.expires_on),
             row.witness,
             state,
             clients::day_value(row.withdrawn_on),
             row.withdrawal_reason,
             row.uuid}
        );
    }
    return table;
}

} // namespace

CommandSpec consent_list_command() {
    return command<Args>({
        .summary = "list a client's consents, valid or not",
        .examples = {"praxis consent list maria", "praxis consent list maria --kind share --valid"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
