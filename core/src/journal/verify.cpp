// SPDX-License-Identifier: MIT
#include "journal/verify.hpp"

#include "base/sql_names.hpp"
#include "journal/journal.hpp"

#include <praxis/sql.hpp>

#include <map>
#include <optional>

namespace praxis::practice {
namespace {

std::string name_of(const ChangeSet& set) {
    return "change set " + std::to_string(set.number);
}

/// The finding about one change; empty if it is intact.
std::string problem_of(const Change& change) {
    const bool blank = !change.before && !change.after && change.salt.empty();
    if (change.erased ? blank : digest_of(change) == change.digest) {
        return {};
    }
    return "change " + std::to_string(change.change) + " of set " +
           std::to_string(change.change_set) + " (" + change.table +
           ") was altered after it was written";
}

/// The last content in the journal of each row that should exist in the table.
std::map<std::int64_t, std::string> last_contents(SQLite::Database& db, const std::string& table) {
    std::map<std::int64_t, std::string> rows;
    auto query = statement(
        db,
        "SELECT row_number, new_content FROM core_change WHERE table_name = ?"
        " ORDER BY change",
        table
    );
    while (query.executeStep()) {
        const auto row = column_number(query, 0);
        if (auto content = optional_text(query, 1)) {
            rows[row] = std::move(*content);
        } else {
            rows.erase(row);
        }
    }
    return rows;
}

/// Calls `report` for each row that differs from the journal, with its number, the content in the
/// journal, and the content in the table.
template <class Report>
std::int64_t compare(SQLite::Database& db, const WatchedTable& table, const Report& report) {
    auto expected = last_contents(db, table.name);
    auto query = statement(
        db,
        "SELECT one.rowid, " + table.content_of("one") + " FROM main." + quoted_name(table.name) +
            " AS one ORDER BY one.rowid"
    );
    std::int64_t rows = 0;
    while (query.executeStep()) {
        ++rows;
        const auto row = column_number(query, 0);
        const auto content = column_text(query, 1);
        const auto known = expected.find(row);
        if (known == expected.end()) {
            report(row, std::nullopt, std::optional{content});
            continue;
        }
        if (known->second != content) {
            report(row, std::optional{known->second}, std::optional{content});
        }
        expected.erase(known);
    }
    for (const auto& [row, content] : expected) {
        report(row, std::optional{content}, std::nullopt);
    }
    return rows;
}

using Content = std::optional<std::string>;

void verify_table(SQLite::Database& db, const WatchedTable& table, Verified& verified) {
    const auto finding = [&](std::int64_t row, const Content& before, const Content& after) {
        const auto* what = !before ? "added" : !after ? "removed" : "changed";
        verified.findings.push_back(
            table.name + " row " + std::to_string(row) + " was " + what + " outside praxis"
        );
    };
    verified.rows += compare(db, table, finding);
}

} // namespace

void verify_chain(SQLite::Database& db, Verified& verified) {
    std::string previous;
    for (const auto& set : all_change_sets(db)) {
        if (set.number != ++verified.change_sets) {
            verified.findings.push_back(
                "change set " + std::to_string(verified.change_sets) + " is missing"
            );
            return;
        }
        std::vector<std::string> digests;
        for (const auto& change : changes_of(db, set.number)) {
            ++verified.changes;
            if (auto problem = problem_of(change); !problem.empty()) {
                verified.findings.push_back(std::move(problem));
                return;
            }
            digests.push_back(change.digest);
        }
        if (digest_of(set, previous, digests) != set.digest) {
            verified.findings.push_back(
                name_of(set) + " (" + set.author.command + ") was altered after it was written"
            );
            return;
        }
        previous = set.digest;
    }
}

void verify_rows(SQLite::Database& db, Verified& verified) {
    for (const auto& table : watched_tables(db)) {
        verify_table(db, table, verified);
    }
}

void collect_differences(SQLite::Database& db, const WatchedTable& table) {
    const auto collect = [&](std::int64_t row, const Content& before, const Content& after) {
        execute(
            db,
            "INSERT INTO temp.journal_change (table_name, row_number, before, after)"
            " VALUES (?, ?, ?, ?)",
            table.name,
            row,
            before,
            after
        );
    };
    compare(db, table, collect);
}

} // namespace praxis::practice
