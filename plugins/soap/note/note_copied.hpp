// SPDX-License-Identifier: MIT
/// The fields that `note repeat` copied from an earlier note and that were not set or changed
/// since. The note stores them as a table, which is signed with it:
///
///   [carried]
///   from = "N-0007"
///   fields = ["subjective.goal", "block[1].pressure"]
#pragma once
#include "note/note.hpp"
#include "note/note_templates.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

inline constexpr std::string_view copied_key = "carried"; // the stored key

struct CopiedFields {
    std::string from;                // "N-0007"; empty when nothing was copied
    std::vector<std::string> fields; // paths: "subjective.goal", "block[1].pressure"

    [[nodiscard]] bool contains(std::string_view path) const;
};

CopiedFields read_copied_fields(const Value& body);

/// The value at a path; nullptr when there is none.
const Value* find_fact(const Value& body, std::string_view path);
Value* find_fact(Value& body, std::string_view path);

/// The path of each recorded field, except those of the session itself. The items of a list are one
/// field; each row of a table has its own fields.
std::vector<std::string> fact_paths(const Value& body);

/// The body of a new draft with the fields that the templates let copy, all of them marked as
/// copied. began  of the new session: future dates that have passed since then are not copied
Value copy_note_body(const Note& note, const NoteTemplates& templates, const CivilTime& began);

/// Keeps the marks of the fields that have the same value in `body` and `before` and are not in
/// `touched`.
void update_copied_fields(
    Value& body, const Value& before, const std::vector<std::string>& touched
);

/// Whether every recorded field was copied.
bool is_all_copied(const Value& body);

} // namespace praxis::soap
