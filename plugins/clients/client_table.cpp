// SPDX-License-Identifier: MIT
#include "client_table.hpp"

#include "options/option_text.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace praxis::clients {

namespace {

/// any_archived  whether people need the column of archived clients
Table empty_table(bool any_archived, std::string when_empty) {
    Table table;
    table.when_empty = std::move(when_empty);
    table.columns = {
        {.key = "id", .title = "Id"},
        {.key = "name", .title = "Name"},
        {.key = "preferred_name", .title = "Preferred name", .machine_only = true},
        {.key = "born", .title = "Born"},
        {.key = "phone", .title = "Phone"},
        {.key = "email", .title = "Email"},
        {.key = "changed_on", .title = "Last change"},
        {.key = "archived_on", .title = "Archived", .machine_only = !any_archived},
        {.key = "uuid", .title = "UUID", .machine_only = true}};
    return table;
}

Table::Row row_of(const ClientRow& client) {
    return make_row(
        client.id.str(),
        full_name(client),
        client.preferred_name,
        client.born ? Value{client.born->iso()} : Value{},
        client.phone,
        client.email,
        client.changed.civil().date.iso(),
        client.archived ? Value{client.archived->civil().date.iso()} : Value{},
        client.uuid
    );
}

} // namespace

Table client_table(const std::vector<ClientRow>& clients, std::string when_empty) {
    auto table = empty_table(
        std::any_of(
            clients.begin(),
            clients.end(),
            [](const auto& client) { return client.archived.has_value(); }
        ),
        std::move(when_empty)
    );
    std::transform(clients.begin(), clients.end(), std::back_inserter(table.rows), row_of);
    return table;
}

Table client_table(SQLite::Database& db, ClientFilter filter, std::string when_empty) {
    auto table =
        empty_table(filter != ClientFilter::active && any_archived(db), std::move(when_empty));
    table.next = [reader = std::make_shared<ClientReader>(db, filter)](Table::Row& row) {
        const auto client = reader->next();
        if (client) {
            row = row_of(*client);
        }
        return client.has_value();
    };
    return table;
}

} // namespace praxis::clients
