// SPDX-License-Identifier: MIT
/// Co-signing: a supervisor signs under a note that another person has signed.
#pragma once
#include "note/note.hpp"

#include <praxis/session.hpp>

#include <optional>
#include <string>

namespace praxis::soap {

/// Stores the user's signature under the note and the amendments that it has now.
/// errors  Refused when the note is a draft, is the user's own, is not what was signed, or has the
///         user's co-signature and no amendment since
Cosignature cosign(Session& session, const Note& note, const std::optional<std::string>& remark);

/// For machines.
Value to_value(const Cosignature& cosignature);

} // namespace praxis::soap
