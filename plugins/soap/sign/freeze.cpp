// SPDX-License-Identifier: MIT
#include "sign/freeze.hpp"

#include "note/note_queries.hpp"

#include <praxis/clients/directory.hpp>

#include <array>

namespace praxis::soap {

namespace {

using clients::Client;
using clients::Complaint;

template <class Record> struct Text {
    std::string_view key;
    std::string Record::*member;
};

/// What a signature keeps of a record, beside its id.
template <class Record> constexpr std::array<Text<Record>, 0> kept_texts{};

template <>
constexpr std::array kept_texts<Client>{
    Text{"uuid", &Client::uuid},
    Text{"full_name", &Client::full_name},
    Text{"gender", &Client::gender},
    Text{"address", &Client::address},
    Text{"phone", &Client::phone},
    Text{"email", &Client::email}};

template <>
constexpr std::array kept_texts<User>{
    Text{"uuid", &User::uuid},
    Text{"name", &User::name},
    Text{"profession", &User::profession},
    Text{"licence", &User::licence},
    Text{"qualifications", &User::qualifications}};

template <>
constexpr std::array kept_texts<Practice>{
    Text{"uuid", &Practice::uuid},
    Text{"name", &Practice::name},
    Text{"address", &Practice::address},
    Text{"phone", &Practice::phone},
    Text{"email", &Practice::email},
    Text{"website", &Practice::website}};

template <>
constexpr std::array kept_texts<Complaint>{
    Text{"uuid", &Complaint::uuid},
    Text{"title", &Complaint::title},
    Text{"region", &Complaint::region},
    Text{"side", &Complaint::side}};

} // namespace

template <class Record> Value freeze(const Record& record) {
    static_assert(!kept_texts<Record>.empty());
    Value frozen = Value::Object{};
    if constexpr (requires { record.id; }) {
        frozen["id"] = record.id.str();
    }
    for (const auto& [key, member] : kept_texts<Record>) {
        frozen[key] = text_or_null(record.*member);
    }
    return frozen;
}

template Value freeze(const User& user);

Value make_header(Session& session, const Note& note) {
    auto& directory = session.get<clients::Directory>();
    const auto client = directory.get(session, note.client);
    const auto author = find_user(session.db(), note.author);
    bool asked = false;
    const auto conditions = directory.conditions(session, note.client, asked);
    Value header = Value::Object{
        {"client", freeze(client)},
        {"therapist", author ? freeze(*author) : Value{}},
        {"practice", freeze(session.practice())},
        {"complaint",
         note.complaint ? freeze(directory.get_complaint(session, *note.complaint)) : Value{}},
        {"conditions", asked ? Value{Value::Array(conditions.begin(), conditions.end())} : Value{}},
        {"entered", session.zone().at(note.created).iso()},
    };
    header["client"]["born"] = client.born ? Value{client.born->iso()} : Value{};
    return header;
}

} // namespace praxis::soap
