// SPDX-License-Identifier: MIT
/// The bytes that signatures cover. They never change for what is signed already: a verifier makes
/// them again from the stored note.
#pragma once
#include "note/note.hpp"

#include <string>

namespace praxis::soap {

/// What a note's signature covers: canonical JSON of everything that must not change.
/// client_uuid  of the client whose note it is, so that a note moved to another client is found
std::string
signed_bytes(const Note& note, const Signature& signature, const std::string& client_uuid);

/// What a co-signature covers: the note's digest, and which amendments the note had.
std::string cosigned_bytes(const Note& note, const Cosignature& cosignature);

} // namespace praxis::soap
