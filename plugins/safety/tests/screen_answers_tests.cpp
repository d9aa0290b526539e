// SPDX-License-Identifier: MIT
#include "screen/answers.hpp"
#include "screen/due.hpp"
#include "screen/warning.hpp"
#include "screen_book.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::safety {

using namespace testing;

BOOST_AUTO_TEST_SUITE(screen_answers_tests)

BOOST_AUTO_TEST_CASE(reads_an_answer_with_a_detail) {
    BOOST_TEST((read_answer("yes")->answer == Answer::yes));
    BOOST_TEST((read_answer(" Y ")->answer == Answer::yes));
    BOOST_TEST((read_answer("n")->answer == Answer::no));
    BOOST_TEST((read_answer("u")->answer == Answer::unknown));
    const auto with_detail = read_answer("yes, left foot since Tuesday");
    BOOST_TEST((with_detail->answer == Answer::yes));
    BOOST_TEST(with_detail->detail == "left foot since Tuesday");
    BOOST_TEST(read_answer("y left foot")->detail == "left foot");
    BOOST_TEST(!read_answer(""));
    BOOST_TEST(!read_answer("maybe"));
    BOOST_TEST(!read_answer("nothing"));
}

BOOST_AUTO_TEST_CASE(reads_a_file_of_answers) {
    const auto file = read_answer_file(
        our_screen(),
        "urine = \"no\"\nweakness = \"yes: foot drops\"\ncancer = true\nfever = \"\"\n"
        "remark = \"called Dr. Kim\"\n",
        "answers.toml"
    );
    BOOST_TEST(file.remark == "called Dr. Kim");
    BOOST_TEST(file.answers.size() == 3U); // an empty answer is none
    BOOST_TEST(file.answers.at("weakness").detail == "foot drops");
    BOOST_TEST((file.answers.at("cancer").answer == Answer::yes));
    BOOST_CHECK_THROW(
        read_answer_file(our_screen(), "urin = \"no\"\n", "answers.toml"), UsageError
    );
    BOOST_CHECK_THROW(
        read_answer_file(our_screen(), "urine = \"often\"\n", "answers.toml"), UsageError
    );
}

BOOST_AUTO_TEST_CASE(a_question_that_is_off_has_no_answer) {
    const auto mistake = [](const std::string& set) -> std::string {
        try {
            read_sets(our_screen(), {set});
        } catch (const UsageError& error) {
            return error.what();
        }
        return {};
    };
    BOOST_TEST(mistake("chest=yes") == "--set 'chest' is not a question of the screen");
    BOOST_TEST(mistake("urine") == "--set urine: '' is not an answer");
    BOOST_TEST(mistake("urine=yes") == "");
}

BOOST_AUTO_TEST_CASE(what_was_not_asked_is_not_known_unless_all_are_no) {
    const auto given = read_sets(our_screen(), {"headache=yes"}); // not asked about the elbow
    const auto answers = put_together(our_screen(), {"elbow"}, given, Answer::unknown);
    std::size_t unknown = 0;
    for (const auto& each : answers) {
        BOOST_TEST(each.id != "saddle");
        unknown += each.answer == Answer::unknown ? 1U : 0U;
    }
    BOOST_TEST(unknown == answers.size() - 1);
    for (const auto& each : put_together(our_screen(), {"elbow"}, given, Answer::no)) {
        BOOST_TEST((each.answer == (each.id == "headache" ? Answer::yes : Answer::no)), each.id);
    }
}

BOOST_AUTO_TEST_CASE(a_positive_emergency_names_what_to_do_and_the_referral) {
    Screen screen;
    screen.client = {1};
    screen.complaint = ComplaintId{2};
    screen.findings = find_flags(our_screen(), {answer_to("urine"), answer_to("cancer")}, {});
    screen.urgency = urgency_of(screen.findings);
    const auto advice = advice_of(our_screen(), screen);
    BOOST_TEST(advice.size() == 2U); // emergency, urgent
    BOOST_TEST(
        advice_text(advice.at(0)) ==
        "EMERGENCY: bladder change\n"
        "  1. Do not treat.\n"
        "  2. Ask when it began, and write it down.\n"
        "  3. Call the emergency number, or arrange medical care at once. Do not let the client "
        "drive.\n"
        "  4. praxis referral new C-0001 --complaint CO-0002 --to PROVIDER --type assess --urgency "
        "stat --reason \"Please assess: bladder change.\""
    );
    BOOST_TEST(advice_text(advice.at(1)).find("--urgency urgent") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_referral_for_mood_does_not_name_the_answer) {
    Screen screen;
    screen.client = {1};
    screen.findings = find_flags(our_screen(), {answer_to("low")}, {});
    const auto command = referral_command(our_screen(), screen, Action::gp_referral);
    BOOST_TEST(
        command ==
        "praxis referral new C-0001 --to PROVIDER --type assess --urgency routine --reason \"...\""
    );
}

BOOST_AUTO_TEST_CASE(hears_of_a_fall_and_not_of_sleep) {
    const auto tells = [](const std::string& text) {
        return tells_of_fall(our_screen().due, text);
    };
    BOOST_TEST(tells("I fell down the stairs on Sunday"));
    BOOST_TEST(tells("Car accident last week"));
    BOOST_TEST(tells("falls asleep late. A fall in the shower."));
    BOOST_TEST(!tells("falls asleep late, fell asleep on the sofa"));
    BOOST_TEST(!tells("no falls since"));
    BOOST_TEST(!tells("the pain fell to 3"));
    BOOST_TEST(!tells("worse since last fall"));
    BOOST_TEST(!tells("rainfall"));
    BOOST_TEST(!tells(""));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::safety
