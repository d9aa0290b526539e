// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::clients {

/// A row of clients_client. Texts are never empty: an absent text has no value.
struct ClientRow {
    ClientId id;
    std::string uuid;
    std::optional<std::string> given;
    std::optional<std::string> family;
    std::optional<std::string> written_name; // when it differs from given name, then family name
    std::optional<std::string> preferred_name;
    std::optional<std::string> pronouns;
    std::optional<Date> born;
    std::optional<std::string> gender;
    std::optional<std::string> address;
    std::optional<std::string> phone;
    std::optional<std::string> email;
    std::optional<std::string> language;
    std::optional<std::string> occupation;
    std::optional<std::string> emergency_name;
    std::optional<std::string> emergency_phone;
    std::optional<std::string> emergency_relation;
    std::optional<std::string> guardian_name;
    std::optional<std::string> guardian_relation;
    std::optional<Date> guardian_permission_on;
    std::optional<std::string> referral_source;
    std::optional<std::string> other_products;
    std::optional<std::string> notes;
    ZonedTime added;
    ZonedTime changed;
    std::optional<ZonedTime> archived;
};

/// The whole name as the client writes it: "Maria Lopez", "王小明".
std::string full_name(const ClientRow& client);

/// All names, family name first, folded. A name with hyphens or apostrophes is also stored in parts
/// and as one word, so that a search finds each: "smith-jones smith jones smithjones".
std::string folded_names(const ClientRow& client);

/// Whether the client is under 18 on that day; false without a birth date.
bool is_minor(const ClientRow& client, Date on);

enum class ClientFilter { active, archived, all };

ClientId insert_client(SQLite::Database& db, const ClientRow& client);
void update_client(SQLite::Database& db, const ClientRow& client);
std::optional<ClientRow> find_client(SQLite::Database& db, ClientId id);

/// In the order of the ids.
/// errors  NotFound
std::vector<std::string> full_names_of(SQLite::Database& db, const std::vector<ClientId>& clients);

/// errors  NotFound always
[[noreturn]] void no_such_client(ClientId id);

/// Reads clients one by one, by name, family name first.
class ClientReader {
  public:
    ClientReader(SQLite::Database& db, ClientFilter filter);

    /// Nothing after the last one.
    std::optional<ClientRow> next();

  private:
    SQLite::Statement query_;
};

bool any_archived(SQLite::Database& db);

std::vector<ClientId> all_client_ids(SQLite::Database& db);

/// Clients whose UUID starts with the term (four or more characters), or in whose name each word of
/// it starts a part, folded. Includes archived clients; ordered by id.
std::vector<ClientRow> clients_named(SQLite::Database& db, const std::string& term);

/// Clients that may be the same person: the same folded name, and the same birth date or none on
/// either side. Excludes the client's own row.
std::vector<ClientId> lookalikes(SQLite::Database& db, const ClientRow& client);

} // namespace praxis::clients
