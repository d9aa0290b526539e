// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace praxis::soap {

/// The complaint in the client's own words; empty when they are not recorded.
std::string complaint_text(SQLite::Database& db, ComplaintId complaint);

} // namespace praxis::soap
