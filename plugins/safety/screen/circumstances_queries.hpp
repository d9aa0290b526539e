// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/clients/concepts.hpp>
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace praxis::safety {

/// A condition, or a medicine that is taken.
struct HealthRow {
    clients::TextOfRow row;
    std::string concepts; // as stored
    bool past = false;    // a past condition
};

std::vector<HealthRow> health_rows(SQLite::Database& db, ClientId client, Date on);

/// Whether a professional diagnosed a condition on that day or later.
bool has_diagnosis_since(SQLite::Database& db, ClientId client, Date day);

} // namespace praxis::safety
