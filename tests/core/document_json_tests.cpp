// SPDX-License-Identifier: MIT
#include <praxis/document_json.hpp>
#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;

namespace {

/// One block of each kind, with texts that are hard to keep.
Document full_document() {
    Document document;
    document.title = "Referral \"letter\"";
    document.subtitle = "second line";
    document.letterhead = {"Hands On", "12 High St\nHillview"};
    document.footer = "confidential";
    document.watermark = "DRAFT";
    document.language = "fr";
    document.author = "Ines Moreau";
    document.created = {Instant{std::chrono::seconds{1795165201}}, Minutes{-330}};
    document.add(Heading{2, "عمر الخطيب"});
    document.add(Paragraph{"line\nline \x1b[31m\u202e", Tone::warning});
    document.add(Paragraph{"why?", Tone::quote});
    document.add(Facts{{{"Born", "1984-05-02"}, {"Same", ""}, {"Same", "again"}}});
    document.add(Bullets{{"one", "two"}, true});
    document.add(Grid{
        "caption", {{"Joint", Align::left}, {"After", Align::right}}, {{"lumbar", "75"}, {}}});
    document.add(LineChart{
        "Pain",
        "NPRS 0-10",
        -1,
        10.5,
        {{"before", {{*Date::from_iso("2026-09-14"), 7}, {*Date::from_iso("2026-11-12"), 2.5}}},
         {"after", {}}}});
    document.add(BodyChart{
        "Body chart",
        {{"1", "knee", "left", BodyChart::Kind::work, "Swedish massage"},
         {"A", "neck", "", BodyChart::Kind::finding, ""}}});
    document.add(SignatureLine{"Ines Moreau", "signed 2026-11-20 14:35"});
    document.add(Slip{"Reply slip", {"Maria"}, {"Fax"}, {{{"Findings"}, {}, 2}, {{}, {"Seen"}}}});
    document.add(PageBreak{});
    document.add(TableOfContents{});
    return document;
}

Document read(const std::string& json) {
    return document_from_value(parse_json(json, "test"));
}

} // namespace

BOOST_AUTO_TEST_SUITE(document_json_tests)

BOOST_AUTO_TEST_CASE(a_document_survives_writing_and_reading) {
    const auto document = full_document();
    const auto json = to_json(value_from_document(document));
    const auto again = read(json);
    BOOST_TEST(to_json(value_from_document(again)) == json);
    BOOST_TEST(again.title == document.title);
    BOOST_TEST(again.letterhead == document.letterhead, boost::test_tools::per_element());
    BOOST_TEST(again.language == "fr");
    BOOST_TEST((again.created.instant == document.created.instant));
    BOOST_TEST((again.created.offset == document.created.offset));
    BOOST_REQUIRE(again.blocks.size() == document.blocks.size());
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        BOOST_TEST(again.blocks[i].index() == document.blocks[i].index());
    }
}

BOOST_AUTO_TEST_CASE(each_kind_of_block_keeps_its_members) {
    const auto blocks = read(to_json(value_from_document(full_document()))).blocks;
    const auto& paragraph = std::get<Paragraph>(blocks.at(1));
    BOOST_TEST(paragraph.text == "line\nline \x1b[31m\u202e");
    BOOST_TEST((paragraph.tone == Tone::warning));
    BOOST_TEST(std::get<Heading>(blocks.at(0)).level == 2);
    BOOST_TEST(std::get<Facts>(blocks.at(3)).items.at(2).second == "again");
    BOOST_TEST(std::get<Bullets>(blocks.at(4)).numbered);
    const auto& grid = std::get<Grid>(blocks.at(5));
    BOOST_TEST((grid.columns.at(1).align == Align::right));
    BOOST_TEST(grid.rows.at(0).at(1) == "75");
    BOOST_TEST(grid.rows.at(1).empty());
    const auto& chart = std::get<LineChart>(blocks.at(6));
    BOOST_TEST(chart.lowest == -1);
    BOOST_TEST(chart.highest == 10.5);
    BOOST_TEST(chart.series.at(0).points.at(1).date.iso() == "2026-11-12");
    BOOST_TEST(chart.series.at(0).points.at(1).value == 2.5);
    const auto& body = std::get<BodyChart>(blocks.at(7));
    BOOST_TEST(body.marks.at(0).region == "knee");
    BOOST_TEST(body.marks.at(0).side == "left");
    BOOST_TEST((body.marks.at(1).kind == BodyChart::Kind::finding));
    BOOST_TEST(std::get<SignatureLine>(blocks.at(8)).signed_at == "signed 2026-11-20 14:35");
}

BOOST_AUTO_TEST_CASE(an_empty_object_is_an_empty_document) {
    const auto document = read("{}");
    BOOST_TEST(document.title.empty());
    BOOST_TEST(document.blocks.empty());
}

BOOST_AUTO_TEST_CASE(refuses_values_that_it_does_not_know) {
    BOOST_CHECK_THROW(read(R"({"blocks":[{"is":"hologram"}]})"), Refused);
    BOOST_CHECK_THROW(read(R"({"blocks":[{"is":"paragraph","tone":"loud"}]})"), Refused);
    BOOST_CHECK_THROW(read(R"({"created":"yesterday"})"), Refused);
    BOOST_CHECK_THROW(read(R"({"created":"2026-11-20T14:30:00+0x:00"})"), Refused);
    BOOST_CHECK_THROW(
        read(R"({"blocks":[{"is":"line-chart","series":[{"points":[{"date":"x"}]}]}]})"), Refused
    );
}

BOOST_AUTO_TEST_SUITE_END()
