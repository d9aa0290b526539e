// SPDX-License-Identifier: MIT
/// The practice's deadline for a note: the setting notes.lock_after_days. By default there is none,
/// because no source names a number of days for all practices.
/// source  Michigan R 338.727: entries are timely
#pragma once
#include "note/note.hpp"

#include <praxis/session.hpp>

#include <optional>

namespace praxis::soap {

/// errors  Refused when the setting is not a number of days
std::optional<int> lock_after_days(Session& session);

/// Whether a draft is locked: the deadline has passed, and the body gives no reason for the delay.
bool is_locked(Session& session, const Note& note);

/// errors  Refused, naming the deadline and the command that records the reason
void refuse_locked(Session& session, const Note& note);

} // namespace praxis::soap
