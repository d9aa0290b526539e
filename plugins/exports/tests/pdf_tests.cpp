// SPDX-License-Identifier: MIT
#include "pdf/pdf_renderer.hpp"
#include "pdf/sheet.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <qpdf/qpdf-c.h>
#include <regex>
#include <string>
#include <vector>

using namespace praxis;

namespace {

/// The file as qpdf, a reader that is not part of praxis, finds it.
class Reader {
  public:
    // qpdf reads from the bytes until its cleanup
    explicit Reader(std::string bytes) : bytes_(std::move(bytes)), data_(qpdf_init()) {
        qpdf_read_memory(data_, "test", bytes_.data(), bytes_.size(), nullptr);
    }

    ~Reader() { qpdf_cleanup(&data_); }

    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    [[nodiscard]] int pages() { return qpdf_get_num_pages(data_); }

    [[nodiscard]] qpdf_oh get(const char* key) {
        return qpdf_oh_get_key(data_, qpdf_get_root(data_), key);
    }

    [[nodiscard]] std::string text(const char* key) {
        return qpdf_oh_get_utf8_value(data_, get(key));
    }

    [[nodiscard]] bool is_set(const char* key, const char* inner) {
        return qpdf_oh_get_bool_value(data_, qpdf_oh_get_key(data_, get(key), inner)) != 0;
    }

    [[nodiscard]] bool has(const char* key) { return qpdf_oh_is_dictionary(data_, get(key)) != 0; }

  private:
    std::string bytes_;
    qpdf_data data_;
};

int pages_of(const std::string& bytes) {
    return Reader{bytes}.pages();
}

Document letter() {
    Document document;
    document.title = "Referral letter R-0001";
    document.letterhead = {"Hands On"};
    document.language = "fr";
    document.add(Paragraph{"José Núñez, 王小明, عمر الخطيب"});
    return document;
}

/// A letter with a frame, so many lines of text, a small body chart and a slip.
Document framed_letter(int lines) {
    Document document;
    document.title = "Referral letter";
    document.letterhead = {"Hands On", "12 High Street"};
    document.footer = "Confidential";
    document.letter = LetterFrame{
        .receiver = {"Dr. Ana Kim", "3 Station Road"},
        .alarm = "URGENT",
        .purpose = {"Referral letter to a chiropractor"},
        .details = {{"Date", "December 21, 2026"}},
        .person = "Maria Lopez, born May 2, 1984",
        .contact = "Hands On"};
    document.add(Heading{3, "My question to you"});
    document.add(Paragraph{"Why?", Tone::question});
    document.add(Heading{2, "What the client reports"});
    document.add(Paragraph{"A dull ache.", Tone::quote});
    document.add(BodyChart{
        "",
        {{"1", "lower-back", "both", BodyChart::Kind::pain, ""},
         {"", "thigh", "right", BodyChart::Kind::radiation, ""},
         {"", "calf", "left", BodyChart::Kind::work, ""}},
        true});
    document.add(Heading{2, "Findings"});
    document.add(Grid{"", {{"Where"}, {"Value", Align::right}}, {{"back", "3"}}});
    document.add(Paragraph{"Caution.", Tone::warning});
    for (int i = 0; i < lines; ++i) {
        document.add(Paragraph{"A line of text."});
    }
    document.add(SignatureLine{"Ines Moreau", ""});
    Slip slip{"Reply slip", {"Maria Lopez", "The question: Why?"}, {"Please return"}, {}};
    slip.rows = {
        {.labels = {}, .boxes = {"Seen on ____", "Did not come"}},
        {.labels = {"Findings"}, .boxes = {}, .lines = 2},
        {.labels = {"Name", "Date"}}};
    document.add(slip);
    return document;
}

/// The operators of all pages, as text.
std::string contents_of(const std::string& bytes) {
    qpdf_data data = qpdf_init();
    qpdf_read_memory(data, "test", bytes.data(), bytes.size(), nullptr);
    qpdf_init_write_memory(data);
    qpdf_set_stream_data_mode(data, qpdf_s_uncompress);
    qpdf_write(data);
    std::string text{
        reinterpret_cast<const char*>(qpdf_get_buffer(data)), qpdf_get_buffer_length(data)};
    qpdf_cleanup(&data);
    return text;
}

/// The operands of each operator that sets a colour: "0 0 0" of "0 0 0 rg".
std::vector<std::string> colours_of(const std::string& contents) {
    std::vector<std::string> colours;
    const std::regex operators{R"(((?:[0-9]+\.?[0-9]* ){3}|[0-9]+\.?[0-9]* )(?:rg|RG|g|G)\s)"};
    for (std::sregex_iterator one{contents.begin(), contents.end(), operators}, end; one != end;
         ++one) {
        auto text = (*one)[1].str();
        text.pop_back();
        colours.push_back(text);
    }
    return colours;
}

} // namespace

BOOST_AUTO_TEST_SUITE(pdf_tests)

BOOST_AUTO_TEST_CASE(a_short_letter_is_one_page) {
    BOOST_TEST(pages_of(exports::pdf::render(letter(), Paper::a4)) == 1);
}

