// SPDX-License-Identifier: MIT
/// A table row as bytes, praxis-row/1: what the digests of the journal cover, and how it stores old
/// values. Columns without a value are left out, so that ALTER TABLE ADD COLUMN changes no row.
/// source  schemas/formats/journal.md: a row
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace praxis::practice {

struct Blob {
    std::string bytes;
    bool operator==(const Blob&) const = default;
};

/// The value of a column in one of SQLite's storage classes; the first is NULL.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

/// Cells by the names of their columns, in the byte order of the names.
using Row = std::map<std::string, Cell, std::less<>>;

std::string encode_row(const Row& row);

/// Nothing unless the bytes are exactly what encode_row() writes for some row.
std::optional<Row> decode_row(std::string_view bytes);

/// The cells of `before` that differ in `after`. A cell that only `after` has is NULL.
Row changed_cells(const Row& before, const Row& after);

/// The older row: `row` with the old cells put back.
Row put_back(Row row, const Row& old);

/// Reads the columns of a row, from column `first` of the query on, under these names. NULLs are
/// left out.
Row read_row(SQLite::Statement& query, int first, const std::vector<std::string>& names);

void bind_cell(SQLite::Statement& query, int index, const Cell& cell);

/// Adds the SQL function praxis_row(NAMES, VALUE...) to a connection: a row as bytes. NAMES are the
/// sorted names of the columns, one in a line.
void add_row_function(SQLite::Database& db);

/// The most columns that a table of the journal may have: SQLite's default limit of 127 arguments
/// for a function, less the names.
inline constexpr std::size_t most_journalled_columns = 126;

} // namespace praxis::practice
