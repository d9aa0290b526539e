// SPDX-License-Identifier: MIT
/// The text of a note file and the options that change it, and the body of a note made from them.
#pragma once
#include "template/template.hpp"

#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap {

/// What is on record of the complaint that a note is for.
struct ComplaintOnRecord {
    std::string id; // "CO-0001"; empty: none
    std::string text;
    std::string goal;
    std::optional<Date> onset = {};
};

/// A note file before it is read, with the options of the command.
struct NoteInput {
    std::string subject; // for the editor: "a new note of C-0001"
    std::string client;  // UUID
    std::string key;     // with the client, identifies the text after an interrupted edit
    bool offers_left = true;
    std::string text;
    std::string alerts;   // comment lines that the editor shows before the text
    bool is_file = false; // the therapist wrote `text` in a file: messages name its lines
    std::string source;   // for messages: "note.toml", "standard input"
    std::vector<std::string> techniques;   // used when the file has no `technique`
    std::optional<CivilTime> date;         // replaces the file's date
    std::optional<Instant> typed_at = {};  // nobody gave the start: the session ended then
    std::optional<std::string> kind = {};  // replaces the file's kind
    std::optional<std::string> complaint;  // replaces the file's complaint
    ComplaintOnRecord complaint_on_record; // its words count where the file has none
    std::vector<std::string> work;         // --work: lines of shorthand, applied to the file
    std::vector<std::string> sets;         // --set: single fields, applied last
    Value before;                          // the body that `text` was made from, or null
};

/// Whether to report the fields that signing needs.
enum class MissingFields { report, ignore };

/// The body that the note input gives. Warnings go to session.report().
/// errors  Refused with every wrong field
Value read_note_input(
    Session& session,
    const TemplateBook& book,
    const NoteInput& input,
    MissingFields missing_fields = MissingFields::report
);

/// Applies the options --work and --set to the note file.
/// understood  gets each line of work in its long form, and a message for each removed row
/// returns     the path of each field that was set
/// errors      UsageError
std::vector<std::string> apply_field_options(
    Session& session,
    const TemplateBook& book,
    const NoteInput& input,
    Value& file,
    std::vector<std::string>& understood
);

/// What a note input gives before it is stored.
struct NotePreview {
    Value body;
    std::vector<Problem> missing; // needed only for signing
    bool has_errors = false;
};

/// errors  Refused when the text is no note file; UsageError of an option
NotePreview preview_note(Session& session, const TemplateBook& book, const NoteInput& input);

/// The errors in the text of an editor, with their lines; nothing when it can be stored.
std::optional<std::string>
find_mistakes(Session& session, const TemplateBook& book, const NoteInput& input);

/// The name of the file of --from in messages.
std::string source_name(const std::string& from);

} // namespace praxis::soap
