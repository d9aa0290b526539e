// SPDX-License-Identifier: MIT
#include "pdf/pdf_renderer.hpp"

#include <boost/test/unit_test.hpp>

#include <qpdf/qpdf-c.h>
#include <string>

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
    BOOST_TEST(pages_of(exports::pdf::render(make_visible(document), Paper::letter)) >= 1);
}

BOOST_AUTO_TEST_SUITE_END()
