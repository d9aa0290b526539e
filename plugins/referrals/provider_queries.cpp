// SPDX-License-Identifier: MIT
#include "provider.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

const std::string columns = "provider, uuid, name, profession, organisation, address, phone, email,"
                            " fax, preferred_way, notes, created_at";

Provider read_provider(SQLite::Statement& query) {
    Provider provider;
    provider.id = {column_number(query, 0)};
    provider.uuid = column_uuid(query, 1);
    provider.name = column_text(query, 2);
    provider.profession = column_text(query, 3);
    provider.organisation = optional_text(query, 4);
    provider.address = optional_text(query, 5);
    provider.phone = optional_text(query, 6);
    provider.email = optional_text(query, 7);
    provider.fax = optional_text(query, 8);
    provider.preferred_way = optional_text(query, 9);
    provider.notes = optional_text(query, 10);
    provider.created_at = column_instant(query, 11);
    return provider;
}

} // namespace

ProviderId insert_provider(SQLite::Database& db, const Provider& provider) {
    execute(
        db,
        "INSERT INTO referrals_provider (uuid, name, profession, organisation, address, phone,"
        " email, fax, preferred_way, notes, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{provider.uuid},
        provider.name,
        provider.profession,
        provider.organisation,
        provider.address,
        provider.phone,
        provider.email,
        provider.fax,
        provider.preferred_way,
        provider.notes,
        provider.created_at
    );
    return {db.getLastInsertRowid()};
}

void update_provider(SQLite::Database& db, const Provider& provider) {
    execute(
        db,
        "UPDATE referrals_provider SET name = ?, profession = ?, organisation = ?, address = ?,"
        " phone = ?, email = ?, fax = ?, preferred_way = ?, notes = ? WHERE provider = ?",
        provider.name,
        provider.profession,
        provider.organisation,
        provider.address,
        provider.phone,
        provider.email,
        provider.fax,
        provider.preferred_way,
        provider.notes,
        provider.id
    );
}

std::optional<Provider> find_provider(SQLite::Database& db, ProviderId id) {
    return first_row(
        statement(db, "SELECT " + columns + " FROM referrals_provider WHERE provider = ?", id),
        read_provider
    );
}

std::vector<Provider>
all_providers(SQLite::Database& db, const std::optional<std::string>& profession) {
    auto providers = all_rows(
        statement(
            db,
            "SELECT " + columns +
                " FROM referrals_provider WHERE ?1 IS NULL OR profession = ?1 ORDER BY provider",
            profession
        ),
        read_provider
    );
    // Folded names give the order of a telephone book; SQLite folds ASCII letters only.
    std::stable_sort(
        providers.begin(),
        providers.end(),
        [](const Provider& left, const Provider& right) {
            return fold(left.name) < fold(right.name);
        }
    );
    return providers;
}

std::int64_t count_referrals(SQLite::Database& db, ProviderId id) {
    return first_row(
               statement(
                   db,
                   "SELECT count(*) FROM referrals_referral"
                   " WHERE provider = ? AND state NOT IN ('cancelled', 'void')",
                   id
               ),
               [](auto& query) { return column_number(query, 0); }
    ).value_or(0);
}

} // namespace praxis::referrals
