// SPDX-License-Identifier: MIT
/// What somebody wrote, with what the command line adds to it, and the body of a note that it
/// gives.
#pragma once
#include "template/template.hpp"

#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap {

/// A note file before it is read, with what the command line adds to it.
struct NoteInput {
    std::string subject; // what an editor is told it is: "a new note of C-0001"
    std::string client;  // UUID
    std::string key;     // what else makes it the same text, once it was left behind
    bool offers_left = true;
    std::string text;
    std::string source;                   // "note.toml", "standard input": for messages
    std::vector<std::string> techniques;  // fill `technique` when the file does not
    std::optional<CivilTime> date;        // stands instead of the file's
    std::optional<std::string> complaint; // stands instead of the file's
    std::vector<std::string> work;        // --work: lines of shorthand, over what the file says
    std::vector<std::string> sets;        // --set: single fields, over everything else
    Value before;                         // the body that `text` was made of; null for none
};

/// Whether to say what signing will ask for.
enum class Needs { said, unsaid };

/// The body that a note input gives; warnings go to session.say().
/// errors  Refused with every error and its line
Value read_note_input(
    Session& session, const TemplateBook& book, const NoteInput& input, Needs needs = Needs::said
);

/// Puts the note input's lines of work and single fields into the file.
/// understood  gets each line of work in its long form, and what taking rows out changed beside
/// gives       the path of each field that was set
/// errors      UsageError
std::vector<std::string> apply_words(
    Session& session,
    const TemplateBook& book,
    const NoteInput& input,
    Value& file,
    std::vector<std::string>& understood
);

/// What is wrong with it, as an editor is told; nothing when it can be stored.
std::optional<std::string>
find_mistakes(Session& session, const TemplateBook& book, const NoteInput& input);

/// What messages call a file that was given with --from.
std::string source_name(const std::string& from);

} // namespace praxis::soap
