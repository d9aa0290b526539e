// SPDX-License-Identifier: MIT
#include "session/country.hpp"

#include <praxis/document_dates.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;

namespace {

std::string rewritten(const std::string& text, DateForm form) {
    Document document;
    document.add(Paragraph{text});
    return std::get<Paragraph>(write_dates(std::move(document), form).blocks.at(0)).text;
}

} // namespace

BOOST_AUTO_TEST_SUITE(document_dates_tests)

BOOST_AUTO_TEST_CASE(writes_a_day_as_each_country_does) {
    const auto day = Date::from_iso("2026-11-05").value();
    BOOST_TEST(write_date(day, DateForm::iso) == "2026-11-05");
    BOOST_TEST(write_date(day, DateForm::day_month_year) == "5 November 2026");
    BOOST_TEST(write_date(day, DateForm::month_day_year) == "November 5, 2026");
    BOOST_TEST(write_short_date(day, DateForm::iso) == "2026-11-05");
    BOOST_TEST(write_short_date(day, DateForm::day_month_year) == "5 Nov 2026");
    BOOST_TEST(write_short_date(day, DateForm::month_day_year) == "Nov 5, 2026");
}

BOOST_AUTO_TEST_CASE(a_letter_has_its_dates_in_its_frame_and_its_slip_too) {
    Document document;
    document.letter =
        LetterFrame{{"Dr. Kim"}, "", {}, {{"Date", "2026-11-05"}}, "Maria, born 1984-05-02", ""};
    document.add(Slip{"Slip", {"born 1984-05-02"}, {"by 2026-12-05"}, {}});
    document.add(Paragraph{"Since 2026-11-05?", Tone::question});
    const auto written = write_dates(std::move(document), DateForm::day_month_year);
    BOOST_TEST(written.letter.value().details[0].second == "5 November 2026");
    BOOST_TEST(written.letter.value().person == "Maria, born 2 May 1984");
    BOOST_TEST(std::get<Slip>(written.blocks[0]).return_to[0] == "by 5 December 2026");
    BOOST_TEST(std::get<Paragraph>(written.blocks[1]).text == "Since 2026-11-05?");
}

BOOST_AUTO_TEST_CASE(knows_the_paper_and_the_order_of_a_country) {
    struct Country {
        std::string jurisdiction;
        Paper paper;
        DateForm date;
    };

    for (const auto& [jurisdiction, paper, date] : std::vector<Country>{
             {"US-MI", Paper::letter, DateForm::month_day_year},
             {"us", Paper::letter, DateForm::month_day_year},
             {"CA-ON", Paper::letter, DateForm::month_day_year},
             {"MX", Paper::letter, DateForm::day_month_year},
             {"GB", Paper::a4, DateForm::day_month_year},
             {"DE-BY", Paper::a4, DateForm::day_month_year},
             {"USA", Paper::a4, DateForm::day_month_year},
             {"", Paper::a4, DateForm::day_month_year}}) {
        const auto form = find_country_form(jurisdiction);
        BOOST_TEST((form.paper == paper), jurisdiction);
        BOOST_TEST((form.date == date), jurisdiction);
    }
}

BOOST_AUTO_TEST_CASE(rewrites_dates_and_leaves_other_texts) {
    const auto form = DateForm::month_day_year;
    BOOST_TEST(rewritten("born 1984-05-02 (42 years)", form) == "born May 2, 1984 (42 years)");
    BOOST_TEST(rewritten("signed 2026-11-20 14:35", form) == "signed November 20, 2026, 14:35");
    BOOST_TEST(
        rewritten("from 2026-11-01, to 2026-11-02.", form) ==
        "from November 1, 2026, to November 2, 2026."
    );
    for (const std::string text :
         {"scan-2026-11-20.pdf",
          "2026-11-20.pdf",
          "2026-13-20",
          "2026-02-29",
          "12026-11-20",
          "2026-11-201",
          "2026-11-20T14:35",
          "a/2026-11-20",
          "N-0001",
          "2026-11"}) {
        BOOST_TEST(rewritten(text, form) == text);
    }
}

BOOST_AUTO_TEST_CASE(rewrites_every_part_of_a_document_but_a_quotation) {
    Document document;
    document.footer = "written 2026-11-20";
    document.add(Paragraph{"since 2026-11-20", Tone::quote});
    document.add(Grid{"", {{"Day"}}, {{"2026-11-20"}}});
    document.add(Facts{{{"Born", "1984-05-02"}}});
    document = write_dates(std::move(document), DateForm::day_month_year);
    BOOST_TEST(document.footer == "written 20 November 2026");
    BOOST_TEST(std::get<Paragraph>(document.blocks[0]).text == "since 2026-11-20");
    BOOST_TEST(std::get<Grid>(document.blocks[1]).rows[0][0] == "20 November 2026");
    BOOST_TEST(std::get<Facts>(document.blocks[2]).items[0].second == "2 May 1984");
}

BOOST_AUTO_TEST_SUITE_END()
