// SPDX-License-Identifier: MIT
/// The professionals to whom clients are referred.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::referrals {

struct Provider {
    ProviderId id;
    std::string uuid;
    std::string name;
    std::string profession; // one of professions()
    std::optional<std::string> organisation;
    std::optional<std::string> address;
    std::optional<std::string> phone;
    std::optional<std::string> email;
    std::optional<std::string> fax;
    std::optional<std::string> preferred_way; // one of ways()
    std::optional<std::string> notes;         // for the practice only, never printed
    Instant created_at{};
};

/// Ids of all professions, as the table's check lists them.
const std::vector<std::string>& professions();

/// How a letter is sent: "print", "email", "hand".
const std::vector<std::string>& ways();

ProviderId insert_provider(SQLite::Database& db, const Provider& provider);
void update_provider(SQLite::Database& db, const Provider& provider);
std::optional<Provider> find_provider(SQLite::Database& db, ProviderId id);

/// In the order of their names; only of that profession when there is one.
std::vector<Provider>
all_providers(SQLite::Database& db, const std::optional<std::string>& profession);

/// How many referrals name this provider, without cancelled and void ones.
std::int64_t count_referrals(SQLite::Database& db, ProviderId id);

/// Finds a provider by id, by the first four or more characters of the UUID, or by folded words of
/// name and organisation. Whole words win over beginnings, so that "Kim" does not find Kimura.
/// errors  NotFound; Ambiguous with the ids
Provider get_provider(SQLite::Database& db, const std::string& search);
Provider get_provider(SQLite::Database& db, ProviderId id);

/// The first known contact detail in one line, the postal address first; empty when there is none.
std::string contact_details_of(const Provider& provider);

/// Every field, for --json and exports.
Value provider_value(const Provider& provider);

} // namespace praxis::referrals
