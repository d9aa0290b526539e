// SPDX-License-Identifier: MIT
/// The client's signed sessions as a letter needs them. Drafts and void notes are not among them.
#pragma once
#include "referral.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

/// An amendment of a signed note.
struct Addition {
    Date on;
    std::string text;
};

struct SessionFacts {
    NoteId note;
    Date day;
    std::optional<ComplaintId> complaint;
    std::int64_t minutes = 0; // 0: not recorded
    std::optional<int> pain_before;
    std::optional<int> pain_after;
    Value body;                      // of the note
    std::vector<std::string> copied; // paths of fields that were copied from an earlier note
    std::vector<Addition> additions;

    /// The field of a part of the note; nullptr when nothing is recorded there.
    [[nodiscard]] const Value* find(std::string_view part, std::string_view field) const;

    /// Whether the field, or a field of that row, was copied and not examined again.
    [[nodiscard]] bool is_copied(const std::string& path) const;

    /// What the session itself recorded in a row of findings, with the fields that say what was
    /// examined ("joint", "side"), which a repeated note copies. Nothing when all of it was copied.
    [[nodiscard]] std::optional<Value> new_in_row(const std::string& path, const Value& row) const;
};

/// The sessions of the referral's complaint, or all of the client without one, oldest first. A
/// letter that is dated back has none after its day.
std::vector<SessionFacts> read_sessions(Session& session, const Referral& referral, Date until);

/// The newest session that records the field by itself; otherwise the newest one to which it was
/// copied. Nothing when no session has it.
const SessionFacts* find_newest(
    const std::vector<SessionFacts>& sessions, std::string_view part, std::string_view field
);

/// The text of that newest field, a list joined by commas; empty when there is none.
std::string newest_text(
    const std::vector<SessionFacts>& sessions, std::string_view part, std::string_view field
);

} // namespace praxis::referrals
