// SPDX-License-Identifier: MIT
#include "sign/note_cosigning.hpp"

#include "note/note_cosigning_queries.hpp"
#include "note/note_keeping_queries.hpp"
#include "sign/note_signing.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

std::vector<std::string> amendments_in(const Note& note) {
    std::vector<std::string> uuids;
    for (const auto& amendment : note.amendments) {
        uuids.push_back(amendment.uuid);
    }
    return uuids;
}

Value list_of(const std::vector<std::string>& texts) {
    return Value::Array(texts.begin(), texts.end());
}

void refuse_what_is_theirs(const Note& note, const User& signer) {
    if (!note.signature) {
        throw Refused(
            note.id.str() + " is a draft: whoever wrote it signs it first",
            "praxis note sign " + note.id.str()
        );
    }
    if (signer.id == note.signature->signer || signer.id == note.author) {
        throw Refused(note.id.str() + " is yours: somebody else co-signs it");
    }
    const auto again =
        std::find_if(note.cosignatures.begin(), note.cosignatures.end(), [&](const auto& one) {
            return one.signer == signer.id && one.amendments == amendments_in(note);
        });
    if (again != note.cosignatures.end()) {
        throw Refused(
            note.id.str() + " was co-signed by you on " + again->at.civil().date.iso() +
            ", and nothing was added since"
        );
    }
}

} // namespace

Cosignature cosign(Session& session, const Note& note, const std::optional<std::string>& remark) {
    const auto& signer = session.user();
    refuse_what_is_theirs(note, signer);
    const auto client = session.get<clients::Directory>().get(session, note.client);
    if (!is_genuine(session.db(), note, client.uuid)) {
        throw Refused(note.id.str() + " is not what was signed", "praxis audit verify");
    }
    Cosignature cosignature{
        .uuid = session.new_uuid(),
        .note = note.id,
        .at = session.civil_now(),
        .signer = signer.id,
        .signer_as = person_as_signed(signer),
        .meaning = "supervisor",
        .remark = remark.value_or(""),
        .amendments = amendments_in(note)};
    cosignature.seal = session.sign(cosigned_bytes(cosignature, note));
    insert_cosignature(session.db(), cosignature);
    return cosignature;
}

std::string cosigned_bytes(const Cosignature& cosignature, const Note& note) {
    return to_canonical_json(Value::Object{
        {"format", "praxis-cosignature/1"},
        {"cosignature", cosignature.uuid},
        {"note", note.uuid},
        {"digest", note.signature->digest},
        {"amendments", list_of(cosignature.amendments)},
        {"signer", cosignature.signer_as},
        {"signed_at", cosignature.at.iso()},
        {"meaning", cosignature.meaning},
        {"remark", text_or_null(cosignature.remark)},
    });
}

bool is_genuine(SQLite::Database& db, const Cosignature& cosignature, const Note& note) {
    return note.signature && holds(cosignature.seal, cosigned_bytes(cosignature, note)) &&
           is_key_of(db, cosignature.seal.public_key, cosignature.signer);
}

Value to_value(const Cosignature& cosignature) {
    return Value::Object{
        {"uuid", cosignature.uuid},
        {"at", cosignature.at.iso()},
        {"signer_id", cosignature.signer.str()},
        {"signer", cosignature.signer_as},
        {"meaning", cosignature.meaning},
        {"remark", text_or_null(cosignature.remark)},
        {"amendments", list_of(cosignature.amendments)},
        {"public_key", cosignature.seal.public_key},
        {"signature", cosignature.seal.value},
    };
}

} // namespace praxis::soap
