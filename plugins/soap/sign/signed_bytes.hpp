// SPDX-License-Identifier: MIT
/// The bytes that signatures cover: canonical JSON (RFC 8785). Their form never changes.
#pragma once
#include "note/note.hpp"
#include "note/note_stored_queries.hpp"

#include <string>

namespace praxis::soap {

std::string
signed_bytes(const Note& note, const Signature& signature, const std::string& client_uuid);

/// The same, from the stored texts: they are canonical already, or the signature does not hold.
std::string signed_bytes(const StoredSigned& stored);

/// The bytes of a co-signature: they cover the note by its digest.
std::string cosigned_bytes(
    const std::string& note_uuid, const std::string& note_digest, const Cosignature& cosignature
);

} // namespace praxis::soap
