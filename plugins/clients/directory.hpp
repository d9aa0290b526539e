// SPDX-License-Identifier: MIT
#pragma once
#include "client_queries.hpp"
#include "complaint_queries.hpp"

#include <praxis/clients/directory.hpp>

#include <memory>
#include <string_view>

namespace praxis::clients {

/// errors  NotFound
ClientRow get_client(SQLite::Database& db, ClientId id);

/// For a command of the user: as Directory::get(). Archived clients are included: a name that two
/// clients share is always ambiguous. Writes the access log.
ClientRow get_client(Session& session, std::string_view id_or_name);
ClientRow get_client(Session& session, ClientId id);

/// errors  UsageError when it is not the id of a complaint; NotFound
ComplaintRow get_complaint(SQLite::Database& db, std::string_view id);

std::shared_ptr<Directory> make_directory();

} // namespace praxis::clients
