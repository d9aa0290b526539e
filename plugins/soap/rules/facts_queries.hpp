// SPDX-License-Identifier: MIT
/// Queries of the rules on the tables of clients. The service clients.directory/1 returns only the
/// names of conditions, and not for a given day.
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
    std::string reason; // why it is taken; empty: not recorded
    std::string key;    // its UUID, dose and first day
    std::string since;
    std::string concepts; // as clients stores them
};

struct RecordedCondition {
    std::string name;
    std::string note;  // empty: none
    bool past = false; // on that day
    std::string key;   // its UUID and first day
    std::string since;
    std::string code;     // ICD-10; empty: none
    std::string concepts; // as clients stores them
};

struct RecordedAllergy {
    std::string substance;
    std::string concepts; // as clients stores them
};

/// Conditions that had begun by that day or have no first day, present and past.
std::vector<RecordedCondition> conditions_on(SQLite::Database& db, ClientId client, Date on);

/// Whether anything was ever recorded.
bool has_conditions(SQLite::Database& db, ClientId client);

/// Medications taken on that day.
std::vector<TakenMedication> taken_medications(SQLite::Database& db, ClientId client, Date on);

/// Whether anything was ever recorded, including medication that is no longer taken.
bool has_medications(SQLite::Database& db, ClientId client);

/// Complaints that were open on that day; those without an onset count. Oldest first.
std::vector<ComplaintId> complaints_open_on(SQLite::Database& db, ClientId client, Date on);

/// Whether a guardian had given permission on that day.
bool has_guardian_permission(SQLite::Database& db, ClientId client, Date on);

/// Allergies and intolerances.
std::vector<RecordedAllergy> allergies(SQLite::Database& db, ClientId client);

std::optional<std::string> other_products(SQLite::Database& db, ClientId client);

/// Whether "none known" is recorded: the client was asked and named none.
/// kind  condition, medication, allergy
bool knows_of_none(SQLite::Database& db, ClientId client, std::string_view kind);

} // namespace praxis::soap::suggest
