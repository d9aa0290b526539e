// SPDX-License-Identifier: MIT
#include "sign/signed_bytes.hpp"

#include "note/note_header.hpp"

namespace praxis::soap {

namespace {

std::string quoted(const std::string& text) {
    return to_canonical_json(text_or_null(text));
}

} // namespace

std::string
signed_bytes(const Note& note, const Signature& signature, const std::string& client_uuid) {
    return signed_bytes(StoredSigned{
        .uuid = note.uuid,
        .client_uuid = client_uuid,
        .began = note.began,
        .header = to_canonical_json(signature.header),
        .body = to_canonical_json(note.body),
        .templates = to_canonical_json(to_value(note.templates)),
        .signer_uuid = NoteHeader{signature.header}.signer("uuid"),
        .at = signature.at,
        .meaning = signature.meaning,
        .number = signature.number,
        .previous = signature.previous});
}

std::string signed_bytes(const StoredSigned& stored) {
    // The members in the order of their names, as in all canonical JSON.
    return R"({"began":)" + quoted(stored.began.iso()) + R"(,"body":)" + stored.body +
           R"(,"client":)" + quoted(stored.client_uuid) + R"(,"format":"praxis-note/1","header":)" +
           stored.header + R"(,"meaning":)" + quoted(stored.meaning) + R"(,"note":)" +
           quoted(stored.uuid) + R"(,"previous":)" + quoted(stored.previous) + R"(,"signed_at":)" +
           quoted(stored.at.iso()) + R"(,"signer":)" + quoted(stored.signer_uuid) +
           R"(,"signing":)" + std::to_string(stored.number) + R"(,"templates":)" +
           stored.templates + "}";
}

std::string cosigned_bytes(
    const std::string& note_uuid, const std::string& note_digest, const Cosignature& cosignature
) {
    const auto& amendments = cosignature.amendments;
    return to_canonical_json(Value::Object{
        {"format", "praxis-cosignature/1"},
        {"cosignature", cosignature.uuid},
        {"note", note_uuid},
        {"digest", note_digest},
        {"amendments", Value::Array(amendments.begin(), amendments.end())},
        {"signer", cosignature.signer_as},
        {"signed_at", cosignature.at.iso()},
        {"meaning", cosignature.meaning},
        {"remark", text_or_null(cosignature.remark)},
    });
}

} // namespace praxis::soap
