// SPDX-License-Identifier: MIT
#include "sign/verification.hpp"

#include "note/note_keeping_queries.hpp"
#include "sign/signed_bytes.hpp"

#include <praxis/digest.hpp>

namespace praxis::soap {

namespace {

/// Lists show the columns, which must repeat the body.
bool has_its_digest(const Note& note, const std::string& bytes) {
    return digest_of(bytes) == note.signature->digest &&
           columns_of(note.body) == static_cast<const NoteColumns&>(note);
}

} // namespace

bool is_intact(const Note& note, const std::string& client_uuid) {
    const auto& signature = note.signature;
    return signature && has_its_digest(note, signed_bytes(note, *signature, client_uuid));
}

bool is_genuine(SQLite::Database& db, const Note& note, const std::string& client_uuid) {
    const auto& signature = note.signature;
    if (!signature) {
        return false;
    }
    // In this order: the body of a forged note may be anything, and nothing may be read from it.
    const auto bytes = signed_bytes(note, *signature, client_uuid);
    return holds(signature->seal, bytes) &&
           is_key_of(db, signature->seal.public_key, signature->signer) &&
           has_its_digest(note, bytes);
}

bool is_genuine(SQLite::Database& db, const Note& note, const Cosignature& cosignature) {
    return note.signature &&
           holds(
               cosignature.seal, cosigned_bytes(note.uuid, note.signature->digest, cosignature)
           ) &&
           is_key_of(db, cosignature.seal.public_key, cosignature.signer);
}

} // namespace praxis::soap
