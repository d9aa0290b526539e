// SPDX-License-Identifier: MIT
/// A note for people, with the labels of the templates it was written with.
#pragma once
#include "note/note.hpp"
#include "note/note_copied.hpp"
#include "note/note_templates.hpp"

#include <praxis/document.hpp>
#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

/// A note with all that is needed to show it.
/// header  of a signed note as it was signed; of a draft as make_header() gives it now
/// intact  whether a signed note is what was signed
struct ReadableNote {
    Note note;
    NoteTemplates templates;
    Value header;
    bool intact = true;
    std::vector<std::string> forged; // UUIDs of co-signatures that are not what was signed
};

ReadableNote make_readable(Session& session, TemplateShelf& shelf, Note note);

/// For several notes of one client, whose UUID is then read once.
ReadableNote
make_readable(Session& session, TemplateShelf& shelf, Note note, const std::string& client_uuid);

/// The whole note, with the letterhead in its header; a draft is watermarked DRAFT.
Document note_document(Session& session, const ReadableNote& readable);

/// Its content without title and letterhead. `level` is that of the headings of its parts.
std::vector<Block> note_blocks(const ReadableNote& readable, int level);

/// The amendments under their heading; empty when there is none.
std::vector<Block> amendment_blocks(const std::vector<Amendment>& amendments, int level);

/// One remark for each amendment, for a text that tells parts of the note.
std::vector<Block> amendment_remarks(const Note& note);

/// "Ines Moreau, massage therapist, licence LMT-1044"
std::string person_line(const Value& person);

} // namespace praxis::soap
