// SPDX-License-Identifier: MIT
#include "note/note_keeping_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::soap {

LastSigning last_signing(SQLite::Database& db) {
    return first_row(
               statement(
                   db,
                   "SELECT signing, digest FROM soap_note WHERE signing IS NOT NULL"
                   " ORDER BY signing DESC LIMIT 1"
               ),
               [](SQLite::Statement& query) {
                   return LastSigning{column_number(query, 0), column_text(query, 1)};
               }
    ).value_or(LastSigning{});
}

bool is_key_of(SQLite::Database& db, const std::string& public_key, UserId user) {
    return first_row(
               statement(
                   db,
                   "SELECT 1 FROM core_signing_key WHERE public_key = ? AND user = ?",
                   StoredBytes{public_key},
                   user
               ),
               [](SQLite::Statement&) { return true; }
    ).value_or(false);
}

std::vector<StoredEntry> stored_entries(SQLite::Database& db, NoteId note) {
    return all_rows(
        statement(
            db,
            "SELECT path, section, technique, field, label, value, number, unit, region, side "
            "FROM soap_entry WHERE note = ? ORDER BY entry",
            note
        ),
        [](SQLite::Statement& query) {
            const auto number = query.getColumn(6);
            return StoredEntry{
                .path = column_text(query, 0),
                .section = column_text(query, 1),
                .technique = column_text(query, 2),
                .field = column_text(query, 3),
                .label = column_text(query, 4),
                .value = column_text(query, 5),
                .number = number.isNull() ? std::nullopt : std::optional{number.getDouble()},
                .unit = column_text(query, 7),
                .region = column_text(query, 8),
                .side = column_text(query, 9)};
        }
    );
}

std::string stored_search_text(SQLite::Database& db, NoteId note) {
    return first_row(
               statement(db, "SELECT words FROM soap_search WHERE rowid = ?", note),
               [](SQLite::Statement& query) { return column_text(query, 0); }
    ).value_or("");
}

bool somebody_was_erased(SQLite::Database& db) {
    return first_row(
               statement(db, "SELECT 1 FROM core_erasure LIMIT 1"),
               [](SQLite::Statement&) { return true; }
    ).value_or(false);
}

std::optional<Instant> last_entry(SQLite::Database& db, ClientId client) {
    const auto seconds = first_row(
        statement(
            db,
            "SELECT max(at) FROM (SELECT max(changed_at, coalesce(signed_at, 0)) AS at"
            " FROM soap_note WHERE client = ?1 UNION ALL SELECT a.at FROM soap_amendment AS a"
            " JOIN soap_note AS n ON n.note = a.note WHERE n.client = ?1)",
            client
        ),
        [](SQLite::Statement& query) { return optional_number(query, 0); }
    );
    return seconds && *seconds ? std::optional{Instant{std::chrono::seconds{**seconds}}}
                               : std::nullopt;
}

void delete_notes(SQLite::Database& db, ClientId client) {
    const std::string notes = " IN (SELECT note FROM soap_note WHERE client = ?)";
    execute(db, "DELETE FROM soap_search WHERE rowid" + notes, client);
    execute(db, "DELETE FROM soap_entry WHERE note" + notes, client);
    execute(db, "DELETE FROM soap_amendment WHERE note" + notes, client);
    execute(db, "DELETE FROM soap_cosignature WHERE note" + notes, client);
    execute(db, "DELETE FROM soap_note WHERE client = ?", client);
}

NoteId note_of_amendment(SQLite::Database& db, std::int64_t amendment) {
    return first_row(
               statement(
                   db,
                   "SELECT coalesce((SELECT note FROM soap_amendment WHERE amendment = ?1),"
                   " (SELECT json_extract(new_content, '$.note') FROM core_change"
                   " WHERE table_name = 'soap_amendment' AND row_number = ?1"
                   " ORDER BY change DESC LIMIT 1), 0)",
                   amendment
               ),
               [](SQLite::Statement& query) { return NoteId{column_number(query, 0)}; }
    ).value_or(NoteId{});
}

void remove_index(SQLite::Database& db, NoteId note) {
    execute(db, "DELETE FROM soap_search WHERE rowid = ?", note);
    execute(db, "DELETE FROM soap_entry WHERE note = ?", note);
}

} // namespace praxis::soap
