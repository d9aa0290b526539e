// SPDX-License-Identifier: MIT
#include "journal/undo.hpp"

#include "base/sql_names.hpp"
#include "journal/record_names.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <map>

namespace praxis::practice {
namespace {

/// Reads each table's columns once.
class Tables {
  public:
    explicit Tables(SQLite::Database& db) : db_(db) {}

    const JournalledTable& get(const std::string& name) {
        auto [entry, is_new] = tables_.try_emplace(name);
        if (is_new) {
            entry->second = find_journalled_table(db_, name);
        }
        if (!entry->second) {
            throw Refused(
                "the table " + name + " no longer exists",
                "install its plugin again: praxis plugin add PATH"
            );
        }
        return *entry->second;
    }

  private:
    SQLite::Database& db_;
    std::map<std::string, std::optional<JournalledTable>> tables_;
};

void insert_row(SQLite::Database& db, const JournalledTable& table, const Row& row) {
    std::vector<std::string> names;
    for (const auto& [name, cell] : row) {
        names.push_back(quoted_name(name));
    }
    auto insert = statement(
        db,
        "INSERT INTO main." + quoted_name(table.name) + " (" + join(names, ", ") + ") VALUES (" +
            join(std::vector<std::string>(names.size(), "?"), ", ") + ")"
    );
    int index = 0;
    for (const auto& [name, cell] : row) {
        bind_cell(insert, ++index, cell);
    }
    insert.exec();
}

void update_row(
    SQLite::Database& db,
    const JournalledTable& table,
    std::int64_t row_number,
    const Row& current,
    const Row& wanted
) {
    const auto changed = changed_cells(wanted, current); // as wanted has them
    std::vector<std::string> settings;
    for (const auto& [name, cell] : changed) {
        settings.push_back(quoted_name(name) + " = ?");
    }
    if (settings.empty()) {
        return;
    }
    auto update = statement(
        db,
        "UPDATE main." + quoted_name(table.name) + " SET " + join(settings, ", ") +
            " WHERE rowid = ?"
    );
    int index = 0;
    for (const auto& [name, cell] : changed) {
        bind_cell(update, ++index, cell);
    }
    update.bind(++index, row_number);
    update.exec();
}

void refuse_missing_columns(const JournalledTable& table, const Row& row) {
    for (const auto& [name, cell] : row) {
        if (!std::binary_search(table.columns.begin(), table.columns.end(), name)) {
            throw Refused(
                "the table " + table.name + " no longer has the column " + name,
                "restore a backup of that day: praxis backup list"
            );
        }
    }
}

std::vector<Change> undoable_changes(SQLite::Database& db, const ChangeSet& set) {
    auto changes = all_rows(
        statement(
            db,
            std::string{"SELECT "} + change_columns +
                " FROM core_change WHERE change > ? AND change <= ? ORDER BY change DESC",
            last_change_before(db, set),
            set.last_change
        ),
        read_change
    );
    std::erase_if(changes, [](const Change& change) { return !is_record_table(change.table); });
    return changes;
}

void refuse_keys_and_erased(const std::vector<Change>& changes, const ChangeSet& set) {
    if (set.author.command.starts_with(migrate_command) || set.author.command == "plugin purge") {
        throw Refused(
            "praxis " + set.author.command + " changed the tables and cannot be undone",
            "the copy that praxis made before it lies beside the practice"
        );
    }
    const bool is_new_practice = set.author.command == "init";
    for (const auto& change : changes) {
        const bool key = change.table == "core_signing_key";
        if (change.is_erased() || key || is_new_practice || change.table == "core_erasure") {
            throw Refused(
                "praxis " + set.author.command + " cannot be undone",
                key && !is_new_practice ? "to change a user: praxis user edit" : ""
            );
        }
    }
}

/// Takes one change back. Its digest shows whether the row is still as the set left it.
Undone undo_change(SQLite::Database& db, const JournalledTable& table, const Change& change) {
    auto current = find_row(db, table, change.row_number);
    if (digest_of(change, current) != change.digest) {
        throw Refused(
            RecordNames{db}.name(change.table, change.row_number, current.value_or(Row{})) +
                " was changed since, so the command cannot be undone",
            "to see all changes: praxis audit show; to check the practice: praxis audit verify"
        );
    }
    auto wanted = row_before(change, current);
    set_row(db, table, change.row_number, current, wanted);
    return {change.table, change.row_number, std::move(current), std::move(wanted)};
}

} // namespace

void set_row(
    SQLite::Database& db,
    const JournalledTable& table,
    std::int64_t row_number,
    const std::optional<Row>& current,
    const std::optional<Row>& wanted
) {
    if (!wanted) {
        if (current) {
            execute(
                db, "DELETE FROM main." + quoted_name(table.name) + " WHERE rowid = ?", row_number
            );
        }
        return;
    }
    refuse_missing_columns(table, *wanted);
    if (current) {
        update_row(db, table, row_number, *current, *wanted);
    } else {
        insert_row(db, table, *wanted);
    }
}

std::vector<ChangeSet> newest_change_sets(SQLite::Database& db, std::int64_t most) {
    std::vector<ChangeSet> sets;
    auto query = statement(
        db,
        std::string{"SELECT "} + change_set_columns +
            " FROM core_change_set ORDER BY change_set DESC"
    );
    while (static_cast<std::int64_t>(sets.size()) < most && query.executeStep()) {
        if (auto set = read_change_set(query); count_undoable_changes(db, set) > 0) {
            sets.push_back(std::move(set));
        }
    }
    return sets;
}

std::int64_t last_change_before(SQLite::Database& db, const ChangeSet& set) {
    return first_row(
               statement(
                   db,
                   "SELECT last_change FROM core_change_set WHERE change_set = ?",
                   set.number - 1
               ),
               [](auto& query) { return column_number(query, 0); }
    ).value_or(0);
}

std::int64_t count_undoable_changes(SQLite::Database& db, const ChangeSet& set) {
    return first_row(
               statement(
                   db,
                   std::string{"SELECT count(*) FROM core_change WHERE change > ? AND change <= ?"
                               " AND table_name NOT IN ("} +
                       tables_without_records + ")",
                   last_change_before(db, set),
                   set.last_change
               ),
               [](auto& query) { return column_number(query, 0); }
    ).value_or(0);
}

std::vector<RowsRestoring::Row> rows_changed_after(SQLite::Database& db, std::int64_t change) {
    return all_rows(
        statement(
            db,
            std::string{"SELECT table_name, row_number, kind = 1, min(change) FROM core_change"
                        " WHERE change > ? AND erased_by IS NULL AND table_name NOT IN ("} +
                tables_without_records + ") GROUP BY table_name, row_number",
            change
        ),
        [](auto& query) {
            return RowsRestoring::Row{
                column_text(query, 0), column_number(query, 1), column_flag(query, 2)};
        }
    );
}

std::vector<Undone> undo_changes(SQLite::Database& db, const ChangeSet& set) {
    const auto changes = undoable_changes(db, set);
    refuse_keys_and_erased(changes, set);
    std::vector<Undone> undone;
    Tables tables{db};
    db.exec("PRAGMA defer_foreign_keys = ON");
    try {
        for (const auto& change : changes) {
            undone.push_back(undo_change(db, tables.get(change.table), change));
        }
    } catch (const SQLite::Exception& error) {
        // The message of the trigger names the signed or sent record.
        throw Refused(
            "praxis " + set.author.command + " cannot be undone: " + error.what(),
            "to add to a signed note: praxis note amend; earlier commands: praxis undo --list"
        );
    }
    return undone;
}

} // namespace praxis::practice
