// SPDX-License-Identifier: MIT
/// The check before a note is signed.
#pragma once
#include <praxis/session.hpp>
#include <praxis/soap/notes.hpp>

namespace praxis::safety {

/// Runs all checks on the work of the note, on the session's day. The concerns are signed with the
/// note.
/// errors  Refused for a stop that blocks signing and has no override; PluginError when a check or
///         a file of rules cannot be used
void check_signing(Session& session, const soap::NoteSigning& signing);

} // namespace praxis::safety
