// SPDX-License-Identifier: MIT
#include "note/note_keeping_queries.hpp"

#include "note/note_index_queries.hpp"

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
                   return LastSigning{column_number(query, 0), column_hex(query, 1)};
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
    remove_from_index(db, client);
    execute(db, "DELETE FROM soap_amendment WHERE note" + notes, client);
    execute(db, "DELETE FROM soap_cosignature WHERE note" + notes, client);
    execute(db, "DELETE FROM soap_note WHERE client = ?", client);
}

std::optional<NoteId> note_of_amendment(SQLite::Database& db, std::int64_t amendment) {
    return first_row(
        statement(db, "SELECT note FROM soap_amendment WHERE amendment = ?", amendment),
        [](SQLite::Statement& query) { return NoteId{column_number(query, 0)}; }
    );
}

std::optional<std::string> body_of_note(SQLite::Database& db, NoteId note) {
    return first_row(
        statement(db, "SELECT body FROM soap_note WHERE note = ?", note),
        [](SQLite::Statement& query) { return column_text(query, 0); }
    );
}

} // namespace praxis::soap
