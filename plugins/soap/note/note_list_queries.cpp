// SPDX-License-Identifier: MIT
#include "note/note_list_queries.hpp"

#include "note/note_columns_queries.hpp"

#include <utility>

namespace praxis::soap {

namespace {

/// The conditions of a filter on a note n; ?1 to ?9.
const std::string filter_conditions =
    "n.began_at >= ?1 AND n.began_at < ?2 AND (?3 IS NULL OR " + is_of_complaint("?3") +
    ") "
    "AND (?4 IS NULL OR n.state = ?4) "
    "AND (?5 IS NULL OR EXISTS (SELECT 1 FROM json_each(n.techniques) t WHERE t.value = ?5)) "
    "AND (?6 IS NULL OR EXISTS "
    "(SELECT 1 FROM soap_region r WHERE r.note = n.note AND r.region = ?6)) "
    "AND (?7 IS NULL OR (n.pain_after > n.pain_before) - (n.pain_after < n.pain_before) = ?7) "
    "AND (?8 IS NULL OR n.client = ?8) ";

/// The sign of the change of pain.
std::optional<std::int64_t> sign_of_change(const std::optional<std::string>& pain) {
    if (!pain) {
        return std::nullopt;
    }
    return *pain == "fell" ? -1 : *pain == "rose" ? 1 : 0;
}

SQLite::Statement filtered(SQLite::Database& db, const std::string& sql, const NoteFilter& filter) {
    return statement(
        db,
        sql,
        filter.since.value_or(Instant::min()),
        filter.until.value_or(Instant::max()),
        filter.complaint,
        filter.state,
        filter.technique,
        filter.region,
        sign_of_change(filter.pain),
        filter.client,
        filter.limit
    );
}

std::string void_condition(const NoteFilter& filter) {
    return filter.with_void ? "" : "AND NOT " + is_void() + " ";
}

bool is_unfiltered(const NoteFilter& filter) {
    return !filter.client && !filter.complaint && !filter.state && !filter.technique &&
           !filter.region && !filter.pain && !filter.since && !filter.until;
}

std::string list_sql(const NoteFilter& filter) {
    static const std::string columns =
        "SELECT n.note, n.uuid, n.client, n.complaint, CASE WHEN " + is_void() +
        " THEN 'void' ELSE n.state END, n.began_at, n.began_offset, "
        "n.minutes, n.techniques, n.pain_before, n.pain_after, "
        "(SELECT count(*) FROM soap_amendment a WHERE a.note = n.note AND a.kind = 'amendment'), "
        "n.kind FROM soap_note n WHERE ";
    // Three statements, so that an index answers each.
    const std::string index = filter.client             ? "n.client = ?8 AND "
                              : filter.state == "draft" ? "n.state = 'draft' AND "
                                                        : "";
    return columns + index + filter_conditions + void_condition(filter) +
           "ORDER BY n.began_at DESC, n.note DESC LIMIT ?9";
}

} // namespace

NoteLines::NoteLines(SQLite::Database& db, const NoteFilter& filter)
    : query_(filtered(db, list_sql(filter), filter)) {}

const std::vector<std::string>& NoteLines::read_techniques(int index) {
    const auto [known, is_new] = techniques_.try_emplace(column_text(query_, index));
    if (is_new) {
        known->second = column_texts(query_, index);
    }
    return known->second;
}

std::optional<NoteLine> NoteLines::next() {
    if (!query_.executeStep()) {
        return std::nullopt;
    }
    return NoteLine{
        .id = NoteId{column_number(query_, 0)},
        .uuid = column_uuid(query_, 1),
        .client = ClientId{column_number(query_, 2)},
        .complaint = optional_id<ComplaintId>(query_, 3),
        .state = column_text(query_, 4),
        .began = column_zoned(query_, 5),
        .minutes = optional_number(query_, 7),
        .techniques = read_techniques(8),
        .pain_before = optional_int(query_, 9),
        .pain_after = optional_int(query_, 10),
        .amendments = column_number(query_, 11),
        .kind = column_text(query_, 12),
    };
}

std::vector<NoteLine> list_notes(SQLite::Database& db, const NoteFilter& filter) {
    NoteLines lines{db, filter};
    std::vector<NoteLine> notes;
    while (auto note = lines.next()) {
        notes.push_back(*std::move(note));
    }
    return notes;
}

std::vector<NoteId> find_notes(
    SQLite::Database& db, const std::string& query, const NoteFilter& filter, FoundOrder order
) {
    // bm25() instead of `rank`: SQLite then picks the best few without sorting all results.
    const auto by = std::string{"ORDER BY "} +
                    (order == FoundOrder::best_first ? "bm25(s.soap_search)" : "s.rowid DESC") +
                    " LIMIT ";
    const auto read = [](SQLite::Statement& row) { return NoteId{column_number(row, 0)}; };
    if (is_unfiltered(filter)) {
        const auto sql = "SELECT s.rowid FROM soap_search s JOIN soap_note n ON n.note = s.rowid "
                         "WHERE s.soap_search MATCH ?1 " +
                         void_condition(filter) + by + "?2";
        return all_rows(statement(db, sql, query, filter.limit), read);
    }
    auto search = filtered(
        db,
        "SELECT s.rowid FROM soap_search s JOIN soap_note n ON n.note = s.rowid "
        "WHERE s.soap_search MATCH ?10 AND " +
            filter_conditions + void_condition(filter) + by + "?9",
        filter
    );
    bind_one(search, 10, query);
    return all_rows(std::move(search), read);
}

} // namespace praxis::soap
