// SPDX-License-Identifier: MIT
#pragma once
#include "client_names.hpp"
#include "client_row.hpp"

#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::clients {

enum class ClientFilter { active, archived, all };

ClientId insert_client(SQLite::Database& db, const ClientRow& client);
void update_client(SQLite::Database& db, const ClientRow& client);
std::optional<ClientRow> find_client(SQLite::Database& db, ClientId id);

/// In the order of the ids.
/// errors  NotFound
std::vector<std::string> full_names_of(SQLite::Database& db, const std::vector<ClientId>& clients);

/// Whether another client of the practice has the same names, perhaps with one more: for each.
std::vector<bool> have_namesakes(SQLite::Database& db, const std::vector<ClientId>& clients);

/// errors  NotFound always
[[noreturn]] void no_such_client(ClientId id);

/// Reads clients one by one, by name, family name first.
class ClientReader {
  public:
    /// term  a folded word: leaves out clients who cannot have it in a name or an e-mail address;
    ///       a year, a mark and an empty text leave out nobody
    ClientReader(SQLite::Database& db, ClientFilter filter, const std::string& term = {});

    /// Nothing after the last one.
    std::optional<ClientRow> next();

  private:
    SQLite::Statement query_;
};

bool any_archived(SQLite::Database& db);

std::vector<ClientId> all_client_ids(SQLite::Database& db);

/// Clients whose UUID starts with the term (four or more characters), or whom the terms name.
/// Includes archived clients; ordered by id.
std::vector<ClientRow> clients_named(SQLite::Database& db, const std::string& terms);

/// Clients that can be the same person. Excludes the client's own row.
std::vector<ClientId> lookalikes(SQLite::Database& db, const ClientRow& client);

} // namespace praxis::clients