BOOST_AUTO_TEST_CASE(an_empty_document_is_one_page) {
    BOOST_TEST(pages_of(exports::pdf::render(Document{}, Paper::letter)) == 1);
}

BOOST_AUTO_TEST_CASE(a_break_begins_another_page) {
    auto document = letter();
    document.add(PageBreak{});
    document.add(Paragraph{"second"});
    BOOST_TEST(pages_of(exports::pdf::render(document, Paper::a4)) == 2);
}

BOOST_AUTO_TEST_CASE(a_cell_longer_than_a_page_continues_on_the_next) {
    auto document = letter();
    std::string words;
    for (int i = 0; i < 6000; ++i) {
        words += "word ";
    }
    document.add(Grid{"", {{"What"}, {"Text"}}, {{"long", words}, {"short", "end"}}});
    BOOST_TEST(pages_of(exports::pdf::render(document, Paper::a4)) > 3);
}

BOOST_AUTO_TEST_CASE(is_tagged_and_names_its_language) {
    Reader pdf{exports::pdf::render(letter(), Paper::a4)};
    BOOST_TEST(pdf.text("/Lang") == "fr");
    BOOST_TEST(pdf.is_set("/MarkInfo", "/Marked"));
    BOOST_TEST(pdf.is_set("/ViewerPreferences", "/DisplayDocTitle"));
    BOOST_TEST(pdf.has("/StructTreeRoot"));
}

BOOST_AUTO_TEST_CASE(the_same_document_gives_the_same_bytes) {
    BOOST_TEST(
        (exports::pdf::render(letter(), Paper::a4) == exports::pdf::render(letter(), Paper::a4))
    );
}

BOOST_AUTO_TEST_CASE(a_slip_follows_below_the_letter_or_begins_a_page) {
    for (const auto paper : {Paper::a4, Paper::letter}) {
        BOOST_TEST(pages_of(exports::pdf::render(framed_letter(2), paper)) == 2);
        BOOST_TEST(pages_of(exports::pdf::render(framed_letter(26), paper)) == 2); // has room below
        BOOST_TEST(pages_of(exports::pdf::render(framed_letter(52), paper)) == 3);
    }
}

BOOST_AUTO_TEST_CASE(a_letter_has_no_colour_and_no_grey) {
    const auto bytes = exports::pdf::render(framed_letter(2), Paper::a4);
    const auto colours = colours_of(contents_of(bytes));
    BOOST_TEST(!colours.empty());
    for (const auto& colour : colours) {
        const bool is_plain =
            colour == "0 0 0" || colour == "1 1 1" || colour == "0" || colour == "1";
        BOOST_TEST(is_plain, colour);
    }
}

BOOST_AUTO_TEST_CASE(another_document_keeps_its_colours) {
    auto document = letter();
    document.add(Heading{2, "Findings"});
    const auto colours = colours_of(contents_of(exports::pdf::render(document, Paper::a4)));
    BOOST_TEST((std::find(colours.begin(), colours.end(), "0 0 0") == colours.end()));
}

BOOST_AUTO_TEST_CASE(the_window_of_the_envelope_has_room_for_six_lines) {
    constexpr double line = 12.8;
    for (const auto paper : {Paper::a4, Paper::letter}) {
        const auto sheet = exports::pdf::letter_sheet_of(paper);
        BOOST_TEST(sheet.letter.receiver + 6 * line <= sheet.letter.text);
    }
}

BOOST_AUTO_TEST_CASE(takes_every_block_of_odd_shape) {
    auto document = letter();
    document.title = std::string{"\xFF\0\x1b[31m", 7};
    document.watermark = "\xC3";
    document.footer = "\u202E";
    document.add(Facts{{{"", ""}, {"\xFF", std::string(3000, 'x')}}});
    document.add(Bullets{{"", "👩‍⚕️"}, true});
    document.add(Grid{"", {}, {{"cell without a column"}}});
    document.add(Grid{"", {{"a"}, {"b"}}, {{"short row"}, {"long", "row", "of three"}}});
    document.add(LineChart{});
    document.add(LineChart{"t", "", 5, 5, {{"one", {{Date{}, 1e12}}}}});
    document.add(BodyChart{});
    document.add(BodyChart{
        "\xFF",
        {{"", "knee", "", BodyChart::Kind::work, ""},
         {std::string(300, 'x'), "\xFF", "\xFF", BodyChart::Kind::finding, "\xFF"},
         {"👩‍⚕️ 王小明", "full-back", "both", BodyChart::Kind::finding, "\xFF"}}});
    document.add(TableOfContents{});
    document.add(Heading{9, "deep"});
    document.add(Paragraph{"", Tone::question});
    document.add(Slip{"", {}, {}, {}});
    document.add(Slip{
        "\xFF", {""}, {std::string(400, 'x')}, {{{}, {std::string(400, 'y'), ""}}, {{}, {}, 0}}});
    BOOST_TEST(pages_of(exports::pdf::render(make_visible(document), Paper::letter)) >= 1);
}

BOOST_AUTO_TEST_SUITE_END()
