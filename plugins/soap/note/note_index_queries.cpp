// SPDX-License-Identifier: MIT
#include "note/note_index_queries.hpp"

#include <praxis/sql.hpp>

namespace praxis::soap {

namespace {

/// FTS5 needs exactly the words that it was given.
const std::string delete_words =
    "INSERT INTO soap_search (soap_search, rowid, words) SELECT 'delete', note, words"
    " FROM soap_search_words AS w"
    " WHERE EXISTS (SELECT 1 FROM soap_search_docsize WHERE id = w.note)";

NoteRegion read_region(SQLite::Statement& query) {
    const auto minutes = optional_number(query, 5);
    return {
        .region = column_text(query, 1),
        .side = column_text(query, 2),
        .technique = column_text(query, 3),
        .tool = column_text(query, 4),
        .minutes = minutes ? std::optional{Minutes{*minutes}} : std::nullopt};
}

} // namespace

void add_words(SQLite::Database& db, NoteId note) {
    execute(
        db,
        "INSERT INTO soap_search (rowid, words) SELECT note, words FROM soap_search_words"
        " WHERE note = ?1 AND NOT EXISTS (SELECT 1 FROM soap_search_docsize WHERE id = ?1)",
        note
    );
}

void remove_words(SQLite::Database& db, NoteId note) {
    execute(db, delete_words + " AND w.note = ?", note);
}

void add_to_index(SQLite::Database& db, NoteId note, const std::vector<NoteRegion>& regions) {
    execute(db, "DELETE FROM soap_region WHERE note = ?", note);
    SQLite::Statement insert{
        db,
        "INSERT INTO soap_region (note, position, region, side, technique, tool, minutes)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"};
    std::int64_t position = 0;
    for (const auto& each : regions) {
        bind_one(insert, 1, note);
        bind_one(insert, 2, ++position);
        bind_one(insert, 3, null_if_empty(each.region));
        bind_one(insert, 4, null_if_empty(each.side));
        bind_one(insert, 5, null_if_empty(each.technique));
        bind_one(insert, 6, null_if_empty(each.tool));
        bind_one(insert, 7, each.minutes);
        insert.exec();
        insert.reset();
    }
    add_words(db, note);
}

void remove_from_index(SQLite::Database& db, NoteId note) {
    remove_words(db, note);
    execute(db, "DELETE FROM soap_region WHERE note = ?", note);
}

void remove_from_index(SQLite::Database& db, ClientId client) {
    const std::string of_client = "note IN (SELECT note FROM soap_note WHERE client = ?)";
    execute(db, delete_words + " AND w." + of_client, client);
    execute(db, "DELETE FROM soap_region WHERE " + of_client, client);
}

std::optional<bool> are_words_right(SQLite::Database& db) {
    constexpr int busy = 5;     // SQLITE_BUSY
    constexpr int readonly = 8; // SQLITE_READONLY
    const auto is_read_only = first_row(statement(db, "PRAGMA query_only"), [](auto& query) {
        return column_flag(query, 0);
    });
    // FTS5 runs this check as an INSERT, which writes nothing (SQLite FTS5, "integrity-check").
    db.exec("PRAGMA query_only = OFF");
    std::optional<bool> is_right = true;
    try {
        db.exec("INSERT INTO soap_search (soap_search, rank) VALUES ('integrity-check', 1)");
    } catch (const SQLite::Exception& error) {
        const int code = error.getErrorCode();
        is_right = code == busy || code == readonly ? std::nullopt : std::optional{false};
    }
    db.exec(is_read_only.value_or(false) ? "PRAGMA query_only = ON" : "PRAGMA query_only = OFF");
    return is_right;
}

StoredRegions::StoredRegions(SQLite::Database& db)
    : query_(statement(
          db,
          "SELECT note, region, side, technique, tool, minutes FROM soap_region"
          " ORDER BY note, position"
      )) {
    step();
}

std::vector<NoteRegion> StoredRegions::next() {
    std::vector<NoteRegion> regions;
    for (const auto note = note_; note_ && note_ == note; step()) {
        regions.push_back(read_region(query_));
    }
    return regions;
}

void StoredRegions::step() {
    note_ = query_.executeStep() ? std::optional{NoteId{column_number(query_, 0)}} : std::nullopt;
}

} // namespace praxis::soap
