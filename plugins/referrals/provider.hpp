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

/// How a letter travels: "print", "email", "hand".
const std::vector<std::string>& ways();

ProviderId insert_provider(SQLite::Database& db, const Provider& provider);
void update_provider(SQLite::Database& db, const Provider& provider);
std::optional<Provider> find_provider(SQLite::Database& db, ProviderId id);

/// By name; only of that profession when one is given.
std::vector<Provider>
all_providers(SQLite::Database& db, const std::optional<std::string>& profession);

/// How many referrals went, or are about to go, to them.
std::int64_t count_referrals(SQLite::Database& db, ProviderId id);

/// By id, by a UUID's first four or more characters, or by folded words of name and organisation;
/// whole words win over beginnings, so that "Kim" is not Kimura.
/// errors  NotFound; Ambiguous with the ids
Provider get_provider(SQLite::Database& db, const std::string& words);
Provider get_provider(SQLite::Database& db, ProviderId id);

/// Where they are reached, the postal address first; empty when nothing is known.
std::string reach_of(const Provider& provider);

/// Every field, for machines.
Value provider_value(const Provider& provider);

} // namespace praxis::referrals
