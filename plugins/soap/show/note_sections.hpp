// SPDX-License-Identifier: MIT
/// What notes contribute to a client's chart and letters. Signed notes only, with their amendments.
#pragma once
#include "note/note.hpp"

#include <praxis/chart.hpp>
#include <praxis/session.hpp>

#include <vector>

namespace praxis::soap {

/// The signed notes that belong to an episode, oldest first: those that name the complaint, and
/// those without one when no other complaint was open on their day. Void notes do not count. The
/// same notes as in `note list --complaint`.
std::vector<Note> notes_of_episode(
    Session& session,
    ClientId client,
    std::optional<ComplaintId> complaint,
    std::optional<Date> since
);

/// The newest findings, ranges of motion and tests, each with its date.
ChartPart write_findings(Session& session, const ChartRequest& request);

/// The treatment of each session.
ChartPart write_treatment(Session& session, const ChartRequest& request);

/// Pain before and after each session. The first value before a session is compared with the last
/// one; the change within a session is given apart. One session is no change.
/// source  Ostelo 2008: 2 points, or 30 % of the first value, on a scale from 0 to 10
ChartPart write_progress(Session& session, const ChartRequest& request);

/// The notes themselves, and why others are void: for the practice and for the client, not for
/// letters.
ChartPart write_notes(Session& session, const ChartRequest& request);

} // namespace praxis::soap
