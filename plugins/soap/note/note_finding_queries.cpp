// SPDX-License-Identifier: MIT
#include "note/note_finding_queries.hpp"

#include "note/note_columns_queries.hpp"
#include "note/note_index.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

namespace praxis::soap {

FoundNotes::FoundNotes(SQLite::Database& db)
    : notes_(statement(
          db,
          "SELECT n.uuid, n.client, CASE WHEN " + is_void() +
              " THEN 'void' ELSE n.state END, n.began_at, n.began_offset, n.body, t.text "
              "FROM soap_note n LEFT JOIN soap_template t ON t.template = n.templates "
              "WHERE n.note = ?"
      ))
    , amendments_(
          statement(db, "SELECT reason, text FROM soap_amendment WHERE note = ? ORDER BY amendment")
      )
    , shelf_(db) {}

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
        .uuid = column_uuid(notes_, 0),
        .client = ClientId{column_number(notes_, 1)},
        .state = column_text(notes_, 2),
        .began = column_zoned(notes_, 3),
        .body = parse_json(column_text(notes_, 5), "soap_note"),
        .templates = column_text(notes_, 6),
        .texts = {},
    };
    notes_.reset();
    std::size_t entry = 0;
    for (const auto& each : entries_of(found.body, {})) { // without labels, which take longer
        if (!each.value.is_number()) {
            found.texts.push_back({.text = each.text(), .entry = entry});
        }
        ++entry;
    }
    bind_one(amendments_, 1, id);
    while (amendments_.executeStep()) {
        found.texts.push_back({.text = column_text(amendments_, 1), .label = "Amendment"});
        found.texts.push_back({.text = column_text(amendments_, 0), .label = "Reason for amendment"}
        );
    }
    amendments_.reset();
    return found;
}

std::string FoundNotes::label(const FoundNote& note, const FoundText& text) {
    if (!text.label.empty()) {
        return text.label;
    }
    const auto templates = templates_from(parse_json(note.templates, "soap_template"));
    return entries_of(note.body, shelf_.get_templates(templates)).at(text.entry).label;
}

} // namespace praxis::soap
