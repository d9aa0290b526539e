// SPDX-License-Identifier: MIT
#include "screen_book.hpp"

#include <praxis/testing.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <chrono>

namespace praxis::safety {

namespace {

using std::chrono::days;
using std::chrono::hours;

const auto first_day =
    std::chrono::sys_days{std::chrono::year{2026} / std::chrono::November / 20} + hours{9};

/// Maria, 42, with pain in the lower back.
struct ScreenedPractice {
    praxis::testing::Practice practice;

    ScreenedPractice() {
        must({"client", "add", "--given", "Maria", "--family", "Lopez", "--born", "1984-05-02"});
        must({"complaint", "add", "maria", "--region", "lower-back", "--cause", "posture"});
        for (const auto* list : {"condition", "medication", "allergy"}) {
            must({list, "add", "maria", "--none-known"});
        }
        must({"consent", "record", "maria", "--kind", "treatment"});
    }

    /// Runs a command that succeeds.
    std::string must(const std::vector<std::string>& words) {
        const auto outcome = practice.run(words);
        BOOST_REQUIRE_MESSAGE(outcome.exit == 0, praxis::join(words, " ") + ": " + outcome.err);
        return outcome.out;
    }

    praxis::testing::Outcome screen(std::vector<std::string> more) {
        more.insert(more.begin(), {"screen", "record", "maria"});
        return practice.run(more);
    }

    /// Why a screen is due; empty when none is.
    std::string due() {
        const auto lines = must(
            {"screen",
             "list",
             "--due",
             "--client",
             "maria",
             "--format",
             "csv",
             "--fields",
             "reason"}
        );
        return lines.empty() ? "" : lines.substr(lines.find('\n') + 1);
    }

    /// Signs a session that many days later, with that pain before treatment.
    void session(int day, int pain, const std::string& said = "as before") {
        const auto now = first_day + days{day};
        practice.at(now);
        const auto date = Date{std::chrono::year_month_day{std::chrono::floor<days>(now)}}.iso();
        const auto made = practice.run(
            {"note",
             "new",
             "maria",
             "--complaint",
             "CO-0001",
             "--from",
             note,
             "--set",
             "date=" + date + " 08:00",
             "--set",
             "minutes=60",
             "--set",
             "subjective.pain_now=" + std::to_string(pain),
             "--set",
             "subjective.pain_best=0",
             "--set",
             "subjective.pain_worst=10",
             "--set",
             "subjective.change_since_last=" + said,
             "--set",
             "plan.next_visit=",
             "--set",
             "plan.review_on=",
             "--set",
             "plan.frequency=weekly",
             "--sign"}
        );
        BOOST_TEST(made.exit == 0, made.err);
    }

