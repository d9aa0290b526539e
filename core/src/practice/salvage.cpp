// SPDX-License-Identifier: MIT
#include "practice/salvage.hpp"

#include "base/sql_names.hpp"

#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <limits>

namespace praxis::practice {
namespace {

constexpr std::int64_t first_possible = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most_single_tries =
    100000; // rowids tried one by one between the two readable ends

struct SchemaEntry {
    std::string type;
    std::string name;
    std::string sql;

    [[nodiscard]] bool is_virtual() const { return sql.starts_with("CREATE VIRTUAL"); }

    [[nodiscard]] bool has_rowid() const { return sql.find("WITHOUT ROWID") == std::string::npos; }
};

/// All schema entries with a statement, in their order. Virtual tables create their own shadow
/// tables.
std::vector<SchemaEntry> schema_of(SQLite::Database& db) {
    return all_rows(
        statement(
            db,
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
            " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            " AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')"
            " ORDER BY rowid"
        ),
        [](auto& query) {
            return SchemaEntry{column_text(query, 0), column_text(query, 1), column_text(query, 2)};
        }
    );
}

std::vector<std::string> columns_of(SQLite::Database& db, const std::string& table) {
    return all_rows(
        statement(db, "SELECT name FROM pragma_table_info(?) ORDER BY cid", table),
        [](auto& query) { return quoted_name(column_text(query, 0)); }
    );
}

void bind_value(SQLite::Statement& insert, int index, const SQLite::Column& value) {
    if (value.isInteger()) {
        insert.bind(index, value.getInt64());
    } else if (value.isFloat()) {
        insert.bind(index, value.getDouble());
    } else if (value.isText()) {
        insert.bind(index, value.getString());
    } else if (value.isBlob()) {
        insert.bind(index, value.getBlob(), value.getBytes());
    } else {
        insert.bind(index);
    }
}

/// Copies the rows of one table and records where reading failed.
class TableCopy {
  public:
    TableCopy(SQLite::Database& damaged, SQLite::Database& fresh, const SchemaEntry& table)
        : damaged_(damaged)
        , name_(table.name)
        , columns_(join(columns_of(damaged, table.name), ", "))
        , insert_(fresh, insertion(damaged, table))
        , has_rowid_(table.has_rowid()) {}

    void run(Salvaged& salvaged) {
        const auto last = copy(
            has_rowid_
                ? "SELECT rowid, " + columns_ + " FROM " + quoted_name(name_) + " ORDER BY rowid"
                : "SELECT 0, " + columns_ + " FROM " + quoted_name(name_),
            first_possible
        );
        if (failed_ && has_rowid_) {
            copy_after_damage(last, salvaged);
        } else if (failed_) {
            salvaged.lost.push_back(name_ + ": some rows cannot be read");
        }
        salvaged.rows += rows_;
    }

  private:
    static std::string insertion(SQLite::Database& db, const SchemaEntry& table) {
        const auto columns = columns_of(db, table.name);
        std::vector<std::string> places(columns.size(), "?");
        return "INSERT OR IGNORE INTO " + quoted_name(table.name) + " (" +
               (table.has_rowid() && table.is_virtual() ? "rowid, " : "") + join(columns, ", ") +
               ") VALUES (" + (table.has_rowid() && table.is_virtual() ? "?, " : "") +
               join(places, ", ") + ")";
    }

    /// Copies rows up to the end or the first unreadable row. Returns the number of the last copied
    /// row.
    std::int64_t copy(const std::string& select, std::int64_t last) {
        failed_ = false;
        try {
            SQLite::Statement query{damaged_, select};
            while (query.executeStep()) {
                last = query.getColumn(0).getInt64();
                insert_row(query);
            }
        } catch (const SQLite::Exception&) {
            failed_ = true;
        }
        return last;
    }

    /// Copies from the end back to the damage, then tries each row in between.
    void copy_after_damage(std::int64_t last, Salvaged& salvaged) {
        const auto from = " FROM " + quoted_name(name_) + " WHERE rowid > " + std::to_string(last);
        const auto next = copy("SELECT rowid, " + columns_ + from + " ORDER BY rowid DESC", last);
        const auto begin = last == first_possible ? 1 : last + 1;
        const auto end = next == last ? begin + most_single_tries : next;
        for (auto row = begin; row < end && row - begin < most_single_tries; ++row) {
            copy(
                "SELECT rowid, " + columns_ + " FROM " + quoted_name(name_) +
                    " WHERE rowid = " + std::to_string(row),
                row
            );
        }
        salvaged.lost.push_back(
            name_ + ": some rows from number " + std::to_string(begin) +
            (next == last ? " on" : " to " + std::to_string(end - 1)) + " cannot be read"
        );
    }

    /// The first value is the rowid. It is inserted only into a full-text index.
    void insert_row(SQLite::Statement& query) {
        const int skip = query.getColumnCount() - insert_.getBindParameterCount();
        for (int column = skip; column < query.getColumnCount(); ++column) {
            bind_value(insert_, column - skip + 1, query.getColumn(column));
        }
        rows_ += insert_.exec();
        insert_.reset();
    }

    SQLite::Database& damaged_;
    std::string name_;
    std::string columns_;
    SQLite::Statement insert_;
    bool has_rowid_;
    bool failed_ = false;
    std::int64_t rows_ = 0;
};

} // namespace

Salvaged salvage(SQLite::Database& damaged, SQLite::Database& fresh) {
    Salvaged salvaged;
    const auto schema = schema_of(damaged);
    fresh.exec("PRAGMA foreign_keys = OFF");
    SQLite::Transaction transaction{fresh};
    for (const auto& entry : schema) {
        if (entry.type == "table") {
            fresh.exec(entry.sql);
            TableCopy{damaged, fresh, entry}.run(salvaged);
        }
    }
    for (const auto& entry : schema) {
        if (entry.type != "table") {
            fresh.exec(entry.sql);
        }
    }
    transaction.commit();
    return salvaged;
}

} // namespace praxis::practice
