// SPDX-License-Identifier: MIT
#include "html/html_renderer.hpp"
#include "pdf/pdf_renderer.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

using namespace praxis;

namespace {

/// One character of each category that hides or steers: Cc, Cf, Co, Cn, Zl, Zp, a filler, a tag.
const std::string hidden = "\x1b\u009b\u202e\u200b\u00ad\ue000\u0378\u2028\u2029\u3164\U000e0041";
/// Joiners and selectors that do their work: an emoji, Persian, Devanagari, a name in Japanese.
const std::string needed = "👩‍⚕️ می‌خواهم क्‍ष 葛󠄀城";

Document document_with(const std::string& text) {
    Document document;
    document.title = text;
    document.subtitle = text;
    document.letterhead = {text, text};
    document.footer = text;
    document.watermark = text;
    document.author = text;
    document.add(Heading{1, text});
    document.add(Paragraph{text});
    document.add(Facts{{{text, text}}});
    document.add(Bullets{{text}});
    document.add(Grid{text, {{text}}, {{text}}});
    document.add(LineChart{text, text, 0, 10, {{text, {{Date{}, 1}}}}});
    document.add(BodyChart{text, {{text, text, text, BodyChart::Kind::finding, text}}});
    document.add(SignatureLine{text, text});
    document.add(Slip{text, {text}, {text}, {{{text}, {text}}, {{text}, {}, 1}, {{text}}}});
    document.letter = LetterFrame{{text}, text, {text}, {{text, text}}, text, text};
    return document;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_SUITE(hidden_text_tests)

BOOST_AUTO_TEST_CASE(no_text_of_a_document_keeps_a_hidden_character) {
    const auto page = exports::html::render(make_visible(document_with(hidden)), Paper::a4);
    BOOST_TEST(visible(page, true) == page);
    BOOST_TEST(contains(page, "\\u202e\\u200b\\u00ad\\ue000\\u0378\\u2028\\u2029\\u3164\\U000e0041")
    );
}

BOOST_AUTO_TEST_CASE(scripts_and_emoji_keep_the_joiners_that_they_need) {
    const auto document = make_visible(document_with(needed));
    BOOST_TEST(document.title == needed);
    BOOST_TEST(contains(exports::html::render(document, Paper::a4), needed));
}

BOOST_AUTO_TEST_CASE(a_pdf_takes_every_text_that_was_made_visible) {
    const auto document = make_visible(document_with("\xFF" + hidden + std::string{"\0", 1}));
    BOOST_TEST(exports::pdf::render(document, Paper::a4).starts_with("%PDF"));
}

BOOST_AUTO_TEST_SUITE_END()
