// SPDX-License-Identifier: MIT
#include "client_table.hpp"

#include "options/option_text.hpp"

#include <algorithm>

namespace praxis::clients {

Table client_table(const std::vector<ClientRow>& clients, std::string when_empty) {
    const bool any_archived = std::any_of(clients.begin(), clients.end(), [](const auto& client) {
        return client.archived.has_value();
    });
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
    for (const auto& client : clients) {
        table.rows.push_back(
            {client.id.str(),
             full_name(client),
             client.preferred_name,
             day_value(client.born),
             client.phone,
             client.email,
             client.changed.civil().date.iso(),
             client.archived ? Value{client.archived->civil().date.iso()} : Value{},
             client.uuid}
        );
    }
    return table;
}

} // namespace praxis::clients
