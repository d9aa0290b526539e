// SPDX-License-Identifier: MIT
/// The tables that the journal records, and their rows. A table is journalled, or derived (its
/// plugin's manifest names it, because praxis makes it from other rows), or virtual.
#pragma once
#include "journal/row.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace praxis::practice {

struct JournalledTable {
    std::string name;
    std::vector<std::string> columns; // in the byte order of their names

    /// The sorted columns for a SELECT, each quoted: `"client", "given"`.
    [[nodiscard]] std::string column_list() const;
};

/// All journalled tables of a database, by name. The journal's own two tables are not among them.
/// schema  "main", or the name of an attached database
std::vector<JournalledTable>
journalled_tables(SQLite::Database& db, const std::string& schema = "main");

/// One of them; nullopt for a derived, virtual, temporary or missing table.
std::optional<JournalledTable> find_journalled_table(SQLite::Database& db, const std::string& name);

/// The row as it is in the table; nullopt if there is none.
std::optional<Row>
find_row(SQLite::Database& db, const JournalledTable& table, std::int64_t row_number);

/// The tables of the core that hold no records: the lines of the access log, and what the practice
/// notes about its plugins and itself. Undo and --as-of leave them as they are.
inline constexpr const char* tables_without_records =
    "'core_access', 'core_plugin', 'core_migration', 'core_secret'";

bool is_record_table(const std::string& table);

/// Why the shapes of the tables with this prefix do not fit the journal, one sentence each: no
/// INTEGER PRIMARY KEY (VACUUM may renumber such rows), a generated column, too many columns.
std::vector<std::string> unfit_tables(SQLite::Database& db, const std::string& prefix);

} // namespace praxis::practice
