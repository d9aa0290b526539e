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

BOOST_AUTO_TEST_CASE(a_letter_keeps_its_frame_its_chart_and_its_slip) {
    auto document = short_document();
    document.letter = LetterFrame{
        .receiver = {"Dr. Ana Kim", "3 Station Road"},
        .alarm = "URGENT",
        .purpose = {"Referral letter"},
        .details = {{"Date", "December 21, 2026"}},
        .person = "Maria Lopez, born May 2, 1984",
        .contact = "Hands On"};
    document.add(Paragraph{"Why?", Tone::question});
    BodyChart chart{"", {{"1", "knee", "left", BodyChart::Kind::pain, ""}}, true};
    chart.marks.push_back({"", "shin", "left", BodyChart::Kind::radiation, ""});
    document.add(chart);
    Slip slip{"Reply slip", {"Maria Lopez"}, {"by January 4"}, {}};
    slip.rows.push_back({.labels = {"Findings"}, .boxes = {}, .lines = 2});
    slip.rows.push_back({.labels = {}, .boxes = {"Seen on ____", "Did not come"}});
    document.add(slip);
    const auto json = letter_to_json(document, {});
    const auto letter = letter_from_json(json);
    BOOST_TEST(letter_to_json(letter.document, {}) == json);
    BOOST_TEST(letter.document.letter.value().alarm == "URGENT");
    BOOST_TEST(std::get<BodyChart>(letter.document.blocks.at(2)).beside);
    BOOST_TEST(
        std::get<Slip>(letter.document.blocks.at(3)).rows.at(1).boxes.at(1) == "Did not come"
    );
}

// As version 0.1 stored it.
BOOST_AUTO_TEST_CASE(a_letter_of_before_is_read_without_a_frame) {
    const auto letter = letter_from_json(
        R"({"format":1,"document":{"title":"Referral letter","subtitle":"","letterhead":["Hands On"],)"
        R"("footer":"our reference R-0001","watermark":"","language":"en","author":"Ines Moreau",)"
        R"("created":"2026-11-20T14:30:00+01:00","blocks":[{"is":"paragraph","tone":"quote",)"
        R"("text":"Why?"},{"is":"body-chart","title":"","marks":[{"label":"1","kind":"work",)"
        R"("region":"knee","side":"left","text":""}]},{"is":"facts","items":[{"label":"Seen on",)"
        R"("value":"____"}]}]},"parts":[]})"
    );
    BOOST_TEST(!letter.document.letter.has_value());
    BOOST_TEST(letter.document.blocks.size() == 3U);
    BOOST_TEST(!std::get<BodyChart>(letter.document.blocks.at(1)).beside);
}

BOOST_AUTO_TEST_CASE(refuses_a_letter_of_a_newer_version) {
    BOOST_CHECK_THROW(letter_from_json(R"({"format":2,"document":{}})"), PluginError);
    BOOST_CHECK_THROW(
        letter_from_json(R"({"format":1,"document":{"blocks":[{"is":"hologram"}]}})"), Refused
    );
    BOOST_CHECK_THROW(letter_from_json("{"), Refused);
}

BOOST_AUTO_TEST_SUITE_END()
