// SPDX-License-Identifier: MIT
#include "consent_queries.hpp"
#include "directory.hpp"
#include "options/option_text.hpp"

#include <praxis/command.hpp>

namespace praxis {
namespace {

struct Args {
    std::optional<std::string> client;
    std::optional<std::string> kind;
    bool valid = false;
};

void options(Options<Args>& options) {
    options
        .argument(
            &Args::client, "CLIENT", "id or name of the client; without it, all active clients"
        )
        .option(&Args::kind, "kind", "KIND", "only consents of this kind")
        .choices({"treatment", "share", "photo", "contact", "teaching", "other"})
        .flag(&Args::valid, "valid", "only consents that are valid today");
}

/// of_all  whether the list has the consents of several clients
std::vector<Table::Column> columns(bool of_all) {
    return {
        {.key = "id", .title = "Id"},
        {.key = "client", .title = "Client", .machine_only = !of_all},
        {.key = "client_name", .title = "Name", .machine_only = !of_all},
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
}

Table::Row
row_of(const clients::ConsentRow& row, const clients::ClientRow& client, const std::string& state) {
    return {
        row.id.str(),
        client.id.str(),
        clients::full_name(client),
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
        row.uuid};
}

/// Adds the wanted consents of one client. All of them decide which are valid.
void add_rows(Session& session, const Args& args, const clients::ClientRow& client, Table& table) {
    const auto all = clients::consents_of(session.db(), client.id);
    for (const auto& row : all) {
        const auto state = clients::effective_state(all, row, session.today());
        const bool is_wanted = (!args.kind || args.kind->empty() || row.kind == *args.kind) &&
                               (!args.valid || state == "valid");
        if (is_wanted) {
            table.rows.push_back(row_of(row, client, state));
        }
    }
}

void add_all_rows(Session& session, const Args& args, Table& table) {
    clients::ClientReader reader{session.db(), clients::ClientFilter::active};
    while (const auto client = reader.next()) {
        const auto before = table.rows.size();
        add_rows(session, args, *client, table);
        if (table.rows.size() > before) {
            session.log_access(client->id.str());
        }
    }
}

Result run(Session& session, const Args& args) {
    const auto client =
        args.client ? std::optional{clients::get_client(session, *args.client)} : std::nullopt;
    const auto kind = clients::text_or_nothing(args.kind.value_or(""));
    Table table;
    table.columns = columns(!client);
    table.when_empty = std::string{kind || args.valid ? "no such consent" : "no consent"} +
                       " on record; record one: praxis consent record " +
                       (client ? client->id.str() : "CLIENT") + " --kind " +
                       kind.value_or("treatment");
    if (client) {
        add_rows(session, args, *client, table);
    } else {
        add_all_rows(session, args, table);
    }
    return table;
}

} // namespace

CommandSpec consent_list_command() {
    return command<Args>({
        .summary = "list the consents of a client or of all active clients, valid or not",
        .examples =
            {"praxis consent list maria",
             "praxis consent list maria --kind share --valid",
             "praxis consent list --kind photo --valid"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
