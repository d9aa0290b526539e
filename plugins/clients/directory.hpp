// SPDX-License-Identifier: MIT
#pragma once
#include "client_queries.hpp"
#include "complaint_queries.hpp"

#include <praxis/clients/directory.hpp>

#include <memory>
#include <string_view>

namespace praxis::clients {

/// The client that the words name. Archived ones count: two namesakes are two, always.
/// errors  NotFound; Ambiguous with the ids
ClientRow get_client(SQLite::Database& db, std::string_view words);
/// errors  NotFound
ClientRow get_client(SQLite::Database& db, ClientId id);

/// The same for a person who asked: stands in the log of looks.
ClientRow get_client(Session& session, std::string_view words);
ClientRow get_client(Session& session, ClientId id);

/// errors  UsageError when it is no id of a complaint; NotFound
ComplaintRow get_complaint(SQLite::Database& db, std::string_view id);

std::shared_ptr<Directory> make_directory();

} // namespace praxis::clients
