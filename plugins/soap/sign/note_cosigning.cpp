// SPDX-License-Identifier: MIT
#include "sign/note_cosigning.hpp"

#include "note/note_cosigning_queries.hpp"
#include "sign/freeze.hpp"
#include "sign/signed_bytes.hpp"
#include "sign/verification.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

std::vector<std::string> uuids_of_amendments(const Note& note) {
    std::vector<std::string> uuids;
    for (const auto& amendment : note.amendments) {
        uuids.push_back(amendment.uuid);
    }
    return uuids;
}

void refuse_own_note(const Note& note, const User& signer) {
    if (signer.id == note.signature->signer || signer.id == note.author) {
        throw Refused(
            note.id.str() + " is your own note: another user of the practice co-signs it",
            "praxis user list"
        );
    }
}

void refuse_second_cosignature(const Note& note, const User& signer) {
    const auto earlier =
        std::find_if(note.cosignatures.begin(), note.cosignatures.end(), [&](const auto& each) {
            return each.signer == signer.id && each.amendments == uuids_of_amendments(note);
        });
    if (earlier != note.cosignatures.end()) {
        throw Refused(
            "you co-signed " + note.id.str() + " on " + earlier->at.civil().date.iso() +
                ", and it has no amendment since",
            "praxis note show " + note.id.str()
        );
    }
}

void refuse_forged(Session& session, const Note& note) {
    const auto client = session.get<clients::Directory>().get(session, note.client);
    if (!is_genuine(session.db(), note, client.uuid)) {
        throw Refused(note.id.str() + " is not what was signed", "praxis audit verify");
    }
}

} // namespace

Cosignature cosign(Session& session, const Note& note, const std::optional<std::string>& remark) {
    if (!note.signature) {
        throw Refused(
            note.id.str() + " is a draft: its author signs it first",
            "praxis note sign " + note.id.str()
        );
    }
    const auto& signer = session.user();
    refuse_own_note(note, signer);
    refuse_second_cosignature(note, signer);
    refuse_forged(session, note);
    Cosignature cosignature{
        .uuid = session.new_uuid(),
        .note = note.id,
        .at = session.civil_now(),
        .signer = signer.id,
        .signer_as = freeze(signer),
        .meaning = "supervisor",
        .remark = remark.value_or(""),
        .amendments = uuids_of_amendments(note)};
    cosignature.seal = session.sign(cosigned_bytes(note.uuid, note.signature->digest, cosignature));
    insert_cosignature(session.db(), cosignature);
    return cosignature;
}

Value to_value(const Cosignature& cosignature) {
    const auto& amendments = cosignature.amendments;
    return Value::Object{
        {"uuid", cosignature.uuid},
        {"at", cosignature.at.iso()},
        {"signer_id", cosignature.signer.str()},
        {"signer", cosignature.signer_as},
        {"meaning", cosignature.meaning},
        {"remark", text_or_null(cosignature.remark)},
        {"amendments", Value::Array(amendments.begin(), amendments.end())},
        {"public_key", cosignature.seal.public_key},
        {"signature", cosignature.seal.value},
    };
}

} // namespace praxis::soap
