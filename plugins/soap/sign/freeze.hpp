// SPDX-License-Identifier: MIT
/// The records that a signature freezes beside the note: a signed note shows them for ever as they
/// were at its signing.
#pragma once
#include "note/note.hpp"

#include <praxis/session.hpp>

namespace praxis::soap {

/// A client, a user, the practice or a complaint as a signature keeps it; absent texts are null.
template <class Record> Value freeze(const Record& record);

extern template Value freeze(const User& user);

/// Client, therapist, practice, complaint and conditions as they are now.
/// source  Michigan R 338.727: what a record's header holds, with the dates of service and of entry
Value make_header(Session& session, const Note& note);

} // namespace praxis::soap
