// SPDX-License-Identifier: MIT
/// Questions on a terminal.
#include <praxis/testing.hpp>

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

namespace praxis::outcomes {

namespace {

struct WithClient : testing::Practice {
    WithClient() {
        run({"client", "add", "--given", "Maria", "--family", "Lopez"});
        run({"complaint", "add", "C-0001", "--region", "neck", "--cause", "unknown"});
    }

    /// What the last measure holds: score and answers.
    std::string stored() {
        return sql("SELECT score, coalesce(answers, '') FROM outcomes_measure"
                   " ORDER BY measure DESC LIMIT 1");
    }

    testing::Outcome record(const std::string& instrument, const std::vector<std::string>& lines) {
        answer(lines);
        return run({"measure", "record", "C-0001", instrument});
    }
};

} // namespace

BOOST_AUTO_TEST_SUITE(asking_tests)

BOOST_FIXTURE_TEST_CASE(asks_the_question_of_a_scale_until_the_answer_fits, WithClient) {
    const auto asked = record("nprs", {"eleven", "11", "6"});
    BOOST_TEST(asked.exit == 0);
    BOOST_TEST(asked.err.find("How strong is the pain now") != std::string::npos);
    BOOST_TEST(asked.err.find("give a number from 0 to 10") != std::string::npos);
    BOOST_TEST(stored() == "6.0|");
}

BOOST_FIXTURE_TEST_CASE(asks_the_same_activities_again, WithClient) {
    record("psfs", {"sleep", "4", "sit", "3", "turn the head", "2", ""});
    BOOST_TEST(
        stored() == "3.0|{\"activities\":[{\"name\":\"sleep\",\"value\":4},{\"name\":\"sit\","
                    "\"value\":3},{\"name\":\"turn the head\",\"value\":2}]}"
    );
    const auto again = record("psfs", {"6", "5", "4", ""});
    BOOST_TEST(again.exit == 0);
    BOOST_TEST(again.err.find("turn the head, 0 to 10 (last time 2): ") != std::string::npos);
    BOOST_TEST(stored().starts_with("5.0|"));
}

BOOST_FIXTURE_TEST_CASE(asks_numbers_of_ticks_and_parts, WithClient) {
    record("rmdq", {""});
    BOOST_TEST(stored() == "0.0|{\"ticked\":[]}");
    record("phq4", {"2", "1"});
    BOOST_TEST(stored().starts_with("3.0|"));
    record("start-back", {"5", "4"});
    BOOST_TEST(stored().starts_with("5.0|"));
}

BOOST_FIXTURE_TEST_CASE(stores_nothing_without_an_answer, WithClient) {
    BOOST_TEST(record("nprs", {""}).exit == 2);
    BOOST_TEST(record("psfs", {"sleep", "4", ""}).exit == 2);
    BOOST_TEST(sql("SELECT count(*) FROM outcomes_measure") == "0");
}

BOOST_FIXTURE_TEST_CASE(writes_no_table_of_another_plugin, WithClient) {
    strict_writes("outcomes");
    BOOST_TEST(run({"measure", "record", "C-0001", "nprs", "6"}).exit == 0);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::outcomes