    const std::string note =
        (boost::filesystem::path{__FILE__}.parent_path() / "../../soap/tests/note_whole.toml")
            .string();
};

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_FIXTURE_TEST_SUITE(screen_tests, ScreenedPractice)

BOOST_AUTO_TEST_CASE(asks_each_question_on_a_terminal) {
    practice.answer(std::vector<std::string>(23, ""));
    const auto outcome = screen({});
    BOOST_TEST(outcome.exit == 0, outcome.err);
    BOOST_TEST(outcome.out == "SC-0001\n");
    BOOST_TEST(has(outcome.err, "1/23  Has passing water changed"), outcome.err);
    BOOST_TEST(has(outcome.err, "23/23"));
    BOOST_TEST(has(outcome.err, "23 questions, all no"));
}

BOOST_AUTO_TEST_CASE(warns_at_once_and_goes_on_with_the_questions) {
    std::vector<std::string> answers(25, "");
    answers[0] = "?";
    answers[1] = "perhaps";
    answers[2] = "y since this morning";
    practice.answer(answers);
    const auto outcome = screen({});
    BOOST_TEST(outcome.exit == 4, outcome.err);
    BOOST_TEST(has(outcome.err, "less than 1 in 10,000"), outcome.err);
    BOOST_TEST(has(outcome.err, "Answer y, n or u"));
    const auto warning = outcome.err.find("EMERGENCY. What to do now:");
    const auto next = outcome.err.find(" 2/23");
    BOOST_REQUIRE(next != std::string::npos);
    BOOST_TEST(warning < next);
    BOOST_TEST(
        practice.sql("SELECT urgency, json_extract(answers, '$[0].detail') FROM safety_screen") ==
        "emergency|since this morning"
    );
}

BOOST_AUTO_TEST_CASE(records_nothing_when_the_user_stops) {
    practice.answer({"", "y"});
    const auto outcome = screen({});
    BOOST_TEST(outcome.exit == 5, outcome.err);
    BOOST_TEST(practice.sql("SELECT count(*) FROM safety_screen") == "0");
}

BOOST_AUTO_TEST_CASE(announces_the_screen_to_other_plugins) {
    const auto announced = [this] {
        const auto events = practice.events();
        return std::find(events.begin(), events.end(), "screen.recorded/1") != events.end();
    };
    practice.events();
    must({"client", "show", "maria"});
    BOOST_TEST(!announced());
    screen({"none"});
    BOOST_TEST(announced());
}

BOOST_AUTO_TEST_CASE(reads_the_record_of_the_client) {
    practice.run({"condition", "add", "maria", "--name", "osteoporosis"});
    const auto outcome = screen({"none", "--set", "strain=yes"});
    BOOST_TEST(outcome.exit == 4, outcome.err);
    BOOST_TEST(has(outcome.err, "SAME DAY: small fall or heavy lift [on record]"), outcome.err);
    BOOST_TEST(has(outcome.err, "urgent: bone loss or cortisone tablets on record"), outcome.err);
}

BOOST_AUTO_TEST_CASE(stops_work_until_a_newer_screen_lifts_it) {
    BOOST_TEST(practice.run({"safety", "check", "maria", "-t", "swedish"}).exit == 0);
    screen({"none", "--set", "pulse=yes"});
    const auto stopped = practice.run({"safety", "check", "maria", "-t", "swedish"});
    BOOST_TEST(stopped.exit == 4);
    BOOST_TEST(has(stopped.out, "screen/pulse"), stopped.out);
    practice.at(first_day + days{3});
    screen({"none"});
    BOOST_TEST(practice.run({"safety", "check", "maria", "-t", "swedish"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(keeps_a_stop_when_a_screen_asks_about_another_complaint) {
    screen({"none", "--set", "weakness=yes"});
    practice.at(first_day + days{3});
    practice.run({"complaint", "add", "maria", "--region", "neck"});
    screen({"none", "--complaint", "CO-0002"});
    const auto stopped = practice.run({"safety", "check", "maria", "-t", "swedish"});
    BOOST_TEST(stopped.exit == 4);
    BOOST_TEST(has(stopped.out, "screen/weakness"), stopped.out);
    screen({"none"}); // of both
    BOOST_TEST(practice.run({"safety", "check", "maria", "-t", "swedish"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(lifts_a_stop_that_no_longer_counts) {
    screen({"none", "--set", "fever=yes", "--set", "defences=yes"});
    practice.at(first_day + days{3});
    screen({"--set", "fever=no", "--set", "defences=yes"}); // the others are not known
    const auto unsure = practice.run({"safety", "check", "maria", "-t", "swedish"});
    BOOST_TEST(has(unsure.out, "screen/defences"), unsure.out);
    BOOST_TEST(!has(unsure.out, "screen/fever"), unsure.out);
    screen({"none", "--set", "defences=yes"}); // says little by itself
    BOOST_TEST(practice.run({"safety", "check", "maria", "-t", "swedish"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(a_screen_without_a_single_answer_was_not_done) {
    screen({"--set", "urine=unknown"}); // the others are not known either
    BOOST_TEST(practice.sql("SELECT count(*) FROM safety_screen") == "1");
    BOOST_TEST(has(due(), "no screen yet"), due());
    BOOST_TEST(has(must({"todo"}), "red-flag screen is due (no screen yet)"));
    screen({"--set", "urine=no"});
    BOOST_TEST(due() == "");
    practice.at(first_day + days{9});
    must({"complaint", "add", "maria", "--region", "neck"});
    screen({"--complaint", "CO-0002", "--set", "headache=unknown"});
    BOOST_TEST(has(due(), "new complaint CO-0002"), due());
}

BOOST_AUTO_TEST_CASE(never_says_no_red_flag_beside_open_questions) {
    screen({"none"});
    BOOST_TEST(has(must({"client", "show", "maria"}), "No red flag."));
    screen({"none", "--set", "cancer=unknown"});
    const auto chart = must({"client", "show", "maria"});
    BOOST_TEST(has(chart, "1 of 23 questions"), chart);
    BOOST_TEST(!has(chart, "No red flag."), chart);
    screen({"--set", "cancer=unknown"});
    const auto open = must({"client", "show", "maria"});
    BOOST_TEST(has(open, "23 of 23 questions"), open);
    BOOST_TEST(!has(open, "red flag among"), open);
}

BOOST_AUTO_TEST_CASE(an_overridden_flag_is_no_stop_in_the_brief_and_in_todo) {
    session(0, 6); // swedish and more, in note_whole.toml
    screen({"none", "--set", "pulse=yes"});
    const auto brief = [this] { return must({"client", "brief", "maria"}); };
    const auto line = "pulsating abdomen";
    BOOST_TEST(has(brief(), "STOP"), brief());
    std::vector<std::string> techniques;
    for (const auto& technique : praxis::split(
             practice.sql("SELECT value FROM soap_note, json_each(techniques) ORDER BY 1"), '\n'
         )) {
        if (!technique.empty()) {
            BOOST_TEST(has(brief(), "STOP"), brief());
            must(
                {"safety",
                 "override",
                 "maria",
                 "--rule",
                 "screen/pulse",
                 "--technique",
                 technique,
                 "--reason",
                 "Dr. Kim has cleared it"}
            );
        }
    }
    BOOST_TEST(!has(brief(), "STOP"), brief());
    BOOST_TEST(has(brief(), "Overridden"), brief());
    BOOST_TEST(has(brief(), line), brief());
    BOOST_TEST(has(brief(), "Dr. Kim has"), brief());
    const auto todo = must({"todo"});
    BOOST_TEST(has(todo, "until 2026-11-20: Dr. Kim has cleared it"), todo);
    screen({"none", "--set", "pulse=yes"}); // a new finding
    BOOST_TEST(has(brief(), "STOP"), brief());
    BOOST_TEST(!has(must({"todo"}), "overridden"));
}

BOOST_AUTO_TEST_CASE(is_due_at_the_first_visit_and_with_a_new_complaint) {
    BOOST_TEST(has(due(), "no screen yet"), due());
    screen({"none"});
    BOOST_TEST(due() == "");
    practice.at(first_day + days{9});
    practice.run({"complaint", "add", "maria", "--region", "neck"});
    BOOST_TEST(has(due(), "new complaint CO-0002"), due());
    BOOST_TEST(has(practice.run({"todo"}).out, "red-flag screen is due (new complaint CO-0002)"));
    screen({"none", "--complaint", "CO-0002"});
    BOOST_TEST(due() == "");
}

BOOST_AUTO_TEST_CASE(is_due_when_pain_is_up_by_two) {
    session(0, 6);
    screen({"none"}); // the pain at the screen is 6
    session(3, 4);
    BOOST_TEST(due() == "");
    session(5, 5);
    BOOST_TEST(due() == "");
    session(7, 6); // two above the lowest since
    BOOST_TEST(has(due(), "pain up from 4 to 6 in N-0004"), due());
    BOOST_TEST(has(practice.run({"todo"}).out, "pain up from 4 to 6"));
    screen({"none"});
    BOOST_TEST(due() == "");
    session(9, 8);
    BOOST_TEST(has(due(), "pain up from 6 to 8"), due());
}

BOOST_AUTO_TEST_CASE(is_due_after_a_fall_that_a_note_tells_of) {
    session(0, 6);
    screen({"none"});
    session(3, 6, "falls asleep better");
    BOOST_TEST(due() == "");
    session(5, 6, "fell on the stairs on Monday");
    BOOST_TEST(has(due(), "fall or accident in N-0003"), due());
    practice.run({"note", "void", "N-0003", "--reason", "wrong client"});
    BOOST_TEST(due() == "");
}

BOOST_AUTO_TEST_CASE(creates_its_table_in_an_existing_practice) {
    practice.migrate_from("safety", 1);
    BOOST_TEST(screen({"none"}).exit == 0);
    BOOST_TEST(practice.run({"audit", "verify"}).exit == 0);
}

BOOST_AUTO_TEST_CASE(never_changes_a_screen) {
    screen({"none"});
    BOOST_CHECK_EXCEPTION(
        practice.sql("UPDATE safety_screen SET urgency = 'urgent'"),
        std::exception,
        [](const std::exception& error) { return has(error.what(), "a screen never changes"); }
    );
    BOOST_TEST(practice.run({"undo", "--yes"}).exit == 0);
    BOOST_TEST(practice.sql("SELECT count(*) FROM safety_screen") == "0");
}

BOOST_AUTO_TEST_CASE(exports_screens_without_loss_and_erases_them) {
    screen({"none", "--set", "cancer=yes, 2019", "--set", "low=yes"});
    const auto json =
        practice.run({"export", "client", "maria", "--as", "json", "--purpose", "own"}).out;
    BOOST_TEST(has(json, "\"id\": \"SC-0001\""), json);
    BOOST_TEST(has(json, "\"detail\": \"2019\""));
    const auto bundle =
        practice.run({"export", "client", "maria", "--as", "fhir", "--purpose", "own"}).out;
    BOOST_TEST(has(bundle, "\"QuestionnaireResponse\""), bundle);
    BOOST_TEST(has(bundle, "Red flag: history of cancer (2019), urgent"));
    const auto erased = practice.run(
        {"client",
         "erase",
         "maria",
         "--reason",
         "asked",
         "--despite-retention",
         "--confirm",
         "C-0001"}
    );
    BOOST_TEST(erased.exit == 0, erased.err);
    BOOST_TEST(practice.sql("SELECT count(*) FROM safety_screen") == "0");
}

BOOST_AUTO_TEST_CASE(many_first_visits_share_one_line_of_todo) {
    for (int i = 0; i < 11; ++i) {
        practice.run({"client", "add", "--given", "Ann", "--family", "Bee" + std::to_string(i)});
        practice.run({"complaint", "add", "C-" + std::to_string(i + 2), "--region", "neck"});
    }
    const auto todo = practice.run({"todo"}).out;
    BOOST_TEST(has(todo, "12 clients have no red-flag screen on record yet"), todo);
    BOOST_TEST(!has(todo, "Maria Lopez: red-flag"), todo);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::safety
