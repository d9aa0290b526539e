// SPDX-License-Identifier: MIT
/// The say before a note is signed.
#pragma once
#include <praxis/session.hpp>
#include <praxis/soap/notes.hpp>

namespace praxis::safety {

/// Asks every check about the work of the note, on the session's day. What they say is signed with
/// the note.
/// errors  Refused for a stop that gates and that nobody has overridden; PluginError when a check,
///         or a file of rules, cannot be asked
void guard_signing(Session& session, const soap::NoteSigning& signing);

} // namespace praxis::safety
