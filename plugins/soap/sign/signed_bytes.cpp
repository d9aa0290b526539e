// SPDX-License-Identifier: MIT
#include "sign/signed_bytes.hpp"

#include "note/note_header.hpp"

namespace praxis::soap {

std::string
signed_bytes(const Note& note, const Signature& signature, const std::string& client_uuid) {
    return to_canonical_json(Value::Object{
        {"format", "praxis-note/1"},
        {"note", note.uuid},
        {"client", client_uuid},
        {"began", note.began.iso()},
        {"header", signature.header},
        {"body", note.body},
        {"templates", to_value(note.templates)},
        {"signer", text_or_null(NoteHeader{signature.header}.signer("uuid"))},
        {"signed_at", signature.at.iso()},
        {"meaning", signature.meaning},
        {"signing", signature.number},
        {"previous", text_or_null(signature.previous)},
    });
}

std::string cosigned_bytes(const Note& note, const Cosignature& cosignature) {
    const auto& amendments = cosignature.amendments;
    return to_canonical_json(Value::Object{
        {"format", "praxis-cosignature/1"},
        {"cosignature", cosignature.uuid},
        {"note", note.uuid},
        {"digest", note.signature.value().digest},
        {"amendments", Value::Array(amendments.begin(), amendments.end())},
        {"signer", cosignature.signer_as},
        {"signed_at", cosignature.at.iso()},
        {"meaning", cosignature.meaning},
        {"remark", text_or_null(cosignature.remark)},
    });
}

} // namespace praxis::soap
