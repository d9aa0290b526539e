// SPDX-License-Identifier: MIT
/// The statements over sessions and contact details that recalls need.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace praxis::plans {

/// The civil days of sessions since then by client, oldest first; of clients who are not archived.
/// A void note does not count.
std::map<ClientId, std::vector<Date>> session_days(SQLite::Database& db, Instant since);

/// When the last plan of each client was closed, who has no other plan.
std::map<ClientId, Date> discharges(SQLite::Database& db);

struct ContactDetails {
    std::string phone;
    std::string email;
    std::string address;   // in one line
    std::string preferred; // "phone", "email", "sms", "post", "none"; empty: not recorded
};

ContactDetails contact_details(SQLite::Database& db, ClientId client);

} // namespace praxis::plans
