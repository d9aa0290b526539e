// SPDX-License-Identifier: MIT
/// The clients of the rows of a list, to look up their names at once.
#pragma once
#include <praxis/id.hpp>

#include <vector>

namespace praxis::plans {

template <class Row> std::vector<ClientId> clients_of(const std::vector<Row>& rows) {
    std::vector<ClientId> clients;
    clients.reserve(rows.size());
    for (const auto& row : rows) {
        clients.push_back(row.client);
    }
    return clients;
}

} // namespace praxis::plans
