// SPDX-License-Identifier: MIT
#include "base/sql_names.hpp"
#include "journal/journal.hpp"
#include "journal/tables.hpp"
#include "journal/verify.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <optional>
#include <set>
#include <utility>

namespace praxis::practice {
namespace {

/// The rows of one table with the highest number first. The table may be missing: then it has none.
class RowCursor {
  public:
    RowCursor(SQLite::Database& db, const std::optional<JournalledTable>& table) {
        if (table) {
            columns_ = table->columns;
            query_.emplace(statement(
                db,
                "SELECT rowid, " + table->column_list() + " FROM main." + quoted_name(table->name) +
                    " ORDER BY rowid DESC"
            ));
            next();
        }
    }

    /// The number of the row in hand; nothing after the last one.
    [[nodiscard]] std::optional<std::int64_t> number() const { return number_; }

    Row content() { return read_row(*query_, 1, columns_); }

    void next() {
        number_ = query_->executeStep() ? std::optional{column_number(*query_, 0)} : std::nullopt;
    }

  private:
    std::vector<std::string> columns_;
    std::optional<SQLite::Statement> query_;
    std::optional<std::int64_t> number_;
};

/// Walks the changes of one row from the newest to the oldest, starting from the row as it is.
class RowWalk {
  public:
    explicit RowWalk(std::optional<Row> current)
        : exists_(current.has_value()), image_(std::move(current)) {}

    void take(const Change& change) {
        if (is_wrong_ || (is_first_ && !fits_newest(change))) {
            is_wrong_ = true;
        } else if (change.is_erased()) {
            is_erased_ = true;
        } else if (is_erased_ || digest_of(change, image_) != change.digest || !fits_kind(change)) {
            is_wrong_ = true; // what is older than an erased change is erased, too
        } else {
            image_ = row_before(change, image_);
        }
        begins_ = change.kind == ChangeKind::added;
        is_first_ = false;
    }

    /// How the row differs from the journal; empty if it does not.
    [[nodiscard]] const char* fault() const {
        if (is_first_) {
            return "added";
        }
        if (is_wrong_ || !begins_) {
            return exists_ ? "changed" : "removed";
        }
        return "";
    }

  private:
    /// The newest change is "removed" exactly when there is no row. Of an erased row nothing is
    /// left: it is gone, or the set that erased it sealed it again.
    [[nodiscard]] bool fits_newest(const Change& change) const {
        return change.is_erased() ? !exists_ : (change.kind == ChangeKind::removed) != exists_;
    }

    [[nodiscard]] bool fits_kind(const Change& change) const {
        return (change.kind == ChangeKind::removed) != image_.has_value();
    }

    bool exists_;
    std::optional<Row> image_;
    bool is_first_ = true;
    bool is_wrong_ = false;
    bool is_erased_ = false;
    bool begins_ = false;
};

/// Merges the rows of a table with its changes, both from the highest row number down.
class TableWalk {
  public:
    TableWalk(SQLite::Database& db, std::string name, Verified& verified)
        : name_(std::move(name))
        , verified_(verified)
        , rows_(db, find_journalled_table(db, name_))
        , changes_(statement(
              db,
              std::string{"SELECT "} + change_columns +
                  " FROM core_change WHERE table_name = ? ORDER BY row_number DESC, change DESC",
              name_
          )) {}

    void run() {
        next_change();
        while (change_ || rows_.number()) {
            const auto number = std::max(
                change_ ? std::optional{change_->row_number} : std::nullopt, rows_.number()
            );
            walk_row(number.value());
        }
    }

  private:
    void walk_row(std::int64_t number) {
        const bool exists = rows_.number() == number;
        RowWalk row{exists ? std::optional{rows_.content()} : std::nullopt};
        while (change_ && change_->row_number == number) {
            row.take(*change_);
            next_change();
        }
        if (const std::string fault = row.fault(); !fault.empty()) {
            verified_.findings.push_back(
                name_ + " row " + std::to_string(number) + " was " + fault + " outside praxis"
            );
        }
        if (exists) {
            ++verified_.rows;
            rows_.next();
        }
    }

    void next_change() {
        change_ = changes_.executeStep() ? std::optional{read_change(changes_)} : std::nullopt;
    }

    std::string name_;
    Verified& verified_;
    RowCursor rows_;
    SQLite::Statement changes_;
    std::optional<Change> change_;
};

/// The journalled tables of today, and those that the journal names. A name that is a derived table
/// today has no rows to verify.
std::set<std::string> tables_to_verify(SQLite::Database& db) {
    std::set<std::string> names;
    for (const auto& table : journalled_tables(db)) {
        names.insert(table.name);
    }
    auto query = statement(db, "SELECT DISTINCT table_name FROM core_change");
    while (query.executeStep()) {
        names.insert(column_text(query, 0));
    }
    return names;
}

} // namespace

void verify_rows(SQLite::Database& db, Verified& verified) {
    for (const auto& name : tables_to_verify(db)) {
        try {
            TableWalk{db, name, verified}.run();
        } catch (const Refused& error) { // a change that cannot be read
            verified.findings.push_back(name + ": " + error.what());
        }
    }
}

void verify_schema(SQLite::Database& db, Verified& verified) {
    if (sealed_schema(db) != digest_of_schema(db)) {
        verified.findings.emplace_back(
            "a table, an index, a trigger or a view was changed outside praxis"
        );
    }
}

Verified verify_journal(SQLite::Database& db) {
    Verified verified;
    verify_schema(db, verified);
    verify_chain(db, verified);
    verify_rows(db, verified);
    return verified;
}

} // namespace praxis::practice
