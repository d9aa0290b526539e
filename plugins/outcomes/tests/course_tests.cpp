// SPDX-License-Identifier: MIT
/// A course has one complaint, and a source speaks of those whom it studied.
#include "course/chart.hpp"
#include "course/svg.hpp"
#include "our_files.hpp"
#include "record/due.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::outcomes {

using namespace testing;

namespace {

const Subject low_back{.region = "lower-back", .phase = "chronic"};
const Subject neck{.region = "neck", .phase = "chronic"};

Measure
measured(const char* on, double score, std::optional<ComplaintId> complaint = std::nullopt) {
    Measure measure;
    measure.instrument = "psfs";
    measure.language = "en";
    measure.on = day(on);
    measure.score = score;
    measure.complaint = complaint;
    return measure;
}

SessionRow session_of(std::optional<ComplaintId> complaint, const char* on, double pain) {
    SessionRow row;
    row.on = day(on);
    row.complaint = complaint;
    row.pain.before = pain;
    return row;
}

std::vector<Point> daily(const std::vector<double>& values) {
    std::vector<Point> points;
    auto on = day("2000-01-01");
    for (const auto value : values) {
        points.push_back({.on = on, .value = value});
        on = on.plus_days(1);
    }
    return points;
}

Course long_course(const Instrument& instrument, std::size_t answers) {
    std::vector<double> values(answers, 5);
    values.front() = 7;
    values[answers / 2] = 10;
    values[answers / 2 + 1] = 0;
    values.back() = 3;
    Course course;
    course.instrument = &instrument;
    course.subject = low_back;
    course.before = daily(values);
    for (const auto& point : course.before) {
        course.sessions.push_back(point.on);
    }
    return course;
}

std::string due_on(const std::vector<Measure>& measures, const char* review) {
    const auto all = our_instruments();
    std::string text;
    for (const auto& due : due_instruments(all, measures, day(review), day("2026-11-20"))) {
        text += due.instrument->id + " " + (due.complaint ? due.complaint->str() : "none") + ";";
    }
    return text;
}

std::string sentence(const std::string& id, const Subject& subject) {
    const auto instrument = ours(id);
    return describe(instrument, *change_in(instrument, daily({7, 4}), subject));
}

std::vector<std::string> judgments(const std::string& id, const Subject& subject) {
    const auto instrument = ours(id);
    std::vector<std::string> texts;
    const auto change = change_in(instrument, daily({8, 3}), subject);
    for (const auto& judged : change->judged) {
        texts.push_back(reached_text(judged));
    }
    return texts;
}

} // namespace

BOOST_AUTO_TEST_SUITE(course_tests)

BOOST_AUTO_TEST_CASE(never_compares_the_answers_of_two_complaints) {
    const auto psfs = ours("psfs");
    const std::vector<Measure> measures{
        measured("2026-09-01", 2, ComplaintId{1}),
        measured("2026-09-02", 9, ComplaintId{2}),
        measured("2026-09-03", 8),
        measured("2026-10-01", 4, ComplaintId{1})};
    const auto first = course_of(psfs, ComplaintId{1}, {}, measures);
    BOOST_TEST(first.apart.size() == 2U);
    BOOST_TEST(change_in(psfs, first.compared(), low_back)->better_by == 2.0);
    BOOST_TEST(course_of(psfs, ComplaintId{2}, {}, measures).apart.size() == 1U);
    const auto none = course_of(psfs, std::nullopt, {}, measures);
    BOOST_TEST(none.apart.size() == 1U);
    BOOST_TEST(none.apart.front().value == 8.0);
}

