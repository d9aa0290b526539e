// SPDX-License-Identifier: MIT
/// What people call the rows of tables: "note N-0018 of C-0008".
///
/// The names come from the rule for tables (schemas/README.md): the table PREFIX_note has the
/// number of its record in the column `note`, and refers to other records with columns of their
/// names.
#pragma once
#include "journal/journal.hpp"
#include "journal/row.hpp"
#include "journal/tables.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::practice {

struct IdColumn {
    std::string_view prefix; // of the ids: "N"
    std::string_view column; // in the record's own table and in those that refer to it: "note"
};

/// The columns with ids that users see.
std::span<const IdColumn> id_columns();

class RecordNames {
  public:
    explicit RecordNames(SQLite::Database& db);

    /// row  the row's content, where it is known: it tells whose record it is
    std::string name(const std::string& table, std::int64_t row_number, const Row& row) const;

    /// "added note N-0018 of C-0008; changed client C-0008; 2 entries". The entries are the rows
    /// that belong to a record named before, and those after the first few. Empty when the set
    /// changed no record.
    std::string describe(std::int64_t change_set);

  private:
    [[nodiscard]] std::string noun_of(const std::string& table) const;
    Row row_of(const std::string& table, std::int64_t row_number, std::string_view old);

    SQLite::Database& db_;
    std::vector<std::string> prefixes_; // of tables: "soap_"
    std::map<std::string, std::optional<JournalledTable>> tables_;
};

} // namespace praxis::practice
