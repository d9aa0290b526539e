// SPDX-License-Identifier: MIT
#include "practice/verify_migrations.hpp"

#include "practice/key_file.hpp"
#include "practice/table_guard.hpp"

#include <praxis/digest.hpp>
#include <praxis/search.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace praxis::practice {
namespace {

struct AppliedMigration {
    std::string plugin;
    int number = 0;
    std::string digest;
};

/// In the order in which the practice ran them.
std::vector<AppliedMigration> applied_migrations(SQLite::Database& db) {
    return all_rows(
        statement(db, "SELECT plugin, number, digest FROM core_migration ORDER BY migration"),
        [](auto& query) {
            return AppliedMigration{
                column_text(query, 0),
                static_cast<int>(column_number(query, 1)),
                column_hex(query, 2)};
        }
    );
}

const Schema* find_schema(const std::vector<Schema>& installed, const std::string& plugin) {
    const auto found = std::ranges::find(installed, plugin, &Schema::plugin);
    return found == installed.end() ? nullptr : &*found;
}

/// The migration as its plugin has it; nullptr when the plugin is not installed or lacks it.
const Migration*
find_migration(const std::vector<Schema>& installed, const AppliedMigration& applied) {
    const auto* schema = find_schema(installed, applied.plugin);
    return schema == nullptr || applied.number < 1 || applied.number > schema->number()
               ? nullptr
               : &schema->migrations[static_cast<std::size_t>(applied.number - 1)];
}

/// What sqlite_schema says of an object.
using Objects = std::map<std::pair<std::string, std::string>, std::pair<std::string, std::string>>;

/// By type and name; without the tables inside a full-text index, and those of ANALYZE.
Objects objects_of(SQLite::Database& db) {
    Objects objects;
    auto query = statement(
        db,
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM main.sqlite_schema"
        " WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' AND tbl_name NOT IN"
        " (SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow')"
    );
    while (query.executeStep()) {
        objects[{column_text(query, 0), column_text(query, 1)}] = {
            column_text(query, 2), column_text(query, 3)};
    }
    return objects;
}

class MigrationCheck {
  public:
    MigrationCheck(SQLite::Database& db, const std::vector<Schema>& installed)
        : db_(db), installed_(installed), applied_(applied_migrations(db)) {}

    std::vector<std::string> run() {
        check_numbers();
        check_digests();
        check_derived_tables();
        if (findings_.empty()) {
            compare_objects();
        }
        return std::move(findings_);
    }

  private:
    /// The numbers of each plugin's migrations are 1, 2, 3 ... up to that of core_plugin.
    void check_numbers() {
        std::map<std::string, int> last;
        for (const auto& migration : applied_) {
            if (migration.number != ++last[migration.plugin]) {
                findings_.push_back("the list of migrations of " + migration.plugin + " has a gap");
            }
        }
        for (const auto& [plugin, number] : applied_schemas(db_)) {
            if (last[plugin] != number) {
                findings_.push_back(
                    "the practice says that migration " + std::to_string(number) + " of " + plugin +
                    " was the last, but lists " + std::to_string(last[plugin])
                );
            }
        }
    }

    void check_digests() {
        for (const auto& migration : applied_) {
            const auto* own = find_migration(installed_, migration);
            if (own != nullptr && praxis::digest_of(own->sql) != migration.digest) {
                findings_.push_back(
                    "migration " + std::to_string(migration.number) + " of " + migration.plugin +
                    " is not the one that the plugin has"
                );
            }
        }
    }

    /// A table that counts as derived is not in the journal, so a false one could be changed
    /// freely.
    void check_derived_tables() {
        auto query = statement(db_, "SELECT plugin, derived_tables FROM core_plugin");
        while (query.executeStep()) {
            const auto* schema = find_schema(installed_, column_text(query, 0));
            for (const auto& table : split(column_text(query, 1), ' ')) {
                if (schema != nullptr && !table.empty() &&
                    std::ranges::find(schema->derived_tables, table) ==
                        schema->derived_tables.end()) {
                    findings_.push_back(
                        "the practice calls " + table + " derived, but its plugin does not"
                    );
                }
            }
        }
    }

