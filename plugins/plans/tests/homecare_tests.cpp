// SPDX-License-Identifier: MIT
#include "homecare/adherence.hpp"
#include "homecare/checklist.hpp"
#include "homecare/figure.hpp"
#include "homecare/new_home_care.hpp"
#include "homecare/recurrence.hpp"
#include "homecare_files.hpp"

#include <praxis/error.hpp>
#include <praxis/testing.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::plans::home {

namespace {

Date day(std::string_view iso) {
    return Date::from_iso(iso).value();
}

ComplaintSpan complaint(
    int number,
    const std::string& region,
    const std::string& side,
    std::string_view opened,
    const std::string& closed = {}
) {
    return {
        .id = {number},
        .place = region,
        .region = region,
        .side = side,
        .title = "",
        .opened = day(opened),
        .onset = std::nullopt,
        .closed = Date::from_iso(closed)};
}

HomeCare item_since(std::string_view iso) {
    HomeCare item;
    item.first_day = day(iso);
    return item;
}

HomeCare answered(int number, const std::string& on, const Answers& answers) {
    HomeCare row;
    row.id = {number};
    row.name = "Desk";
    row.first_day = day(on);
    row.content = answers_content(
        {.id = "desk",
         .name = "Desk",
         .questions = {{"feet", "Feet flat?"}, {"screen", "Screen?"}},
         .source = {}},
        answers
    );
    return row;
}

} // namespace

BOOST_AUTO_TEST_SUITE(homecare_tests)

BOOST_AUTO_TEST_CASE(writes_a_dose_as_people_say_it) {
    BOOST_TEST(
        dose_text({.seconds = 20, .times = 3, .side = "each", .often = "daily"}) ==
        "20 seconds, 3 times a side, daily"
    );
    BOOST_TEST(
        dose_text({.seconds = 60, .side = "right", .often = "every 2nd day"}) ==
        "60 seconds, right side, every 2nd day"
    );
    BOOST_TEST(
        dose_text({.minutes = 10, .a_day = 3, .often = "daily"}) == "10 minutes, 3 times a day"
    );
    BOOST_TEST(dose_text({.minutes = 1, .times = 1}) == "1 minute, 1 time");
    BOOST_TEST(dose_text({.often = "whenever you sit"}) == "whenever you sit");
    BOOST_TEST(dose_text({}) == "");
}

BOOST_AUTO_TEST_CASE(a_dose_survives_its_json) {
    const Dose dose{.seconds = 20, .times = 3, .side = "each", .often = "daily"};
    BOOST_TEST(dose_text(dose_from(dose_value(dose))) == dose_text(dose));
}

BOOST_AUTO_TEST_CASE(refuses_more_heat_than_the_sources_allow) {
    const auto& heat = get_item(testing::our_library(), "heat-pad");
    auto dose = heat.dose;
    DoseOptions options;
    options.minutes = 30;
    apply_dose(dose, options, heat);
    BOOST_TEST(dose.minutes.value() == 30);
    options.minutes = 31;
    BOOST_CHECK_THROW(apply_dose(dose, options, heat), Refused);
    options.minutes = 0;
    BOOST_CHECK_THROW(apply_dose(dose, options, heat), UsageError);
}

BOOST_AUTO_TEST_CASE(prefers_the_tool_at_home) {
    const auto& library = testing::our_library();
    const auto& heat = get_item(library, "heat-pad");
    BOOST_TEST(choose_tool(heat, {"grain-bag"}) == "grain-bag");
    BOOST_TEST(choose_tool(heat, {}) == "heat-pad");
    BOOST_TEST(choose_tool(get_item(library, "bridge"), {"ball"}) == "");
    BOOST_TEST(missing_tools(library, heat, std::nullopt).empty()); // never asked
    BOOST_TEST(missing_tools(library, heat, std::vector<std::string>{}).size() == 1);
    BOOST_TEST(missing_tools(library, heat, std::vector<std::string>{"grain-bag"}).empty());
    const auto& both = get_item(library, "contrast");
    BOOST_TEST(missing_tools(library, both, std::vector<std::string>{"heat-pad"}).size() == 1);
}

BOOST_AUTO_TEST_CASE(an_item_is_for_the_place_of_a_complaint) {
    const auto& ball = get_item(testing::our_library(), "ball-wall-back");
    const ClientFacts facts{.texts = {}, .complaints = {{{}, "upper-back", {}}}, .not_asked = {}};
    BOOST_TEST(choose_areas(ball, {}, facts) == std::vector<std::string>{"upper-back"});
    BOOST_TEST(choose_areas(ball, {}, {}).empty());
    BOOST_TEST(choose_areas(ball, {"bra line"}, {}) == std::vector<std::string>{"mid-back"});
}

