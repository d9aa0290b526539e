// SPDX-License-Identifier: MIT
/// Queries on the tables of clients and on notes. The service clients.directory/1 returns only the
/// names of conditions; soap.notes/1 has no entries about health.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <string_view>
#include <vector>

namespace praxis::plans::home {

/// A row of a list of clients, with the text that praxis understood.
struct HealthRow {
    std::string list; // condition, remark (on a condition), medication, allergy, product
    std::string text;
    std::string code;               // ICD-10; empty: none
    std::string since;              // empty: not recorded
    std::string concepts;           // as clients stores them; empty: read the text
    bool past = false;              // a condition that is over
    bool is_condition_name = false; // `since` is the day on which the condition itself began
};

/// Everything on record on that day: conditions and their remarks, medication taken, allergies,
/// other products.
std::vector<HealthRow> health_rows(SQLite::Database& db, ClientId client, Date on);

/// What a note records about the client's health on its day; both texts may be empty.
struct NoteHealth {
    Date day;
    std::string medication_today;
    std::string concerns;
};

/// Of the last signed note and of the drafts that began after it, until that day. A void note does
/// not count.
std::vector<NoteHealth> health_of_last_notes(SQLite::Database& db, ClientId client, Date until);

/// Whether the list has an entry, or "none known".
/// list  condition, medication, allergy
bool was_asked(SQLite::Database& db, ClientId client, std::string_view list);

} // namespace praxis::plans::home
