// SPDX-License-Identifier: MIT
/// What rules ask of the tables of clients: the service clients.directory/1 tells names of
/// conditions alone, and knows no day.
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
    std::string key;    // its UUID, dose, and since when
};

struct RecordedCondition {
    std::string name;
    std::string note;  // empty: none
    bool past = false; // on that day
    std::string key;   // its UUID, and since when
};

/// What has begun by that day, as far as is known; over or not.
std::vector<RecordedCondition> conditions_on(SQLite::Database& db, ClientId client, Date on);

/// Whether anything was ever recorded.
bool has_conditions(SQLite::Database& db, ClientId client);

/// What is taken on that day.
std::vector<TakenMedication> taken_medications(SQLite::Database& db, ClientId client, Date on);

/// Whether anything was ever recorded: also what is not taken any more.
bool has_medications(SQLite::Database& db, ClientId client);

/// Complaints that had begun by that day, as far as is known, and were open; oldest first.
std::vector<ComplaintId> complaints_open_on(SQLite::Database& db, ClientId client, Date on);

/// Allergies and intolerances.
std::vector<std::string> substances(SQLite::Database& db, ClientId client);

std::optional<std::string> other_products(SQLite::Database& db, ClientId client);

/// Whether the client was asked and knows of none.
/// kind  condition, medication, allergy
bool knows_of_none(SQLite::Database& db, ClientId client, std::string_view kind);

} // namespace praxis::soap::suggest
