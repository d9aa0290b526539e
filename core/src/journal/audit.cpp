// SPDX-License-Identifier: MIT
#include "journal/audit.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <array>
#include <utility>

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

/// "soap_note: 1 new, soap_entry: 12 new"
constexpr const char* what_changed =
    "(SELECT group_concat(line, ', ') FROM (SELECT table_name || ': ' || count(*) ||"
    " CASE WHEN erased THEN ' erased' WHEN old_content IS NULL THEN ' new'"
    " WHEN new_content IS NULL THEN ' removed' ELSE ' changed' END AS line"
    " FROM core_change WHERE core_change.change_set = s.change_set AND table_name <> 'core_access'"
    " GROUP BY table_name, erased, old_content IS NULL, new_content IS NULL ORDER BY min(change)))";

SQLite::Statement
changes(SQLite::Database& db, const AuditFilter& filter, const std::optional<Record>& record) {
    return statement(
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
    : left_(filter.limit > 0 ? filter.limit : -1) {
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
    return entry;
}

} // namespace praxis::practice
