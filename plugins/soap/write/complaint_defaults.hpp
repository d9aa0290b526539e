// SPDX-License-Identifier: MIT
/// What a new note takes from the complaint that it is for, so that nobody types it twice.
#pragma once
#include "write/note_input.hpp"

#include <praxis/clients/directory.hpp>

#include <vector>

namespace praxis::soap {

/// The client's complaints that had begun by that day and are open, oldest first.
std::vector<clients::Complaint>
open_complaints_on(Session& session, ClientId client, const Date& day);

/// Gives the input the client's own words and the goal of the complaint that the note names, or of
/// the only open one, when it has no signed note yet: later the client has other words. They count
/// where the note has none, except in a wellness session.
void add_complaint_defaults(Session& session, ClientId client, NoteInput& input);

/// Fills the fields of a note file that are empty, and reports it in `understood`. Not in a
/// wellness session, nor in one before the onset or for another complaint.
void fill_from_complaint(
    const ComplaintOnRecord& complaint, Value& file, std::vector<std::string>& understood
);

} // namespace praxis::soap
