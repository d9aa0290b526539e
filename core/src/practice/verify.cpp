// SPDX-License-Identifier: MIT
#include "practice/verify.hpp"

#include "practice/journal.hpp"

#include <praxis/sql.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <map>

namespace praxis::practice {
namespace {

std::string name_of(const ChangeSet& set) {
    return "change set " + std::to_string(set.number);
}

/// What is wrong with one change alone; empty when nothing is.
std::string problem_of(const Change& change) {
    const bool blank = !change.before && !change.after && change.salt.empty();
    if (change.erased ? blank : digest_of(change) == change.digest) {
        return {};
    }
    return "change " + std::to_string(change.change) + " of set " +
           std::to_string(change.change_set) + " (" + change.table + ") is not what was written";
}

/// What the journal knows of a table's rows: the last content of each that should be there.
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

/// Columns that a later migration added are not in older contents, and are passed over.
bool agree(const std::string& row, const std::string& journal) {
    if (row == journal) {
        return true;
    }
    const auto now = parse_json(row, "row");
    const auto then = parse_json(journal, "journal");
    return now.as_object().size() != then.as_object().size() &&
           std::all_of(then.as_object().begin(), then.as_object().end(), [&](const auto& member) {
               const auto* value = now.find(member.first);
               return value == nullptr || *value == member.second;
           });
}

void verify_table(SQLite::Database& db, const WatchedTable& table, Verified& verified) {
    auto expected = last_contents(db, table.name);
    const auto finding = [&](std::int64_t row, const std::string& what) {
        verified.findings.push_back(
            table.name + " row " + std::to_string(row) + " " + what + ": not by praxis"
        );
    };
    auto query = statement(
        db,
        "SELECT one.rowid, " + table.content_of("one") + " FROM main.\"" + table.name +
            "\" AS one ORDER BY one.rowid"
    );
    while (query.executeStep()) {
        ++verified.rows;
        const auto row = column_number(query, 0);
        const auto known = expected.find(row);
        if (known == expected.end()) {
            finding(row, "was added");
            continue;
        }
        if (!agree(column_text(query, 1), known->second)) {
            finding(row, "was changed");
        }
        expected.erase(known);
    }
    for (const auto& [row, content] : expected) {
        finding(row, "was removed");
    }
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
                name_of(set) + " (" + set.author.command + ") is not what was written"
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

} // namespace praxis::practice