    /// Runs the same migrations in the same order in an empty database.
    void compare_objects() {
        SQLite::Database empty{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        add_search_functions(empty);
        for (const auto& migration : applied_) {
            if (const auto* own = find_migration(installed_, migration)) {
                empty.exec(std::string{own->sql});
            }
        }
        const auto expected = objects_of(empty);
        const auto present = objects_of(db_);
        for (const auto& [key, object] : expected) {
            const auto found = present.find(key);
            if (found == present.end() || found->second != object) {
                report(key, found == present.end() ? "is missing" : "is not as its plugin made it");
            }
        }
        for (const auto& [key, object] : present) {
            if (!expected.contains(key) && !is_of_absent_plugin(key.second, object.first)) {
                report(key, "was made by no plugin");
            }
        }
    }

    void report(const std::pair<std::string, std::string>& key, const std::string& what) {
        findings_.push_back("the " + key.first + " " + key.second + " " + what);
    }

    /// Whether the object and its table have names of one plugin that is not installed.
    bool is_of_absent_plugin(const std::string& name, const std::string& table) {
        const auto owner = owner_of(owners_, table);
        return !owner.empty() && find_schema(installed_, owner) == nullptr &&
               (owner_of(owners_, name) == owner || name.starts_with("sqlite_autoindex_"));
    }

    SQLite::Database& db_;
    const std::vector<Schema>& installed_;
    std::vector<AppliedMigration> applied_;
    std::map<std::string, std::string> owners_ = table_owners(db_, {});
    std::vector<std::string> findings_;
};

bool counts_its_rows(SQLite::Database& db, const std::string& table, const std::string& column) {
    int counts = 0;
    return sqlite3_table_column_metadata(
               db.getHandle(),
               "main",
               table.c_str(),
               column.c_str(),
               nullptr,
               nullptr,
               nullptr,
               nullptr,
               &counts
           ) == SQLITE_OK &&
           counts != 0;
}

bool is_signing_key(SQLite::Database& db, const std::string& public_key) {
    return first_row(
               statement(
                   db,
                   "SELECT 1 FROM core_signing_key WHERE public_key = ?",
                   StoredBytes{public_key}
               ),
               [](auto&) { return true; }
    ).value_or(false);
}

} // namespace

std::vector<std::string>
verify_migrations(SQLite::Database& db, const std::vector<Schema>& installed) {
    try {
        return MigrationCheck{db, installed}.run();
    } catch (const SQLite::Exception& error) {
        return {std::string{"the migrations cannot be compared: "} + error.what()};
    }
}

std::vector<std::string> verify_sequences(SQLite::Database& db) {
    std::vector<std::string> findings;
    auto query = statement(
        db,
        "SELECT t.name, c.name, coalesce((SELECT max(seq) FROM sqlite_sequence AS s"
        "                                 WHERE s.name = t.name), 0),"
        " coalesce((SELECT max(row_number) FROM core_change WHERE table_name = t.name), 0)"
        " FROM main.sqlite_schema AS t, pragma_table_info(t.name) AS c"
        " WHERE t.type = 'table' AND c.pk = 1"
    );
    while (query.executeStep()) {
        const auto table = column_text(query, 0);
        if (column_number(query, 2) < column_number(query, 3) &&
            counts_its_rows(db, table, column_text(query, 1))) {
            findings.push_back(
                table + " counts from " + std::to_string(column_number(query, 2)) +
                ", but had row " + std::to_string(column_number(query, 3)) +
                ": a number would be used twice"
            );
        }
    }
    return findings;
}

std::vector<std::string> verify_key_file(SQLite::Database& db, const std::string& path) {
    std::vector<std::string> findings;
    const auto keys = read_key_file(path);
    if (!keys) {
        return findings;
    }
    const auto last = journal_head(db).change_set;
    for (const auto& slot : keys->slots) {
        // A slot of a set that was never committed is no slot.
        if (slot.from_set.value_or(0) <= last && !is_signing_key(db, slot.public_key)) {
            findings.push_back(
                "the slot of " + slot.user +
                " in the key file has a key that the practice did "
                "not make"
            );
        }
    }
    return findings;
}

Verified verify_practice(
    SQLite::Database& db, const std::string& path, const std::vector<Schema>& installed
) {
    auto verified = verify_journal(db);
    for (const auto& findings :
         {verify_migrations(db, installed), verify_sequences(db), verify_key_file(db, path)}) {
        verified.findings.insert(verified.findings.end(), findings.begin(), findings.end());
    }
    return verified;
}

} // namespace praxis::practice
