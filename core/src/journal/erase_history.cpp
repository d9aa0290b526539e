// SPDX-License-Identifier: MIT
#include "journal/erase_history.hpp"

#include "journal/journal.hpp"
#include "journal/tables.hpp"

#include <praxis/sql.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace praxis::practice {
namespace {

using Place = std::pair<std::string, std::int64_t>; // table and row number

/// A column whose values are row numbers of another table.
struct Reference {
    std::string column;
    std::string target;
};

/// The foreign keys of each table that refer to row numbers, as all of praxis's do.
std::multimap<std::string, Reference> references(SQLite::Database& db) {
    std::multimap<std::string, Reference> found;
    auto query = statement(
        db,
        "SELECT list.name, reference.\"from\", reference.\"table\""
        " FROM pragma_table_list AS list, pragma_foreign_key_list(list.name) AS reference"
        " WHERE list.schema = 'main'"
    );
    while (query.executeStep()) {
        found.emplace(
            column_text(query, 0), Reference{column_text(query, 1), column_text(query, 2)}
        );
    }
    return found;
}

/// Attachments belong to records of any plugin; the core's other tables keep their history.
bool is_erasable(const std::string& table) {
    return !table.starts_with("core_") || table == "core_attachment";
}

bool has_number(const Row& row, std::string_view column, std::int64_t number) {
    const auto cell = row.find(column);
    return cell != row.end() && cell->second == Cell{number};
}

/// Finds for each row the last change to erase; all older changes of the row go, too.
class ErasurePlan {
  public:
    ErasurePlan(SQLite::Database& db, std::int64_t client, std::int64_t change_set)
        : db_(db), client_(client), references_(references(db)) {
        add_removed_rows(change_set);
        while (add_old_values()) { // a row so removed may have had rows that referred to it
        }
    }

    [[nodiscard]] const std::map<Place, std::int64_t>& last_changes() const {
        return last_changes_;
    }

  private:
    void add_removed_rows(std::int64_t change_set) {
        auto query = statement(
            db_,
            "SELECT table_name, row_number, change FROM core_change WHERE change >"
            " coalesce((SELECT last_change FROM core_change_set WHERE change_set = ?1 - 1), 0)"
            " AND kind = 3 AND erased_by IS NULL",
            change_set
        );
        while (query.executeStep()) {
            if (const auto table = column_text(query, 0); is_erasable(table)) {
                add({table, column_number(query, 1)}, column_number(query, 2), true);
            }
        }
    }

    /// One pass over all old values. Returns whether it found anything new.
    bool add_old_values() {
        bool is_new = false;
        auto query = statement(
            db_,
            std::string{"SELECT "} + change_columns +
                " FROM core_change WHERE old IS NOT NULL ORDER BY change"
        );
        while (query.executeStep()) {
            const auto change = read_change(query);
            if (is_erasable(change.table) && names_what_goes(change)) {
                is_new = add({change.table, change.row_number},
                             change.change,
                             change.kind == ChangeKind::removed) ||
                         is_new;
            }
        }
        return is_new;
    }

    [[nodiscard]] bool names_what_goes(const Change& change) const {
        const auto old = decode_row(change.old.value_or("")).value_or(Row{});
        if (has_number(old, "client", client_)) {
            return true;
        }
        const auto [first, last] = references_.equal_range(change.table);
        return std::any_of(first, last, [&](const auto& entry) {
            const auto cell = old.find(entry.second.column);
            const auto* number =
                cell == old.end() ? nullptr : std::get_if<std::int64_t>(&cell->second);
            return number != nullptr && removed_.contains({entry.second.target, *number}) &&
                   removed_.at({entry.second.target, *number});
        });
    }

    bool add(const Place& place, std::int64_t change, bool is_removed) {
        auto& last = last_changes_[place];
        auto& removed = removed_[place];
        const bool is_new = last < change || (is_removed && !removed);
        last = std::max(last, change);
        removed = removed || is_removed;
        return is_new;
    }

    SQLite::Database& db_;
    std::int64_t client_;
    std::multimap<std::string, Reference> references_;
    std::map<Place, std::int64_t> last_changes_;
    std::map<Place, bool> removed_;
};

std::int64_t newest_change(SQLite::Database& db, const Place& place) {
    return first_row(
               statement(
                   db,
                   "SELECT max(change) FROM core_change WHERE table_name = ? AND row_number = ?",
                   place.first,
                   place.second
               ),
               [](auto& query) { return column_number(query, 0); }
    ).value_or(0);
}

} // namespace

std::vector<UnsealedRow>
erase_history(SQLite::Database& db, std::int64_t client, std::int64_t change_set) {
    const ErasurePlan plan{db, client, change_set};
    std::vector<UnsealedRow> unsealed;
    for (const auto& [place, last] : plan.last_changes()) {
        execute(
            db,
            "UPDATE core_change SET old = NULL, salt = NULL, erased_by = ?1 WHERE table_name = ?2"
            " AND row_number = ?3 AND change <= ?4 AND erased_by IS NULL",
            change_set,
            place.first,
            place.second,
            last
        );
        const auto table = find_journalled_table(db, place.first);
        auto row = table ? find_row(db, *table, place.second) : std::nullopt;
        if (row && newest_change(db, place) == last) {
            unsealed.push_back({place.first, place.second, std::move(*row)});
        }
    }
    return unsealed;
}

Digest digest_of_erasure(SQLite::Database& db, std::int64_t change_set) {
    DigestBuilder builder;
    auto query = statement(
        db, "SELECT change, digest FROM core_change WHERE erased_by = ? ORDER BY change", change_set
    );
    while (query.executeStep()) {
        builder.add_number(column_number(query, 0))
            .add_fixed(column_digest(query, 1).value_or(Digest{}));
    }
    return builder.finish();
}

} // namespace praxis::practice