BOOST_AUTO_TEST_CASE(an_answered_limit_counts_again_when_the_record_changes) {
    const LimitFinding finding{
        .limit = "heat-feeling", .verdict = Verdict::leave_out, .found = {"condition: neuropathy"}};
    HomeCare given;
    given.content = Value::Object{{"despite", despite_value("cleared", {finding})}};
    BOOST_TEST(open_findings(given, {finding}).empty());
    auto more = finding;
    more.found.emplace_back("condition: diabetes");
    BOOST_TEST(open_findings(given, {more}).size() == 1);
    BOOST_TEST(open_findings(HomeCare{}, {finding}).size() == 1);
}

BOOST_AUTO_TEST_CASE(counts_reports_and_notes_once_for_each_day) {
    auto item = item_since("2026-11-20");
    item.reports = {{day("2026-11-27"), "yes", "yes", "", "Ines"}};
    const std::vector<Answer> notes{
        {day("2026-11-20"), "no"},     // the day it was given
        {day("2026-11-27"), "partly"}, // the report of that day is more exact
        {day("2026-12-04"), "partly"}};
    const auto count = count_of(answers_about(item, notes));
    BOOST_TEST(count_text(count) == "2 of 2 times (1 yes, 1 partly)");
    BOOST_TEST(count_text({}) == "not asked yet");
    item.ended_on = day("2026-12-01");
    BOOST_TEST(count_of(answers_about(item, notes)).asked() == 1);
}

BOOST_AUTO_TEST_CASE(a_complaint_comes_back_within_six_months) {
    const auto first = complaint(1, "lower-back", "left", "2026-01-10", "2026-05-01");
    BOOST_TEST(
        find_recurrences({first, complaint(2, "lower-back", "both", "2026-09-01")}).size() == 1
    );
    BOOST_TEST(find_recurrences({first, complaint(2, "lower-back", "left", "2026-12-01")}).empty());
    BOOST_TEST(find_recurrences({first, complaint(2, "lower-back", "right", "2026-09-01")}).empty()
    );
    BOOST_TEST(find_recurrences({first, complaint(2, "neck", "left", "2026-09-01")}).empty());
    BOOST_TEST(find_recurrences({first, complaint(2, "full-back", "", "2026-05-01")}).size() == 1);
    BOOST_TEST(find_recurrences({first, complaint(2, "lower-back", "left", "2026-04-01")}).empty());
}

BOOST_AUTO_TEST_CASE(the_onset_tells_when_it_came_back_and_an_older_onset_does_not) {
    const auto first = complaint(1, "neck", "", "2026-01-10", "2026-03-01");
    auto second = complaint(2, "neck", "", "2026-11-01");
    BOOST_TEST(find_recurrences({first, second}).empty());
    second.onset = day("2026-04-01");
    const auto found = find_recurrences({first, second});
    BOOST_TEST_REQUIRE(found.size() == 1);
    BOOST_TEST(
        recurrence_text(found.front()) == "4 weeks after CO-0001 was closed (2026-03-01): neck"
    );
    BOOST_TEST(
        recurrence_text(found.front(), false) == "4 weeks after it was closed (2026-03-01): neck"
    );
    second.onset = day("2019-04-01");
    second.opened = day("2026-04-01");
    BOOST_TEST(find_recurrences({first, second}).size() == 1);
}

BOOST_AUTO_TEST_CASE(it_comes_back_from_the_newest_earlier_complaint) {
    const auto found = find_recurrences(
        {complaint(1, "neck", "", "2026-01-10", "2026-02-01"),
         complaint(2, "neck", "", "2026-03-01", "2026-04-01"),
         complaint(3, "neck", "", "2026-05-01")}
    );
    BOOST_TEST_REQUIRE(found.size() == 2);
    BOOST_TEST(found.back().earlier.number == 2);
    BOOST_TEST(found.back().open);
    BOOST_TEST(!found.front().open);
}

BOOST_AUTO_TEST_CASE(compares_the_first_and_the_last_answers) {
    const FirstAndLast pair{
        answered(1, "2026-11-20", {{"feet", "no"}, {"screen", "yes"}}),
        answered(2, "2026-12-18", {{"feet", "yes"}, {"screen", "no"}})};
    const auto lines = compare(pair);
    BOOST_TEST_REQUIRE(lines.size() == 2);
    BOOST_TEST(lines.front().change == "better");
    BOOST_TEST(lines.back().change == "worse");
    BOOST_TEST(compare_summary(pair) == "1 of 2 yes, 1 better and 1 worse than on 2026-11-20");
    const FirstAndLast once{pair.first, pair.first};
    BOOST_TEST(compare(once).front().last == "");
    BOOST_TEST(compare_summary(once) == "1 of 2 yes");
}

BOOST_AUTO_TEST_CASE(reads_answers_as_people_type_them) {
    BOOST_TEST(read_answer("Y").value() == "yes");
    BOOST_TEST(read_answer("?").value() == "unknown");
    BOOST_TEST(!read_answer("maybe"));
}

