// SPDX-License-Identifier: MIT
#include "html/escape.hpp"
#include "html/html_renderer.hpp"

#include <boost/test/unit_test.hpp>

#include <string>

using namespace praxis;

namespace {

const std::string hostile = "<script>alert('x')</script> & \"quoted\"";

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Document hostile_document() {
    Document document;
    document.title = hostile;
    document.subtitle = hostile;
    document.letterhead = {hostile, hostile};
    document.footer = hostile + "</style>";
    document.watermark = hostile;
    document.author = hostile;
    document.language = "en\"><script>";
    document.add(Heading{1, hostile});
    document.add(Paragraph{hostile, Tone::warning});
    document.add(Facts{{{hostile, hostile}}});
    document.add(Bullets{{hostile}});
    document.add(Grid{hostile, {{hostile}}, {{hostile}}});
    document.add(LineChart{hostile, hostile, 0, 10, {{hostile, {{Date{}, 1}, {Date{}, 2}}}}});
    document.add(BodyChart{
        hostile,
        {{hostile, "knee", "left", BodyChart::Kind::work, hostile},
         {hostile, hostile, hostile, BodyChart::Kind::finding, hostile}}});
    document.add(SignatureLine{hostile, hostile});
    document.add(Slip{
        hostile, {hostile}, {hostile}, {{{hostile}, {hostile}}, {{hostile}, {}, 1}, {{hostile}}}});
    document.add(Paragraph{hostile, Tone::question});
    document.letter =
        LetterFrame{{hostile}, hostile, {hostile, hostile}, {{hostile, hostile}}, hostile, hostile};
    document.add(TableOfContents{});
    return document;
}

} // namespace

BOOST_AUTO_TEST_SUITE(html_tests)

BOOST_AUTO_TEST_CASE(escapes_everything_that_could_be_markup) {
    BOOST_TEST(
        exports::html::escape("<a href=\"x\">'&'") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;"
    );
}

BOOST_AUTO_TEST_CASE(escapes_css_so_that_a_string_cannot_end) {
    BOOST_TEST(exports::html::escape_css("a\";}") == "a\\000022\\00003b\\00007d");
    BOOST_TEST(exports::html::escape_css("a b") == "a\\000020b");
}

BOOST_AUTO_TEST_CASE(keeps_dates_whole) {
    BOOST_TEST(
        exports::html::escape_content("on 2026-11-20 & on") ==
        "on <span class=\"whole\">2026-11-20</span> &amp; on"
    );
}

BOOST_AUTO_TEST_CASE(no_text_of_a_document_becomes_markup) {
    const auto page = exports::html::render(hostile_document(), Paper::a4);
    BOOST_TEST(!contains(page, "<script"));
    BOOST_TEST(!contains(page, "alert('x')"));
    BOOST_TEST(page.find("</style>") == page.rfind("</style>"));
}

BOOST_AUTO_TEST_CASE(a_letter_is_black_and_names_its_receiver_before_the_text) {
    Document document;
    document.title = "Referral letter";
    document.letter = LetterFrame{
        {"Dr. Ana Kim", "3 Station Road"},
        "URGENT",
        {"Referral letter to a chiropractor", "Advice"},
        {{"Date", "2026-12-21"}},
        "Maria Lopez, born 1984-05-02",
        "Hands On"};
    document.add(Heading{2, "What the client reports"});
    document.add(Paragraph{"ache"});
    document.add(BodyChart{"", {{"1", "knee", "left", BodyChart::Kind::pain, ""}}, true});
    document.add(LineChart{"Pain", "", 0, 10, {{"before", {{Date{}, 1}, {Date{}, 2}}}}});
    document.add(Slip{"Reply slip", {"Maria Lopez"}, {"Hands On"}, {{{}, {"Did not come"}}}});
    const auto page = exports::html::render(document, Paper::a4);
    BOOST_TEST(contains(page, "<div class=\"sheet letter\">"));
    BOOST_TEST(contains(page, "<p class=\"alarm\">URGENT</p>"));
    BOOST_TEST(contains(page, "<bdi>Dr. Ana Kim</bdi><br><bdi>3 Station Road</bdi>"));
    BOOST_TEST(page.find("class=\"beside\"") < page.find("ache"));
    BOOST_TEST(contains(page, "☐ Did not come"));
    BOOST_TEST(contains(page, "content: \"Maria\\000020Lopez"));
    for (const auto* colour : {"\"#124d61\"", "\"#b4500f\"", "\"#56616b\""}) {
        BOOST_TEST(!contains(page, colour), colour); // in a drawing; the style sheet has its own
    }
}

BOOST_AUTO_TEST_CASE(fetches_nothing_and_declares_it) {
    const auto page = exports::html::render(hostile_document(), Paper::letter);
    BOOST_TEST(contains(page, "default-src 'none'; img-src data:; style-src 'unsafe-inline'"));
    for (const auto* word : {"http://", "https://", "src=", "url(", "@import", "<link"}) {
        BOOST_TEST(!contains(page, word), word);
    }
}

BOOST_AUTO_TEST_CASE(describes_tables_and_charts_for_readers_who_cannot_see_them) {
    const auto page = exports::html::render(hostile_document(), Paper::a4);
    BOOST_TEST(contains(page, "<caption>"));
    BOOST_TEST(contains(page, "<th scope=\"col\">"));
    BOOST_TEST(contains(page, "role=\"img\" aria-labelledby=\"figure1-title figure1-description\"")
    );
    BOOST_TEST(contains(page, "1970-01-01 1, 1970-01-01 2."));
}

BOOST_AUTO_TEST_CASE(the_same_document_gives_the_same_bytes) {
    const auto document = hostile_document();
    BOOST_TEST(
        exports::html::render(document, Paper::a4) == exports::html::render(document, Paper::a4)
    );
}

BOOST_AUTO_TEST_SUITE_END()
