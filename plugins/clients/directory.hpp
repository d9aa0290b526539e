// SPDX-License-Identifier: MIT
#pragma once
#include "client_queries.hpp"
#include "complaint_queries.hpp"

#include <praxis/clients/directory.hpp>

#include <memory>
#include <string_view>

namespace praxis::clients {

/// The client with that id or name, archived ones included: a name that two clients share is always
/// ambiguous.
/// errors  NotFound; Ambiguous with the ids
ClientRow get_client(SQLite::Database& db, std::string_view id_or_name);
/// errors  NotFound
ClientRow get_client(SQLite::Database& db, ClientId id);

/// The same for a command of the user: writes the access log.
ClientRow get_client(Session& session, std::string_view id_or_name);
ClientRow get_client(Session& session, ClientId id);

/// errors  UsageError when it is not the id of a complaint; NotFound
ComplaintRow get_complaint(SQLite::Database& db, std::string_view id);

std::shared_ptr<Directory> make_directory();

} // namespace praxis::clients
