// SPDX-License-Identifier: MIT
#include "note/note_finding_queries.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

namespace praxis::soap {

namespace {

FoundNote read_found(SQLite::Statement& query, NoteId id) {
    bind_one(query, 1, id);
    if (!query.executeStep()) {
        throw PracticeError(
            "practice_damaged",
            "the index of words knows " + id.str() + ", which is not there",
            "praxis doctor"
        );
    }
    FoundNote found{
        .id = id,
        .uuid = column_text(query, 0),
        .client = ClientId{column_number(query, 1)},
        .state = column_text(query, 2),
        .began = column_zoned(query, 3),
        .body = parse_json(column_text(query, 5), "soap_note"),
        .templates = column_text(query, 6),
        .amendments = {},
    };
    query.reset();
    return found;
}

void read_amendments(SQLite::Statement& query, FoundNote& found) {
    bind_one(query, 1, found.id);
    while (query.executeStep()) {
        auto& amendment = found.amendments.emplace_back();
        amendment.reason = column_text(query, 0);
        amendment.text = column_text(query, 1);
    }
    query.reset();
}

} // namespace

void for_each_found(
    SQLite::Database& db,
    const std::vector<NoteId>& notes,
    const std::function<void(const FoundNote&)>& take
) {
    // Prepared once: preparing takes longer than reading a note.
    auto query = statement(
        db,
        "SELECT uuid, client, state, began_at, began_offset, body, templates FROM soap_note "
        "WHERE note = ?"
    );
    auto amendments =
        statement(db, "SELECT reason, text FROM soap_amendment WHERE note = ? ORDER BY amendment");
    for (const auto& id : notes) {
        auto found = read_found(query, id);
        if (found.state == "signed") { // only what is signed has any
            read_amendments(amendments, found);
        }
        take(found);
    }
}

} // namespace praxis::soap
