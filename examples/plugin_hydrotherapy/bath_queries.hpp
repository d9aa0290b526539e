// SPDX-License-Identifier: MIT
/// The only place that reads and writes hydrotherapy_bath.
#pragma once
#include <praxis/sql.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace hydrotherapy {

struct Bath {
    std::int64_t number = 0;
    std::string uuid;
    praxis::ClientId client;
    praxis::ZonedTime given;
    std::string kind; // warm, cold, contrast
    praxis::Minutes length{0};
    std::optional<double> celsius;
    std::string skin_after; // empty: nobody has checked it
};

/// Returns the number: a new one when the bath's is 0.
std::int64_t insert_bath(SQLite::Database& db, const Bath& bath);

/// False when there is no such bath.
bool set_skin_after(SQLite::Database& db, std::int64_t bath, const std::string& skin);

std::optional<Bath> find_bath(SQLite::Database& db, std::int64_t bath);

/// The client's baths, or without a client all of the practice, oldest first.
void for_each_bath(
    SQLite::Database& db,
    std::optional<praxis::ClientId> client,
    const std::function<void(const Bath&)>& take
);

/// The client's baths, oldest first.
std::vector<Bath> baths_of(SQLite::Database& db, praxis::ClientId client);

void delete_baths(SQLite::Database& db, praxis::ClientId client);

} // namespace hydrotherapy
