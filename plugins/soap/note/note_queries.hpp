// SPDX-License-Identifier: MIT
/// The statements over notes, their templates and amendments.
#pragma once
#include "note/note.hpp"

#include <praxis/session.hpp>
#include <praxis/sql.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

/// Adds a draft to its table and to the index, with its combination of templates. The note's id
/// and signature are ignored.
NoteId insert_note(SQLite::Database& db, const Note& note);

/// Replaces the content of a draft, also in the index. The database itself refuses a signed note.
void update_draft(SQLite::Database& db, const Note& note);

/// Signs a draft. Afterwards the database refuses every change.
void sign_note(SQLite::Database& db, NoteId note, const Signature& signature);

/// Removes a draft from its table and from the index.
void delete_draft(SQLite::Database& db, NoteId note);

/// Stores a template's text, unless it is stored already.
void keep_template(
    SQLite::Database& db, const TemplateReference& reference, const std::string& text
);
std::optional<std::string> template_text(SQLite::Database& db, const std::string& digest);

/// With its amendments.
std::optional<Note> find_note(SQLite::Database& db, NoteId note);

/// The notes whose UUID begins with those characters.
std::vector<NoteId> notes_by_uuid(SQLite::Database& db, const std::string& beginning);

/// The signed note of the client's newest session; if a complaint is given, the newest about it.
/// Void notes are left out.
std::optional<NoteId>
last_signed(SQLite::Database& db, ClientId client, std::optional<ComplaintId> complaint);

/// A client's signed notes with their amendments, oldest session first: those that count. If a
/// complaint is given, the notes that belong to it: see is_of_complaint().
std::vector<Note> signed_notes(
    SQLite::Database& db, ClientId client, std::optional<ComplaintId> complaint, Instant since
);

/// The void notes, in the same order.
std::vector<Note> void_notes(
    SQLite::Database& db, ClientId client, std::optional<ComplaintId> complaint, Instant since
);

/// Signed notes that name no complaint, and could be of this one or of another that was open on
/// their day. signed_notes() leaves them out, unless it has no other note.
struct UnassignedNotes {
    std::size_t counted = 0;
    std::size_t left_out = 0;
};

UnassignedNotes
count_unassigned(SQLite::Database& db, ClientId client, ComplaintId complaint, Instant since);

/// All notes of a client, also drafts and void ones, oldest session first.
std::vector<Note> all_notes(SQLite::Database& db, ClientId client);

std::vector<ClientId> clients_with_notes(SQLite::Database& db);

/// errors  the database refuses a draft
void insert_amendment(SQLite::Database& db, const Amendment& amendment);

/// A user by number, also one who is no longer active.
std::optional<User> find_user(SQLite::Database& db, UserId user);

} // namespace praxis::soap
