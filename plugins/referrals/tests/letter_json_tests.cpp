// SPDX-License-Identifier: MIT
#include "letter/letter_json.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;

namespace {

/// One of every kind of block, with texts that are hard to keep.
Document full_document() {
    Document document;
    document.title = "Referral \"letter\"";
    document.subtitle = "second line";
    document.letterhead = {"Hands On", "12 High St\nHillview"};
    document.footer = "confidential";
    document.language = "en";
    document.author = "Ines Moreau";
    document.created = {Instant{std::chrono::seconds{1795165200}}, Minutes{-330}};
    document.add(Heading{2, "عمر الخطيب"});
    document.add(Paragraph{"line\nline \x1b[31m", Tone::warning});
    document.add(Paragraph{"why?", Tone::quote});
    document.add(Facts{{{"Born", "1984-05-02"}, {"Same", ""}, {"Same", "again"}}});
    document.add(Bullets{{"one", "two"}, true});
    document.add(Grid{
        "caption", {{"Joint", Align::left}, {"After", Align::right}}, {{"lumbar", "75"}}});
    document.add(LineChart{
        "Pain",
        "NPRS 0-10",
        0,
        10,
        {{"before", {{*Date::from_iso("2026-09-14"), 7}, {*Date::from_iso("2026-11-12"), 2.5}}}}});
    document.add(BodyChart{
        "Body chart",
        {{"1", "knee", "left", BodyChart::Kind::work, "Swedish massage"},
         {"A", "neck", "", BodyChart::Kind::finding, ""}}});
    document.add(SignatureLine{"Ines Moreau", ""});
    document.add(PageBreak{});
    document.add(TableOfContents{});
    return document;
}

} // namespace

BOOST_AUTO_TEST_SUITE(letter_json_tests)

BOOST_AUTO_TEST_CASE(a_frozen_letter_thaws_as_it_was) {
    const auto document = full_document();
    const std::vector<LetterPart> parts{{"findings", "Findings", "29545-1", {Paragraph{"one"}}}};
    const auto json = letter_to_json(document, parts);
    const auto letter = letter_from_json(json);
    BOOST_TEST(letter_to_json(letter.document, letter.parts) == json);
    BOOST_TEST(letter.document.title == document.title);
    BOOST_TEST(letter.document.letterhead == document.letterhead, boost::test_tools::per_element());
    BOOST_TEST(letter.document.created.iso() == document.created.iso());
    BOOST_REQUIRE(letter.document.blocks.size() == document.blocks.size());
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        BOOST_TEST(letter.document.blocks[i].index() == document.blocks[i].index());
    }
    BOOST_TEST(std::get<Paragraph>(letter.document.blocks[1]).text == "line\nline \x1b[31m");
    const auto& chart = std::get<LineChart>(letter.document.blocks[6]);
    BOOST_TEST(chart.series.at(0).points.at(1).value == 2.5);
    const auto& body = std::get<BodyChart>(letter.document.blocks[7]);
    BOOST_TEST(body.title == "Body chart");
    BOOST_TEST(body.marks.at(0).region == "knee");
    BOOST_TEST(body.marks.at(0).side == "left");
    BOOST_TEST(body.marks.at(0).text == "Swedish massage");
    BOOST_TEST(body.marks.at(1).label == "A");
    BOOST_TEST((body.marks.at(1).kind == BodyChart::Kind::finding));
    BOOST_TEST(letter.parts.at(0).blocks.size() == 1U);
}

BOOST_AUTO_TEST_CASE(its_bytes_survive_being_read_and_written) {
    const auto json = letter_to_json(full_document(), {});
    BOOST_TEST(to_json(parse_json(json, "the letter")) == json);
}

BOOST_AUTO_TEST_CASE(refuses_what_a_newer_version_wrote) {
    BOOST_CHECK_THROW(letter_from_json(R"({"format":2,"document":{}})"), PluginError);
    BOOST_CHECK_THROW(
        letter_from_json(R"({"format":1,"document":{"blocks":[{"is":"hologram"}]}})"), PluginError
    );
    BOOST_CHECK_THROW(letter_from_json("{"), Refused);
}

BOOST_AUTO_TEST_SUITE_END()
