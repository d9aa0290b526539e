// SPDX-License-Identifier: MIT
#include "show/note_value.hpp"

#include "sign/note_cosigning.hpp"

#include <cstdint>
#include <utility>

namespace praxis::soap {

namespace {

Value cosignatures_value(const Note& note) {
    Value::Array list;
    for (const auto& cosignature : note.cosignatures) {
        list.push_back(to_value(cosignature));
    }
    return list;
}

Value signature_value(const ReadableNote& readable) {
    if (!readable.note.signature) {
        return {};
    }
    const auto& signature = *readable.note.signature;
    return Value::Object{
        {"at", signature.at.iso()},
        {"signer", signature.signer.str()},
        {"meaning", signature.meaning},
        {"digest", signature.digest},
        {"public_key", signature.seal.public_key},
        {"signature", signature.seal.value},
        {"intact", readable.intact},
    };
}

} // namespace

Value note_value(Session& session, const ReadableNote& readable) {
    const auto& note = readable.note;
    Value::Array amendments;
    for (const auto& amendment : note.amendments) {
        amendments.push_back(to_value(amendment));
    }
    return Value::Object{
        {"id", note.id.str()},
        {"uuid", note.uuid},
        {"state", note.signature ? "signed" : "draft"},
        {"void", find_void(note) != nullptr},
        {"kind", note.kind},
        {"client_id", note.client.str()},
        {"complaint_id", note.complaint ? Value{note.complaint->str()} : Value{}},
        {"date", note.began.iso()},
        {"minutes", note.length ? Value{std::int64_t{note.length->count()}} : Value{}},
        {"techniques", Value::Array(note.techniques.begin(), note.techniques.end())},
        {"pain_before", note.pain_before},
        {"pain_after", note.pain_after},
        {"author_id", note.author.str()},
        {"created_at", session.zone().at(note.created).iso()},
        {"changed_at", session.zone().at(note.changed).iso()},
        {"header", readable.header},
        {"body", note.body},
        {"signature", signature_value(readable)},
        {"amendments", std::move(amendments)},
        {"cosignatures", cosignatures_value(note)},
        {"templates", to_value(note.templates)},
    };
}

View note_view(Session& session, Note note) {
    TemplateShelf shelf{session.db()};
    const auto readable =
        std::make_shared<const ReadableNote>(make_readable(session, shelf, std::move(note)));
    return {
        [&session, readable] { return note_value(session, *readable); },
        [&session, readable] { return note_document(session, *readable); }};
}

} // namespace praxis::soap