BOOST_AUTO_TEST_CASE(asks_on_a_terminal_what_no_option_answers) {
    praxis::testing::Practice practice;
    practice.run({"client", "add", "--given", "Maria"});
    practice.answer({"y", "n", "", "yes", "u"});
    const auto asked = practice.run({"homecare", "check", "maria", "home", "--set", "bed=no"});
    BOOST_TEST(asked.exit == 0, asked.err);
    BOOST_TEST(asked.err.find("At home: 2 of 6 yes") != std::string::npos, asked.err);
    BOOST_TEST(asked.err.find("wake without a stiff back") == std::string::npos, asked.err);
    practice.answer({"maybe"});
    BOOST_TEST(practice.run({"homecare", "check", "maria", "home"}).exit == 2);
}

BOOST_AUTO_TEST_CASE(the_handout_stays_on_one_page_and_names_what_it_leaves_out) {
    praxis::testing::Practice practice;
    practice.run({"client", "add", "--given", "Maria"});
    practice.run({"condition", "add", "maria", "--none-known"});
    const auto added = practice.run({"homecare", "add", "maria", "ball-calf", "bridge"});
    BOOST_TEST(added.out == "H-0001\nH-0002\n", added.err);
    practice.run({"medication", "add", "maria", "--name", "Warfarin"});
    const auto page = practice.run({"homecare", "handout", "maria", "--as", "html"});
    BOOST_TEST(page.out.find("Left out on purpose: Ball under the calf") != std::string::npos);
    BOOST_TEST(page.out.find("1. Bridge") != std::string::npos);
    BOOST_TEST(page.err.find("medication: Warfarin") != std::string::npos, page.err);
    BOOST_TEST(page.out.find("Warfarin") == std::string::npos); // the page may lie around
}

BOOST_AUTO_TEST_CASE(a_row_is_never_deleted_and_its_answers_never_change) {
    praxis::testing::Practice practice;
    practice.run({"client", "add", "--given", "Maria"});
    practice.run({"homecare", "check", "maria", "desk", "--all", "yes"});
    BOOST_CHECK_THROW(practice.sql("DELETE FROM plans_homecare"), std::exception);
    BOOST_CHECK_THROW(practice.sql("UPDATE plans_homecare SET content = '{}'"), std::exception);
    BOOST_CHECK_THROW(
        practice.sql("INSERT OR REPLACE INTO plans_homecare SELECT * FROM plans_homecare"),
        std::exception
    );
    BOOST_TEST(practice.run({"audit", "verify"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(creates_its_table_in_an_existing_practice) {
    praxis::testing::Practice practice;
    practice.run({"client", "add", "--given", "Maria"});
    practice.migrate_from("plans", 1);
    BOOST_TEST(practice.run({"homecare", "tools", "maria", "--none"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(puts_drawings_side_by_side) {
    const auto svg = testing::read_file(testing::library_folder() + "bridge.svg");
    const auto figure = figure_from(svg, "Bridge", "bridge.svg");
    const auto row = side_by_side({figure, body_figure_with({"calf"}, "left")}, {"1.", "2."});
    BOOST_TEST(row.title == "1. Bridge. 2. The area: calf");
    BOOST_TEST(row.svg.starts_with("<svg xmlns="));
    BOOST_TEST(row.svg.find("viewBox=\"0 0 500 150\"") != std::string::npos);
    BOOST_TEST(row.svg.find("ellipse") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(refuses_a_drawing_that_a_renderer_cannot_read) {
    const std::string head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 240 150\"";
    for (const auto& whole :
         {head + "/>",
          head + "><title>A &amp; b &#65;</title><!-- < --><g><path d='M0 0'/></g></svg>\n",
          "<?xml version=\"1.0\"?>\n<!DOCTYPE svg>" + head + "></svg><!-- end -->",
          head + " xmlns:x=\"y\"><x:a x:b=\"c\"/></svg>"}) {
        BOOST_CHECK_NO_THROW(figure_from(whole, "", "x.svg"));
    }
    for (const auto& broken :
         {std::string{},
          std::string{"<html></html>"},
          std::string{"<svg></svg>"},
          head,
          head + ">",
          head + "><g></svg>",
          head + "><path d=M0></svg>",
          head + "><path d=\"M0\" d=\"M0\"/></svg>",
          head + ">fish & chips</svg>",
          head + ">&nbsp;</svg>",
          head + "><x:a/></svg>",
          head + "></svg><svg/>",
          "<!DOCTYPE svg [<!ENTITY a \"b\">]>" + head + "></svg>",
          std::string{"<svg viewBox=\"0 0 wide high\"></svg>"},
          std::string{"<svg viewBox=\"0 0 0 150\"></svg>"}}) {
        BOOST_CHECK_THROW(figure_from(broken, "", "x.svg"), Refused);
    }
}

BOOST_AUTO_TEST_CASE(a_drawing_keeps_the_namespaces_that_it_uses) {
    const auto figure =
        figure_from("<svg viewBox=\"0 0 1 1\" xmlns:x=\"y\"><x:a/></svg>", "", "x.svg");
    BOOST_TEST(figure.content.find("xmlns:x=\"y\"") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::plans::home
