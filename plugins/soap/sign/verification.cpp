// SPDX-License-Identifier: MIT
#include "sign/verification.hpp"

#include "note/note_keeping_queries.hpp"
#include "sign/signed_bytes.hpp"

#include <praxis/digest.hpp>

namespace praxis::soap {

bool is_intact(const Note& note, const std::string& client_uuid) {
    const auto& signature = note.signature;
    if (!signature || digest_of(signed_bytes(note, *signature, client_uuid)) != signature->digest) {
        return false;
    }
    // Lists show the columns, which must still repeat the body.
    auto drawn = note;
    draw_from_body(drawn, TimeZone{"UTC"});
    return drawn.techniques == note.techniques && drawn.complaint == note.complaint &&
           drawn.length == note.length && drawn.pain_before == note.pain_before &&
           drawn.pain_after == note.pain_after;
}

bool is_genuine(SQLite::Database& db, const Note& note, const std::string& client_uuid) {
    // In this order: the body of a forged note may be anything, and nothing may be read from it.
    const auto& signature = note.signature;
    return signature && holds(signature->seal, signed_bytes(note, *signature, client_uuid)) &&
           is_key_of(db, signature->seal.public_key, signature->signer) &&
           is_intact(note, client_uuid);
}

bool is_genuine(SQLite::Database& db, const Note& note, const Cosignature& cosignature) {
    return note.signature && holds(cosignature.seal, cosigned_bytes(note, cosignature)) &&
           is_key_of(db, cosignature.seal.public_key, cosignature.signer);
}

} // namespace praxis::soap
