// SPDX-License-Identifier: MIT
#include "note/note_finding_queries.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <algorithm>

namespace praxis::soap {

FoundNotes::FoundNotes(SQLite::Database& db)
    : notes_(statement(
          db,
          "SELECT uuid, client, state, began_at, began_offset FROM soap_note "
          "WHERE note = ?"
      ))
    ,
    // The index of entries, because reading the bodies takes many times as long.
    texts_(statement(db, "SELECT entry, value FROM soap_entry WHERE note = ? AND number IS NULL"))
    , amendments_(
          statement(db, "SELECT reason, text FROM soap_amendment WHERE note = ? ORDER BY amendment")
      )
    , labels_(statement(db, "SELECT label FROM soap_entry WHERE entry = ?")) {}

FoundNote FoundNotes::read(NoteId id) {
    bind_one(notes_, 1, id);
    if (!notes_.executeStep()) {
        throw PracticeError(
            "practice_damaged",
            "the search index contains " + id.str() + ", which does not exist",
            "praxis doctor"
        );
    }
    FoundNote found{
        .id = id,
        .uuid = column_text(notes_, 0),
        .client = ClientId{column_number(notes_, 1)},
        .state = column_text(notes_, 2),
        .began = column_zoned(notes_, 3),
        .texts = {},
    };
    notes_.reset();
    bind_one(texts_, 1, id);
    while (texts_.executeStep()) {
        found.texts.push_back({column_text(texts_, 1), column_number(texts_, 0), {}});
    }
    texts_.reset();
    // In the order of the note. Sorted here, because the query would use a method for large
    // results.
    std::sort(found.texts.begin(), found.texts.end(), [](const auto& one, const auto& other) {
        return one.entry < other.entry;
    });
    bind_one(amendments_, 1, id);
    while (amendments_.executeStep()) {
        found.texts.push_back({column_text(amendments_, 1), 0, "Amendment"});
        found.texts.push_back({column_text(amendments_, 0), 0, "Reason for amendment"});
    }
    amendments_.reset();
    return found;
}

std::string FoundNotes::label(const FoundText& text) {
    if (text.entry == 0) {
        return text.label;
    }
    bind_one(labels_, 1, text.entry);
    auto label = labels_.executeStep() ? column_text(labels_, 0) : std::string{};
    labels_.reset();
    return label;
}

} // namespace praxis::soap
