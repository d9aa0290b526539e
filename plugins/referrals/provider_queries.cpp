// SPDX-License-Identifier: MIT
#include "provider.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::referrals {
namespace {

const std::string columns =
    "provider, uuid, name, profession, organisation, address, phone, email,"
    " fax, preferred_way, notes, created_at, title, credentials, salutation,"
    " languages, accepts_new_clients, merged_into";

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
    provider.title = optional_text(query, 12);
    provider.credentials = optional_text(query, 13);
    provider.salutation = optional_text(query, 14);
    if (const auto languages = optional_text(query, 15)) {
        provider.languages = split(*languages, ' ');
    }
    if (const auto accepts = optional_number(query, 16)) {
        provider.accepts_new_clients = *accepts != 0;
    }
    if (const auto into = optional_number(query, 17)) {
        provider.merged_into = ProviderId{*into};
    }
    return provider;
}

std::optional<std::string> languages_of(const Provider& provider) {
    return null_if_empty(join(provider.languages, " "));
}

} // namespace

ProviderId insert_provider(SQLite::Database& db, const Provider& provider) {
    execute(
        db,
        "INSERT INTO referrals_provider (uuid, name, profession, organisation, address, phone,"
        " email, fax, preferred_way, notes, created_at, title, credentials, salutation, languages,"
        " accepts_new_clients) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
        provider.created_at,
        provider.title,
        provider.credentials,
        provider.salutation,
        languages_of(provider),
        provider.accepts_new_clients
    );
    return {db.getLastInsertRowid()};
}

void update_provider(SQLite::Database& db, const Provider& provider) {
    execute(
        db,
        "UPDATE referrals_provider SET name = ?, profession = ?, organisation = ?, address = ?,"
        " phone = ?, email = ?, fax = ?, preferred_way = ?, notes = ?, title = ?, credentials = ?,"
        " salutation = ?, languages = ?, accepts_new_clients = ?, merged_into = ?"
        " WHERE provider = ?",
        provider.name,
        provider.profession,
        provider.organisation,
        provider.address,
        provider.phone,
        provider.email,
        provider.fax,
        provider.preferred_way,
        provider.notes,
        provider.title,
        provider.credentials,
        provider.salutation,
        languages_of(provider),
        provider.accepts_new_clients,
        provider.merged_into,
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
                " FROM referrals_provider WHERE merged_into IS NULL"
                " AND (?1 IS NULL OR profession = ?1) ORDER BY provider",
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

std::vector<Provider> all_providers_ever(SQLite::Database& db) {
    return all_rows(
        statement(
            db,
            "SELECT " + columns +
                " FROM referrals_provider ORDER BY merged_into IS NOT NULL, provider"
        ),
        read_provider
    );
}

std::vector<ProviderId> merged_providers(SQLite::Database& db, ProviderId into) {
    return all_rows(
        statement(
            db,
            "SELECT provider FROM referrals_provider WHERE merged_into = ? ORDER BY provider",
            into
        ),
        [](auto& query) { return ProviderId{column_number(query, 0)}; }
    );
}

int move_drafts(SQLite::Database& db, ProviderId from, ProviderId into) {
    return execute(
        db,
        "UPDATE referrals_referral SET provider = ?2 WHERE provider = ?1 AND referral NOT IN"
        " (SELECT referral FROM referrals_letter)",
        from,
        into
    );
}

std::int64_t count_referrals(SQLite::Database& db, ProviderId id) {
    return first_row(
               statement(
                   db,
                   "SELECT count(*) FROM referrals_referral WHERE (provider = ?1 OR provider IN"
                   " (SELECT provider FROM referrals_provider WHERE merged_into = ?1))"
                   " AND state NOT IN ('cancelled', 'void')",
                   id
               ),
               [](auto& query) { return column_number(query, 0); }
    ).value_or(0);
}

} // namespace praxis::referrals
