// SPDX-License-Identifier: MIT
/// The practice's own deadline for a note: the setting notes.lock_after_days. There is none until
/// somebody sets one, as no source was found that names a number of days for everybody.
/// source  Michigan R 338.727: entries are timely
#pragma once
#include "note/note.hpp"

#include <praxis/session.hpp>

#include <optional>

namespace praxis::soap {

/// errors  Refused when the setting is no number of days
std::optional<int> lock_after_days(Session& session);

/// Whether a draft is locked: its session lies further back than the deadline, and its body does
/// not say why it is late.
bool is_locked(Session& session, const Note& note);

/// errors  Refused, naming the deadline and how to say why it is late
void refuse_locked(Session& session, const Note& note);

} // namespace praxis::soap
