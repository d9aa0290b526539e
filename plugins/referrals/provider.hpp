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
    std::string name;       // as it appears in letters
    std::string profession; // one of professions()
    std::optional<std::string> organisation;
    std::optional<std::string> address;
    std::optional<std::string> phone;
    std::optional<std::string> email;
    std::optional<std::string> fax;
    std::optional<std::string> preferred_way; // one of ways()
    std::optional<std::string> notes;         // for the practice only, never printed
    Instant created_at{};
    std::optional<std::string> title;       // "Dr."
    std::optional<std::string> credentials; // "DC", behind the name
    std::optional<std::string> salutation;  // the first line of a letter: "Dear Dr. Kim"
    std::vector<std::string> languages;     // BCP 47
    std::optional<bool> accepts_new_clients;
    std::optional<ProviderId> merged_into; // this row is kept for the letters that it received
};

/// Ids of all professions, as the table's check lists them.
const std::vector<std::string>& professions();

/// How a letter is sent: "print", "fax", "email", "hand", "bundle".
const std::vector<std::string>& ways();

ProviderId insert_provider(SQLite::Database& db, const Provider& provider);
void update_provider(SQLite::Database& db, const Provider& provider);
std::optional<Provider> find_provider(SQLite::Database& db, ProviderId id);

/// Those that were not merged into another one, in the order of their names; only of that
/// profession when there is one.
std::vector<Provider>
all_providers(SQLite::Database& db, const std::optional<std::string>& profession);

/// The merged ones too, each after the one into which it was merged.
std::vector<Provider> all_providers_ever(SQLite::Database& db);

/// Those that were merged into this one.
std::vector<ProviderId> merged_providers(SQLite::Database& db, ProviderId into);

/// Drafts of `from` become drafts to `into`. Referrals that were sent keep their receiver.
/// returns  the number of drafts
int move_drafts(SQLite::Database& db, ProviderId from, ProviderId into);

/// How many referrals name this provider or one merged into it, without cancelled and void ones.
std::int64_t count_referrals(SQLite::Database& db, ProviderId id);

/// Finds a provider by id, by the first four or more characters of the UUID, or by folded words of
/// name and organisation. Whole words win over beginnings, so that "Kim" does not find Kimura. Only
/// an id finds a merged provider.
/// errors  NotFound; Ambiguous with the ids
Provider get_provider(SQLite::Database& db, const std::string& search);
Provider get_provider(SQLite::Database& db, ProviderId id);

/// The same for a new letter: the id of a merged provider gives the one into which it was merged,
/// and a report says so.
Provider get_current_provider(Session& session, const std::string& search);

/// The name with title and credentials, each once: "Dr. Ana Kim, DC".
std::string full_name_of(const Provider& provider);

/// The first known contact detail in one line, the postal address first; empty when there is none.
std::string contact_details_of(const Provider& provider);

/// Every field, for --json and exports.
Value provider_value(const Provider& provider);

} // namespace praxis::referrals
