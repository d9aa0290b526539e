// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::clients {

/// A row of clients_client. Texts are never empty: absent is nothing.
struct ClientRow {
    ClientId id;
    std::string uuid;
    std::optional<std::string> given;
    std::optional<std::string> family;
    std::optional<std::string> written_name; // where it is not given name, then family name
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

/// All names, family name first, folded. Parts of a name with hyphens or apostrophes can be found
/// alone and run together: "smith-jones smith jones smithjones".
std::string folded_names(const ClientRow& client);

/// Whether somebody is under 18 on that day; nothing is known without a birth date.
bool is_minor(const ClientRow& client, Date on);

enum class Shown { active, archived, all };

ClientId insert_client(SQLite::Database& db, const ClientRow& client);
void update_client(SQLite::Database& db, const ClientRow& client);
std::optional<ClientRow> find_client(SQLite::Database& db, ClientId id);

/// In the order of the ids.
/// errors  NotFound
std::vector<std::string> full_names_of(SQLite::Database& db, const std::vector<ClientId>& clients);

/// errors  NotFound always
[[noreturn]] void no_such_client(ClientId id);

/// By name, family name first.
std::vector<ClientRow> all_clients(SQLite::Database& db, Shown shown);

/// The clients that the words name: by a UUID's first four or more characters, or by folded words
/// that each begin a part of the name. Archived ones too, by id.
std::vector<ClientRow> clients_named(SQLite::Database& db, const std::string& words);

/// Clients that may be the same person: the same folded name, and the same birth date or none on
/// either side. The client's own row is left out.
std::vector<ClientId> lookalikes(SQLite::Database& db, const ClientRow& client);

} // namespace praxis::clients
