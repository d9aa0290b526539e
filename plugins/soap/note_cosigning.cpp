// SPDX-License-Identifier: MIT
#include "note_cosigning.hpp"

#include "note_keeping_queries.hpp"
#include "note_signing.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
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

void insert_cosignature(SQLite::Database& db, const Cosignature& cosignature) {
    execute(
        db,
        "INSERT INTO soap_cosignature (uuid, note, at, at_offset, signer, signer_as, meaning, "
        "remark, amendments, public_key, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        cosignature.uuid,
        cosignature.note,
        cosignature.at.instant,
        cosignature.at.offset,
        cosignature.signer,
        to_canonical_json(cosignature.signer_as),
        cosignature.meaning,
        null_if_empty(cosignature.remark),
        to_canonical_json(list_of(cosignature.amendments)),
        cosignature.seal.public_key,
        cosignature.seal.value
    );
}

} // namespace

Cosignature cosign(Session& session, const Note& note, const std::optional<std::string>& remark) {
    const auto& signer = session.user();
    refuse_what_is_theirs(note, signer);
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

std::vector<Cosignature> cosignatures_of(SQLite::Database& db, NoteId note) {
    return all_rows(
        statement(
            db,
            "SELECT uuid, note, at, at_offset, signer, signer_as, meaning, remark, amendments, "
            "public_key, signature FROM soap_cosignature WHERE note = ? ORDER BY cosignature",
            note
        ),
        [](SQLite::Statement& query) {
            Cosignature cosignature{
                .uuid = column_text(query, 0),
                .note = NoteId{column_number(query, 1)},
                .at = column_zoned(query, 2),
                .signer = UserId{column_number(query, 4)},
                .signer_as = parse_json(column_text(query, 5), "soap_cosignature"),
                .meaning = column_text(query, 6),
                .remark = column_text(query, 7),
                .amendments = {},
                .seal = {column_text(query, 9), column_text(query, 10)}};
            const auto uuids = parse_json(column_text(query, 8), "soap_cosignature");
            for (const auto& uuid : uuids.as_array()) {
                cosignature.amendments.push_back(uuid.plain());
            }
            return cosignature;
        }
    );
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
