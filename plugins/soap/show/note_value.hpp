// SPDX-License-Identifier: MIT
/// A note for machines: its fields, signatures and amendments as --json shows them.
#pragma once
#include "show/note_document.hpp"

#include <praxis/result.hpp>
#include <praxis/session.hpp>
#include <praxis/value.hpp>

namespace praxis::soap {

/// The whole note. Times of the record are in the session's time zone.
Value note_value(Session& session, const ReadableNote& readable);

/// The note for people and for machines.
View note_view(Session& session, Note note);

} // namespace praxis::soap
