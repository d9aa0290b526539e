// SPDX-License-Identifier: MIT
#include "note_practice.hpp"
#include "sign/freeze.hpp"
#include "sign/signed_bytes.hpp"
#include "sign/verification.hpp"

#include <praxis/digest.hpp>

#include <boost/test/unit_test.hpp>

#include <functional>

namespace praxis::soap {

namespace {

const std::string client_uuid = "0193-client";

Note signed_note() {
    testing::NotePractice practice;
    auto note = practice.add(testing::note_text("note_whole.toml"));
    Value header = Value::Object{
        {"client", Value::Object{{"uuid", client_uuid}, {"full_name", "Maria Lopez"}}},
        {"signer", Value::Object{{"uuid", "0193-user"}, {"name", "Ines Moreau"}}}};
    const TimeZone utc{"UTC"};
    note.signature = Signature{
        .at = utc.at(CivilTime{*Date::from_iso("2026-11-20"), Minutes{9 * 60}}),
        .signer = UserId{1},
        .meaning = "author",
        .header = std::move(header),
        .digest = {}};
    note.signature->digest = digest_of(signed_bytes(note, *note.signature, client_uuid));
    return note;
}

} // namespace

BOOST_AUTO_TEST_SUITE(note_signing_tests)

BOOST_AUTO_TEST_CASE(a_signed_note_is_intact_after_storing_and_reading) {
    auto note = signed_note();
    BOOST_TEST(is_intact(note, client_uuid));
    note.body = parse_json(to_canonical_json(note.body), "body");
    note.signature->header = parse_json(to_canonical_json(note.signature->header), "header");
    note.templates = templates_from(to_value(note.templates));
    BOOST_TEST(is_intact(note, client_uuid));
}

BOOST_AUTO_TEST_CASE(any_change_breaks_the_signature) {
    const std::vector<std::function<void(Note&)>> changes{
        [](Note& note) { note.body["assessment"]["response"] = "worse"; },
        [](Note& note) { note.body["subjective"].as_object().pop_back(); },
        [](Note& note) { note.body["date"] = "32 May"; },
        [](Note& note) { note.body = Value{}; },
        [](Note& note) { note.signature->header = Value{}; },
        [](Note& note) { note.uuid = "another"; },
        [](Note& note) { note.began.instant += std::chrono::minutes{1}; },
        [](Note& note) { note.began.offset += std::chrono::minutes{60}; },
        [](Note& note) { note.length = Minutes{90}; },
        [](Note& note) { note.pain_after = 0; },
        [](Note& note) { note.pain_before.reset(); },
        [](Note& note) { note.techniques.emplace_back("hot-stone"); },
        [](Note& note) { note.complaint = ComplaintId{2}; },
        [](Note& note) { note.kind = "wellness"; },
        [](Note& note) { note.body["kind"] = "wellness"; },
        [](Note& note) { note.templates.front().digest = std::string(64, 'f'); },
        [](Note& note) { note.templates.pop_back(); },
        [](Note& note) { note.signature->at.instant -= std::chrono::hours{24}; },
        [](Note& note) { note.signature->meaning = "reviewer"; },
        [](Note& note) { note.signature->header["signer"]["uuid"] = "somebody"; },
        [](Note& note) { note.signature->header["client"]["full_name"] = "Another"; },
        [](Note& note) { note.signature->digest = std::string(64, '0'); }};
    for (std::size_t i = 0; i < changes.size(); ++i) {
        auto note = signed_note();
        changes[i](note);
        BOOST_TEST(!is_intact(note, client_uuid), "change " << i << " was not found");
    }
}

BOOST_AUTO_TEST_CASE(a_note_moved_to_another_client_breaks_the_signature) {
    BOOST_TEST(!is_intact(signed_note(), "0193-other"));
}

BOOST_AUTO_TEST_CASE(a_signature_is_invalid_for_any_other_note) {
    auto note = signed_note();
    auto other = signed_note();
    other.uuid = "another";
    other.signature->digest = digest_of(signed_bytes(other, *other.signature, client_uuid));
    note.signature = other.signature;
    BOOST_TEST(!is_intact(note, client_uuid));
}

BOOST_AUTO_TEST_CASE(the_signed_bytes_never_change) {
    const TimeZone utc{"UTC"};
    const auto at = [&utc](const char* date, int hour) {
        return utc.at(CivilTime{*Date::from_iso(date), Minutes{hour * 60}});
    };
    Note note;
    note.uuid = "0193-note";
    note.began = at("2026-11-19", 14);
    note.body = Value::Object{{"minutes", 60}, {"date", "2026-11-19 14:00"}};
    note.templates = {{.kind = "part", .id = "plan", .version = 2, .digest = "ab"}};
    Value header = Value::Object{{"signer", Value::Object{{"uuid", "0193-user"}}}};
    const Signature signature{
        .at = at("2026-11-20", 9),
        .signer = UserId{1},
        .meaning = "author",
        .header = std::move(header),
        .number = 7};
    BOOST_TEST(
        signed_bytes(note, signature, client_uuid) ==
        R"({"began":"2026-11-19T14:00:00+00:00","body":{"date":"2026-11-19 14:00","minutes":60},)"
        R"("client":"0193-client","format":"praxis-note/1",)"
        R"("header":{"signer":{"uuid":"0193-user"}},"meaning":"author","note":"0193-note",)"
        R"("previous":null,"signed_at":"2026-11-20T09:00:00+00:00","signer":"0193-user",)"
        R"("signing":7,"templates":[{"digest":"ab","id":"plan","kind":"part","version":2}]})"
    );
}

BOOST_AUTO_TEST_CASE(a_signature_keeps_a_person_with_null_for_what_is_absent) {
    const User ines{
        .id = UserId{1},
        .uuid = "0193-user",
        .name = "Ines Moreau",
        .profession = "massage therapist",
        .email = "ines@example.org"};
    BOOST_TEST(
        to_json(freeze(ines)) == R"({"id":"U-0001","uuid":"0193-user","name":"Ines Moreau",)"
                                 R"("profession":"massage therapist","licence":null,)"
                                 R"("qualifications":null})"
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
