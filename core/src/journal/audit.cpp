// SPDX-License-Identifier: MIT
#include "journal/audit.hpp"

#include "base/sql_names.hpp"
#include "journal/digest.hpp"
#include "journal/record_names.hpp"
#include "journal/tables.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace praxis::practice {
namespace {

struct Record {
    std::string id; // as users see it
    std::string column;
    std::int64_t number = 0;
};

Record record_of(const std::string& text) {
    for (const auto& [prefix, column] : id_columns()) {
        if (const auto number = parse_id(prefix, trim(text))) {
            return {format_id(prefix, *number), std::string{column}, *number};
        }
    }
    throw UsageError(
        "'" + visible(text) + "' is not the id of a record",
        "give an id such as C-0042, N-0107 or R-0009"
    );
}

AuditEntry entry_of(SQLite::Statement& query) {
    const auto user = optional_number(query, 1);
    return {
        column_instant(query, 0),
        user ? std::optional{UserId{*user}} : std::nullopt,
        column_text(query, 2),
        column_text(query, 3),
        optional_number(query, 4),
        column_text(query, 5)};
}

/// Whether a set changed a record, and not only the access log.
constexpr const char* changed_records =
    "EXISTS (SELECT 1 FROM core_change WHERE change > coalesce((SELECT last_change"
    " FROM core_change_set AS previous WHERE previous.change_set = s.change_set - 1), 0)"
    " AND change <= s.last_change AND table_name <> 'core_access')";

using Places = std::set<std::pair<std::string, std::int64_t>>; // table and row number

/// Rows that belonged to the record before a change or until they were removed.
Places earlier_places(SQLite::Database& db, const Record& record) {
    Places places;
    auto query =
        statement(db, "SELECT table_name, row_number, old FROM core_change WHERE old IS NOT NULL");
    while (query.executeStep()) {
        const auto old = decode_row(column_bytes(query, 2).value_or("")).value_or(Row{});
        const auto cell = old.find(record.column);
        if (cell != old.end() && cell->second == Cell{record.number}) {
            places.emplace(column_text(query, 0), column_number(query, 1));
        }
    }
    return places;
}

/// Rows that belong to the record today.
Places current_places(SQLite::Database& db, const Record& record) {
    Places places;
    for (const auto& table : journalled_tables(db)) {
        if (!std::binary_search(table.columns.begin(), table.columns.end(), record.column)) {
            continue;
        }
        auto query = statement(
            db,
            "SELECT rowid FROM main." + quoted_name(table.name) + " WHERE " +
                quoted_name(record.column) + " = ?",
            record.number
        );
        while (query.executeStep()) {
            places.emplace(table.name, column_number(query, 0));
        }
    }
    return places;
}

/// The sets that changed rows of the record, as a JSON list.
std::string sets_about(SQLite::Database& db, const Record& record) {
    auto places = current_places(db, record);
    places.merge(earlier_places(db, record));
    std::set<std::int64_t> sets;
    auto query =
        statement(db, "SELECT change_set FROM core_change WHERE table_name = ? AND row_number = ?");
    for (const auto& [table, row_number] : places) {
        if (!is_record_table(table)) {
            continue;
        }
        query.bind(1, table);
        query.bind(2, row_number);
        while (query.executeStep()) {
            sets.insert(column_number(query, 0));
        }
        query.reset();
    }
    return to_json(Value::Array(sets.begin(), sets.end()));
}

SQLite::Statement
changes(SQLite::Database& db, const AuditFilter& filter, const std::optional<Record>& record) {
    return statement(
        db,
        std::string{"SELECT s.at, s.user, s.login, s.command, s.change_set, ''"
                    " FROM core_change_set AS s WHERE s.at >= ?1 AND "} +
            changed_records +
            " AND (?2 IS NULL OR s.change_set IN (SELECT value FROM json_each(?2)))"
            " ORDER BY s.change_set DESC LIMIT ?3",
        filter.since.value_or(Instant{}),
        record ? std::optional{sets_about(db, *record)} : std::nullopt,
        filter.limit > 0 ? filter.limit : -1
    );
}

SQLite::Statement
views(SQLite::Database& db, const AuditFilter& filter, const std::optional<Record>& record) {
    return statement(
        db,
        "SELECT at, user, login, command, NULL, records FROM core_access WHERE at >= ?1"
        " AND (?2 IS NULL OR instr(' ' || records || ' ', ' ' || ?2 || ' ') > 0)"
        " ORDER BY access DESC LIMIT ?3",
        filter.since.value_or(Instant{}),
        record ? std::optional{record->id} : std::nullopt,
        filter.limit > 0 ? filter.limit : -1
    );
}

} // namespace

AuditReader::AuditReader(SQLite::Database& db, const AuditFilter& filter)
    : names_(db), left_(filter.limit > 0 ? filter.limit : -1) {
    const auto record = filter.record ? std::optional{record_of(*filter.record)} : std::nullopt;
    if (filter.changes) {
        changes_.query.emplace(changes(db, filter, record));
    }
    if (filter.views) {
        views_.query.emplace(views(db, filter, record));
    }
    changes_.read();
    views_.read();
}

void AuditReader::Source::read() {
    ahead = query && query->executeStep() ? std::optional{entry_of(*query)} : std::nullopt;
}

std::optional<AuditEntry> AuditReader::next() {
    const bool takes_view =
        views_.ahead && (!changes_.ahead || changes_.ahead->at < views_.ahead->at);
    auto& source = takes_view ? views_ : changes_;
    auto entry = std::exchange(source.ahead, std::nullopt);
    if (!entry || left_ == 0) {
        return std::nullopt;
    }
    --left_;
    source.read();
    if (entry->change_set) {
        entry->what = names_.describe(*entry->change_set);
    }
    return entry;
}

} // namespace praxis::practice
