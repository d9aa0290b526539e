// SPDX-License-Identifier: MIT
#include "journal/tables.hpp"

#include "base/sql_names.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <iterator>

namespace praxis::practice {
namespace {

/// The tables of ?1 that the journal records, apart from its own. ?2 is one name, or NULL for all.
/// core_plugin exists as soon as the core's migrations have run.
std::string tables_sql(const std::string& schema, const std::string& columns) {
    return "SELECT list.name, " + columns +
           " FROM pragma_table_list AS list, pragma_table_xinfo(list.name, ?1) AS info"
           " WHERE list.schema = ?1 AND list.type = 'table' AND (?2 IS NULL OR list.name = ?2)"
           " AND list.name NOT IN ('core_change', 'core_change_set')"
           " AND list.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
           " AND NOT EXISTS (SELECT 1 FROM " +
           quoted_name(schema) +
           ".core_plugin WHERE"
           " instr(' ' || derived_tables || ' ', ' ' || list.name || ' ') > 0)";
}

std::vector<JournalledTable> read_tables(
    SQLite::Database& db, const std::string& schema, const std::optional<std::string>& name
) {
    std::vector<JournalledTable> tables;
    auto query = statement(
        db,
        tables_sql(schema, "info.name") +
            " AND list.wr = 0 AND info.hidden = 0 ORDER BY list.name, info.name",
        schema,
        name
    );
    while (query.executeStep()) {
        const auto table = column_text(query, 0);
        if (tables.empty() || tables.back().name != table) {
            tables.push_back({table, {}});
        }
        tables.back().columns.push_back(column_text(query, 1));
    }
    return tables;
}

} // namespace

std::string JournalledTable::column_list() const {
    std::vector<std::string> quoted;
    std::transform(columns.begin(), columns.end(), std::back_inserter(quoted), quoted_name);
    return join(quoted, ", ");
}

std::vector<JournalledTable> journalled_tables(SQLite::Database& db, const std::string& schema) {
    return read_tables(db, schema, std::nullopt);
}

std::optional<JournalledTable>
find_journalled_table(SQLite::Database& db, const std::string& name) {
    auto found = read_tables(db, "main", name);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

std::optional<Row>
find_row(SQLite::Database& db, const JournalledTable& table, std::int64_t row_number) {
    return first_row(
        statement(
            db,
            "SELECT " + table.column_list() + " FROM main." + quoted_name(table.name) +
                " WHERE rowid = ?",
            row_number
        ),
        [&](SQLite::Statement& query) { return read_row(query, 0, table.columns); }
    );
}

bool is_record_table(const std::string& table) {
    return std::string_view{tables_without_records}.find("'" + table + "'") ==
           std::string_view::npos;
}

std::vector<std::string> unfit_tables(SQLite::Database& db, const std::string& prefix) {
    std::vector<std::string> unfit;
    auto query = statement(
        db,
        tables_sql(
            "main",
            "list.wr OR max(info.pk) <> 1 OR max(info.pk = 1 AND info.type = 'INTEGER') = 0,"
            " max(info.hidden) > 0, count(*) > ?4, max(instr(info.name, char(10))) > 0"
        ) + " AND substr(list.name, 1, length(?3)) = ?3 GROUP BY list.name ORDER BY list.name",
        "main",
        std::optional<std::string>{},
        prefix,
        static_cast<std::int64_t>(most_journalled_columns)
    );
    while (query.executeStep()) {
        const auto table = "the table " + column_text(query, 0) + " ";
        if (column_flag(query, 1)) {
            unfit.push_back(
                table + "needs an INTEGER PRIMARY KEY, or must be among the derived tables"
            );
        } else if (column_flag(query, 2)) {
            unfit.push_back(table + "has a generated column; a view can compute it");
        } else if (column_flag(query, 3) || column_flag(query, 4)) {
            unfit.push_back(
                table + "has more than " + std::to_string(most_journalled_columns) +
                " columns, or a line feed in a column's name"
            );
        }
    }
    return unfit;
}

} // namespace praxis::practice
