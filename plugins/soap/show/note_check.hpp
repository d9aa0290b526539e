// SPDX-License-Identifier: MIT
/// Everything that could be better about a note: what signing asks for, warnings, wording beyond
/// the scope, contradictions of side, and what the jurisdiction wants a record to hold.
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
    std::string where; // "assessment.impression"; empty: not of the note itself
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
    std::vector<Profile> profiles; // all there are
    std::optional<Profile> profile;
    std::vector<JudgedItem> items; // of that profile

    /// How many of the items have that state.
    [[nodiscard]] int count(ItemState state) const;
};

/// Looks at a note and changes nothing. A draft is held against the templates of today, as signing
/// it would; a signed note against those it was written with.
/// profile  its id; without one the profile of the practice's jurisdiction, if there is one
/// errors   NotFound for a profile that is none
NoteCheck check_note(Session& session, Note note, const std::optional<std::string>& profile);

/// For people and for machines.
View check_view(Session& session, const NoteCheck& check);

} // namespace praxis::soap
