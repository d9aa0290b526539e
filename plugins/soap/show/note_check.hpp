// SPDX-License-Identifier: MIT
/// Everything that could be better about a note: obstacles to signing, warnings, wording beyond
/// the scope of practice, contradictory sides, and content that the jurisdiction requires.
#pragma once
#include "check/profile.hpp"
#include "note/note.hpp"

#include <praxis/result.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap {

struct CheckRow {
    std::string kind;  // "missing", "warning", "scope", "side", "profile"
    std::string where; // "assessment.impression"; empty when the note itself has nothing to change
    std::string title; // for people: "block 1 (deep tissue): skin afterwards"
    std::string what;
    std::string advice; // what to write; may be empty
    std::string fix;    // the command
};

struct JudgedItem {
    ProfileItem item;
    ItemState state = ItemState::missing;
    std::string fix; // of one that is missing
};

struct NoteCheck {
    Note note;
    std::vector<CheckRow> rows;
    std::vector<Profile> profiles; // every known profile
    std::optional<Profile> profile;
    std::vector<JudgedItem> items; // of that profile

    /// How many of the items have that state.
    [[nodiscard]] int count(ItemState state) const;
};

/// Checks a note and changes nothing: a draft against the current templates, as signing does, and a
/// signed note against those it was written with.
/// profile  its id; without one the profile of the practice's jurisdiction, if there is one
/// errors   NotFound for an unknown profile
NoteCheck check_note(Session& session, Note note, const std::optional<std::string>& profile);

/// For people and for machines.
View check_view(Session& session, NoteCheck check);

} // namespace praxis::soap
