// SPDX-License-Identifier: MIT
/// What a note took over from an earlier one, and what of it nobody has touched since. The note
/// keeps it as a table of its own, which is signed with it:
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

inline constexpr std::string_view carried_key = "carried";

struct Carried {
    std::string from;                // "N-0007"; empty when nothing was taken over
    std::vector<std::string> fields; // paths: "subjective.goal", "block[1].pressure"

    [[nodiscard]] bool holds(std::string_view path) const;
};

Carried carried_of(const Value& body);

/// The value at such a path; nullptr when there is none.
const Value* find_fact(const Value& body, std::string_view path);
Value* find_fact(Value& body, std::string_view path);

/// The path of each field that is recorded, beside the keys of the session itself. The items of a
/// list are one field; each row of a table has fields of its own.
std::vector<std::string> fact_paths(const Value& body);

/// The body of a new draft: what `note` says and its templates let be taken over, all of it marked.
/// began  of the new session: dates ahead that have come meanwhile are left behind
Value carry_over(const Note& note, const NoteTemplates& templates, const CivilTime& began);

/// Keeps the marks of what stands in `body` as it stood in `before` and is not among `touched`.
void settle_carried(Value& body, const Value& before, const std::vector<std::string>& touched);

/// Whether everything that the body says of the session was taken over.
bool is_all_carried(const Value& body);

} // namespace praxis::soap
