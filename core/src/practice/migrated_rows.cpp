// SPDX-License-Identifier: MIT
#include "practice/migrated_rows.hpp"

#include "base/sql_names.hpp"
#include "journal/journal.hpp"
#include "journal/tables.hpp"

#include <praxis/sql.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace praxis::practice {
namespace {

using Tables = std::map<std::string, JournalledTable>;

Tables tables_in(SQLite::Database& db, const std::string& schema, const std::string& prefix) {
    Tables tables;
    for (auto& table : journalled_tables(db, schema)) {
        if (table.name.starts_with(prefix)) {
            const auto name = table.name;
            tables.emplace(name, std::move(table));
        }
    }
    return tables;
}

const JournalledTable* find(const Tables& tables, const std::string& name) {
    const auto found = tables.find(name);
    return found == tables.end() ? nullptr : &found->second;
}

/// The rows of a table in the order of their numbers; of a missing table none.
class RowsOf {
  public:
    RowsOf(SQLite::Database& db, const std::string& schema, const JournalledTable* table) {
        if (table != nullptr) {
            columns_ = table->columns;
            query_.emplace(statement(
                db,
                "SELECT rowid, " + table->column_list() + " FROM " + schema + "." +
                    quoted_name(table->name) + " ORDER BY rowid"
            ));
            next();
        }
    }

    [[nodiscard]] std::optional<std::int64_t> number() const { return number_; }

    /// The row of that number, and goes on to the next one; nullopt when another row is in hand.
    std::optional<Row> take(std::int64_t number) {
        if (number_ != number) {
            return std::nullopt;
        }
        auto row = read_row(*query_, 1, columns_);
        next();
        return row;
    }

  private:
    void next() {
        number_ = query_->executeStep() ? std::optional{column_number(*query_, 0)} : std::nullopt;
    }

    std::vector<std::string> columns_;
    std::optional<SQLite::Statement> query_;
    std::optional<std::int64_t> number_;
};

void add_differences(SQLite::Database& db, const std::string& table, RowsOf before, RowsOf after) {
    while (before.number() || after.number()) {
        const auto number = !before.number()  ? *after.number()
                            : !after.number() ? *before.number()
                                              : std::min(*before.number(), *after.number());
        const auto old_row = before.take(number);
        const auto new_row = after.take(number);
        if (!old_row || !new_row || encode_row(*old_row) != encode_row(*new_row)) {
            add_step(db, table, number, old_row, new_row);
        }
    }
}

} // namespace

EarlierCopy::EarlierCopy(SQLite::Database& db, const std::string& copy)
    : db_(db), is_attached_(!copy.empty()) {
    if (is_attached_) {
        execute(db_, std::string{"ATTACH DATABASE ? AS "} + name, copy);
    }
}

EarlierCopy::~EarlierCopy() {
    if (is_attached_) {
        db_.tryExec(std::string{"DETACH DATABASE "} + name);
    }
}

void add_migrated_rows(
    SQLite::Database& db, const std::string& table_prefix, const EarlierCopy& copy
) {
    const auto before =
        copy.is_attached() ? tables_in(db, EarlierCopy::name, table_prefix) : Tables{};
    const auto after = tables_in(db, "main", table_prefix);
    std::set<std::string> names;
    for (const auto* tables : {&before, &after}) {
        for (const auto& [name, table] : *tables) {
            names.insert(name);
        }
    }
    for (const auto& name : names) {
        add_differences(
            db, name, {db, EarlierCopy::name, find(before, name)}, {db, "main", find(after, name)}
        );
    }
}

} // namespace praxis::practice
