// SPDX-License-Identifier: MIT
/// What a therapist must keep valid: licence, insurance, first aid, hours of education. Stored as a
/// JSON list in the row of the user.
#pragma once
#include <praxis/chart.hpp>
#include <praxis/session.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis {

struct Credential {
    std::string kind; // of credential_kinds()
    std::string name; // "LMT-1044, Board of Massage Therapy"
    std::optional<Date> from = {};
    std::optional<Date> until = {};   // the last valid day
    std::optional<double> hours = {}; // of education
};

/// "licence", "insurance", "first-aid", "education", "other"
const std::vector<std::string>& credential_kinds();

/// In the order in which they were added.
std::vector<Credential> credentials_of(SQLite::Database& db, UserId user);
void add_credential(SQLite::Database& db, UserId user, const Credential& credential);

/// The credentials that end within 60 days or have ended, and have no successor of the same kind
/// and, but for licence, insurance and first aid, of the same name.
std::vector<Todo> credential_todos(Session& session);

} // namespace praxis
