// SPDX-License-Identifier: MIT
#include "write/complaint_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::soap {

std::string complaint_text(SQLite::Database& db, ComplaintId complaint) {
    return first_row(
               statement(db, "SELECT text FROM clients_complaint WHERE complaint = ?", complaint),
               [](SQLite::Statement& row) { return optional_text(row, 0).value_or(""); }
    ).value_or("");
}

} // namespace praxis::soap
