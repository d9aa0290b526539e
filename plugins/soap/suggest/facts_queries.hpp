// SPDX-License-Identifier: MIT
/// What `technique suggest` asks of the tables of clients: the service clients.directory/1 tells
/// conditions alone.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap::suggest {

struct TakenMedication {
    std::string name;
    std::string reason; // what for; empty: not recorded
};

/// What is taken on that day.
std::vector<TakenMedication> taken_medications(SQLite::Database& db, ClientId client, Date on);

/// Whether anything was ever recorded: also what is not taken any more.
bool has_medications(SQLite::Database& db, ClientId client);

/// Allergies and intolerances.
std::vector<std::string> substances(SQLite::Database& db, ClientId client);

std::optional<std::string> other_products(SQLite::Database& db, ClientId client);

/// Whether the client was asked and knows of none.
/// kind  medication, allergy
bool knows_of_none(SQLite::Database& db, ClientId client, std::string_view kind);

} // namespace praxis::soap::suggest
