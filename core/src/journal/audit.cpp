// SPDX-License-Identifier: MIT
#include "journal/audit.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>

namespace praxis::practice {
namespace {

/// The column with the number of a record, in its own table and in tables that refer to it.
struct Named {
    std::string_view prefix;
    const char* column;
};

constexpr std::array<Named, 7> records{
    {{ClientId::prefix(), "client"},
     {ComplaintId::prefix(), "complaint"},
     {ConsentId::prefix(), "consent"},
     {NoteId::prefix(), "note"},
     {ProviderId::prefix(), "provider"},
     {ReferralId::prefix(), "referral"},
     {UserId::prefix(), "user"}}};

struct Record {
    std::string id; // as users see it
    std::string path;
    std::int64_t number = 0;
};

Record record_of(const std::string& text) {
    for (const auto& [prefix, column] : records) {
        if (const auto number = parse_id(prefix, trim(text))) {
            return {format_id(prefix, *number), std::string{"$."} + column, *number};
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

/// "soap_note: 1 new, soap_amendment: 2 new"
constexpr const char* what_changed =
    "(SELECT group_concat(line, ', ') FROM (SELECT table_name || ': ' || count(*) ||"
    " CASE WHEN erased THEN ' erased' WHEN old_content IS NULL THEN ' new'"
    " WHEN new_content IS NULL THEN ' removed' ELSE ' changed' END AS line"
    " FROM core_change WHERE core_change.change_set = s.change_set AND table_name <> 'core_access'"
    " GROUP BY table_name, erased, old_content IS NULL, new_content IS NULL ORDER BY min(change)))";

std::vector<AuditEntry>
changes(SQLite::Database& db, const AuditFilter& filter, const std::optional<Record>& record) {
    return all_rows(
        statement(
            db,
            std::string{"SELECT s.at, s.user, s.login, s.command, s.change_set, "} + what_changed +
                " AS what FROM core_change_set AS s WHERE s.at >= ?1 AND what IS NOT NULL"
                " AND (?2 IS NULL OR EXISTS (SELECT 1 FROM core_change AS c"
                " WHERE c.change_set = s.change_set AND c.table_name <> 'core_access'"
                " AND (c.old_content ->> ?2 = ?3 OR c.new_content ->> ?2 = ?3)))"
                " ORDER BY s.change_set DESC LIMIT ?4",
            filter.since.value_or(Instant{}),
            record ? std::optional{record->path} : std::nullopt,
            record ? record->number : 0,
            filter.limit > 0 ? filter.limit : -1
        ),
        entry_of
    );
}

std::vector<AuditEntry>
views(SQLite::Database& db, const AuditFilter& filter, const std::optional<Record>& record) {
    return all_rows(
        statement(
            db,
            "SELECT at, user, login, command, NULL, records FROM core_access WHERE at >= ?1"
            " AND (?2 IS NULL OR instr(' ' || records || ' ', ' ' || ?2 || ' ') > 0)"
            " ORDER BY access DESC LIMIT ?3",
            filter.since.value_or(Instant{}),
            record ? std::optional{record->id} : std::nullopt,
            filter.limit > 0 ? filter.limit : -1
        ),
        entry_of
    );
}

} // namespace

std::vector<AuditEntry> audit_entries(SQLite::Database& db, const AuditFilter& filter) {
    const auto record = filter.record ? std::optional{record_of(*filter.record)} : std::nullopt;
    auto entries = filter.changes ? changes(db, filter, record) : std::vector<AuditEntry>{};
    if (filter.views) {
        auto more = views(db, filter, record);
        std::move(more.begin(), more.end(), std::back_inserter(entries));
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto& left, const auto& right) {
        return left.at > right.at;
    });
    if (filter.limit > 0 && entries.size() > static_cast<std::size_t>(filter.limit)) {
        entries.resize(static_cast<std::size_t>(filter.limit));
    }
    return entries;
}

} // namespace praxis::practice
