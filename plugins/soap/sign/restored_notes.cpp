// SPDX-License-Identifier: MIT
#include "sign/restored_notes.hpp"

#include "note/note_index_queries.hpp"
#include "note/note_keeping_queries.hpp"

#include <praxis/value.hpp>

namespace praxis::soap {

void RestoredNotes::before(SQLite::Database& db, const RowsRestoring& restoring) {
    changed_.clear();
    going_.clear();
    for (const auto& row : restoring.rows) {
        // A search joins the notes, so a view needs no cleaning: that would take longer than all
        // else, with 60,000 notes.
        if (row.table == "soap_note") {
            (restoring.for_view && row.goes ? going_ : changed_).insert(NoteId{row.number});
        }
    }
    for (const auto& row : restoring.rows) {
        if (row.table == "soap_amendment") {
            if (const auto note = note_of_amendment(db, row.number)) {
                changed_.insert(*note);
            }
        }
    }
    for (const auto note : changed_) {
        if (!going_.contains(note)) {
            remove_from_index(db, note);
        }
    }
}

void RestoredNotes::after(SQLite::Database& db, const RowsRestored& restored) {
    for (const auto& [table, number] : restored.rows) {
        if (table == "soap_note") {
            changed_.insert(NoteId{number});
        } else if (table == "soap_amendment") {
            if (const auto note = note_of_amendment(db, number)) {
                changed_.insert(*note);
            }
        }
    }
    for (const auto note : changed_) {
        const auto body = going_.contains(note) ? std::nullopt : body_of_note(db, note);
        if (body) {
            add_to_index(db, note, regions_of(parse_json(*body, note.str())));
        }
    }
}

} // namespace praxis::soap