BOOST_AUTO_TEST_CASE(never_compares_the_sessions_of_two_complaints) {
    const std::vector<SessionRow> sessions{
        session_of(ComplaintId{1}, "2026-09-01", 7), session_of(ComplaintId{2}, "2026-09-08", 2)};
    const auto nprs = ours("nprs");
    BOOST_TEST(course_of(nprs, ComplaintId{1}, sessions, {}).before.size() == 1U);
    BOOST_TEST(course_of(nprs, ComplaintId{2}, sessions, {}).before.front().value == 2.0);
    const auto stress = ours("stress"); // about the client
    BOOST_TEST(course_of(stress, std::nullopt, sessions, {}).sessions.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_version_of_another_complaint_leaves_no_answer_out) {
    auto newer = measured("2026-10-01", 9, ComplaintId{2});
    newer.version = 2;
    const auto course =
        course_of(ours("psfs"), ComplaintId{1}, {}, {measured("2026-09-01", 2, {{1}}), newer});
    BOOST_TEST(course.apart.size() == 1U);
    BOOST_TEST(course.left_out == 0U);
}

BOOST_AUTO_TEST_CASE(each_complaint_is_due_by_its_own_newest_answer) {
    const std::vector<Measure> both{
        measured("2026-10-01", 3, ComplaintId{1}), measured("2026-11-01", 3, ComplaintId{2})};
    BOOST_TEST(due_on(both, "2026-10-20") == "psfs CO-0001;");
    BOOST_TEST(due_on(both, "2026-11-20") == "psfs CO-0001;psfs CO-0002;");
}

BOOST_AUTO_TEST_CASE(an_answer_without_a_complaint_is_due_until_one_names_a_complaint) {
    const auto old = measured("2026-10-01", 3);
    BOOST_TEST(due_on({old}, "2026-11-20") == "psfs none;");
    BOOST_TEST(
        due_on({old, measured("2026-11-01", 3, ComplaintId{1})}, "2026-11-20") == "psfs CO-0001;"
    );
}

BOOST_AUTO_TEST_CASE(a_figure_of_other_people_judges_nothing) {
    BOOST_TEST(
        sentence("nprs", low_back).find("Important change (2 points, Ostelo 2008) reached") !=
        std::string::npos
    );
    BOOST_TEST(
        sentence("nprs", neck) ==
        "7 → 4: 3 points less (43 %), n = 2. 2 values are few. An important change (2 points, "
        "Ostelo 2008) is published for low back pain only."
    );
    const std::vector<std::string> of_neck{
        "published for low back pain",
        "published for low back pain",
        "published for chronic low back pain",
        "reached"};
    BOOST_TEST(judgments("nprs", neck) == of_neck, boost::test_tools::per_element());
    const std::vector<std::string> of_nothing_known{
        "published for low back pain",
        "published for low back pain",
        "published for chronic low back pain",
        "published for neck, back, arm and leg"};
    BOOST_TEST(judgments("nprs", {}) == of_nothing_known, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_figure_of_chronic_pain_is_for_chronic_pain) {
    const auto acute = judgments("nprs", {.region = "lower-back", .phase = "acute"});
    BOOST_TEST(acute[0] == "reached");
    BOOST_TEST(acute[2] == "published for chronic low back pain");
    BOOST_TEST(judgments("nprs", low_back)[2] == "reached");
    BOOST_TEST(judgments("psfs", {})[0] == "not reached"); // of anybody: 8 to 3 is worse
}

BOOST_AUTO_TEST_CASE(a_whole_back_is_not_the_low_back) {
    const Population studied{.name = "low back pain", .regions = {"lower-back"}, .phase = ""};
    BOOST_TEST(is_among({.region = "lower-back", .phase = ""}, studied));
    BOOST_TEST(!is_among({.region = "full-back", .phase = ""}, studied));
    BOOST_TEST(!is_among({.region = "upper-back", .phase = ""}, studied));
    BOOST_TEST(!is_among({}, studied));
    BOOST_TEST(is_among({}, Population{}));
}

BOOST_AUTO_TEST_CASE(the_band_and_the_recovery_are_of_such_complaints) {
    const auto nprs = ours("nprs");
    Course course;
    course.instrument = &nprs;
    course.before = daily({7, 0});
    const auto text = [&course](const Subject& subject) {
        course.subject = subject;
        return std::get<Paragraph>(course_sentences(course).front()).text;
    };
    BOOST_TEST(text(low_back).ends_with("0 counts as recovered (R-110)."));
    BOOST_TEST(text(neck).find("recovered") == std::string::npos);
    BOOST_TEST(
        course_chart(course).band->name == "important change: 1.5 to 3.5 points less than at first"
    );
    course.subject = {.region = "head", .phase = ""};
    BOOST_TEST(!course_chart(course).band.has_value());
}

BOOST_AUTO_TEST_CASE(an_instrument_for_another_region_interprets_nothing) {
    const auto ndi = ours("ndi");
    BOOST_TEST(unsuited_text(ndi, neck) == "");
    BOOST_TEST(
        unsuited_text(ndi, low_back) ==
        "Neck disability (NDI) is for neck pain, so praxis does not interpret the score."
    );
    for (const auto& instrument : our_instruments()) {
        const bool has_name = !instrument.only_for.name.empty();
        BOOST_TEST(has_name == !instrument.only_for.regions.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_course_of_ten_thousand_answers_gives_a_bounded_drawing) {
    const auto nprs = ours("nprs");
    const auto course = long_course(nprs, 10000);
    const auto chart = course_chart(course);
    const auto& drawn = chart.series.front().points;
    BOOST_TEST(drawn.size() <= most_drawn);
    BOOST_TEST(drawn.size() >= most_drawn / 4);
    BOOST_TEST(chart.sessions.empty());
    BOOST_TEST((drawn.front().date == course.before.front().on));
    BOOST_TEST((drawn.back().date == course.before.back().on));
    const auto has = [&drawn](double value) {
        return std::any_of(drawn.begin(), drawn.end(), [value](const LineChart::Point& point) {
            return point.value == value;
        });
    };
    BOOST_TEST(has(10)); // the highest and the lowest remain
    BOOST_TEST(has(0));
    BOOST_TEST(std::is_sorted(drawn.begin(), drawn.end(), [](const auto& left, const auto& right) {
        return left.date < right.date;
    }));
    const auto remark = std::get<Paragraph>(course_sentences(course).back()).text;
    BOOST_TEST(remark.starts_with("The chart leaves out values: of 10000 it draws at most 200"));
}

BOOST_AUTO_TEST_CASE(a_course_of_a_year_is_drawn_whole) {
    const auto nprs = ours("nprs");
    const auto chart = course_chart(long_course(nprs, 52));
    BOOST_TEST(chart.series.front().points.size() == 52U);
    BOOST_TEST(chart.sessions.size() == 52U);
    BOOST_TEST(chart.title == "Pain");
    BOOST_TEST(chart.unit == "0 to 10");
    BOOST_TEST(course_sentences(long_course(nprs, 52)).size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_drawing_in_a_page_becomes_a_file_of_its_own) {
    const auto file =
        svg_in("<html><figure>\n<svg viewBox=\"0 0 4 2\"><title>Pain</title><desc>7</desc>\n"
               "<text>7</text></svg>\n</figure></html>");
    BOOST_TEST(
        file == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                "<svg xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\" "
                "viewBox=\"0 0 4 2\"><title>Pain</title><desc>7</desc>\n"
                "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
                "<text>7</text></svg>\n"
    );
    BOOST_TEST(svg_in("<html><p>no drawing</p></html>") == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::outcomes
