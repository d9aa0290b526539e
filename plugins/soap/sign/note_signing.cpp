// SPDX-License-Identifier: MIT
#include "sign/note_signing.hpp"

#include "note/note_header.hpp"
#include "note/note_keeping_queries.hpp"
#include "note/note_queries.hpp"
#include "sign/freeze.hpp"
#include "sign/signed_bytes.hpp"
#include "validate/revalidate.hpp"
#include "write/note_writing.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/soap/notes.hpp>

#include <memory>
#include <utility>

namespace praxis::soap {

namespace {

Refused not_the_author(const Note& note, const User& signer) {
    return Refused{
        note.author.str() + " wrote " + note.id.str() + ", so " + signer.id.str() +
            " cannot sign it as its author",
        "praxis note sign " + note.id.str() + " --meaning reviewer"};
}

/// The next signature of the practice, over the note as it is.
/// findings  those of the safety checks, which are signed with the note
Signature make_signature(
    Session& session, const Note& note, const std::string& meaning, const Value::Array& findings
) {
    auto header = make_header(session, note);
    header["signer"] = freeze(session.user());
    if (!findings.empty()) {
        header["checks"] = findings;
    }
    const auto client_uuid = NoteHeader{header}.client("uuid");
    const auto last = last_signing(session.db());
    Signature signature{
        .at = session.civil_now(),
        .signer = session.user().id,
        .meaning = meaning,
        .header = std::move(header),
        .number = last.number + 1,
        .previous = last.digest};
    const auto bytes = signed_bytes(note, signature, client_uuid);
    signature.digest = digest_of(bytes);
    signature.seal = session.sign(bytes);
    return signature;
}

} // namespace

void sign(Session& session, const TemplateBook& book, Note& note, const Signing& signing) {
    refuse_signed(note);
    if (signing.meaning == "author" && session.user().id != note.author) {
        throw not_the_author(note, session.user());
    }
    const auto now = session.civil_now().civil();
    std::vector<Problem> problems;
    auto body = revalidate(note.body, book, now, session.date_order(), problems);
    auto obstacles = find_obstacles(session, note, problems);
    if (auto doubled = find_doubled_session(session, note); doubled && !signing.another) {
        obstacles.push_back(std::move(*doubled));
    }
    if (!obstacles.empty()) {
        throw make_refusal(note, obstacles);
    }
    store_revalidated(session, book, note, std::move(body));
    const auto day = note.began.civil().date;
    const auto findings = std::make_shared<Value::Array>();
    session.emit(NoteSigning{note.id, note.client, day, findings});
    note.signature = make_signature(session, note, signing.meaning, *findings);
    sign_note(session.db(), note.id, *note.signature);
    session.emit(NoteSigned{.note = note.id, .client = note.client});
}

} // namespace praxis::soap
