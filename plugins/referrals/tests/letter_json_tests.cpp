// SPDX-License-Identifier: MIT
#include "letter/letter_json.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;

namespace {

Document short_document() {
    Document document;
    document.title = "Referral \"letter\"";
    document.letterhead = {"Hands On", "12 High St\nHillview"};
    document.created = {Instant{std::chrono::seconds{1795165200}}, Minutes{-330}};
    document.add(Paragraph{"line\nline \x1b[31m", Tone::warning});
    return document;
}

} // namespace

BOOST_AUTO_TEST_SUITE(letter_json_tests)

BOOST_AUTO_TEST_CASE(a_frozen_letter_is_read_back_as_it_was) {
    const auto document = short_document();
    const std::vector<LetterPart> parts{{"findings", "Findings", "29545-1", {Paragraph{"one"}}}};
    const auto json = letter_to_json(document, parts);
    const auto letter = letter_from_json(json);
    BOOST_TEST(letter_to_json(letter.document, letter.parts) == json);
    BOOST_TEST(letter.document.created.iso() == document.created.iso());
    BOOST_TEST(std::get<Paragraph>(letter.document.blocks.at(0)).text == "line\nline \x1b[31m");
    BOOST_TEST(letter.parts.at(0).loinc == "29545-1");
    BOOST_TEST(std::get<Paragraph>(letter.parts.at(0).blocks.at(0)).text == "one");
}

BOOST_AUTO_TEST_CASE(refuses_a_letter_of_a_newer_version) {
    BOOST_CHECK_THROW(letter_from_json(R"({"format":2,"document":{}})"), PluginError);
    BOOST_CHECK_THROW(
        letter_from_json(R"({"format":1,"document":{"blocks":[{"is":"hologram"}]}})"), Refused
    );
    BOOST_CHECK_THROW(letter_from_json("{"), Refused);
}

BOOST_AUTO_TEST_SUITE_END()
