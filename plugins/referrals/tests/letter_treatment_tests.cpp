// SPDX-License-Identifier: MIT
#include "letter/treatment.hpp"
#include "letter_sessions.hpp"

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::referrals;
using referrals::testing::session_on;

namespace {

std::string work(const std::string& technique, const std::string& more = {}) {
    return more + "\n[[block]]\ntechnique = \"" + technique +
           "\"\nregion = \"lower-back\"\nside = \"both\"\n";
}

std::vector<std::vector<std::string>> rows_of(const std::vector<SessionFacts>& sessions) {
    Places places;
    const auto blocks = write_treatment(sessions, Language{DateForm::month_day_year}, places);
    return blocks.empty() ? std::vector<std::vector<std::string>>{}
                          : std::get<Grid>(blocks.front()).rows;
}

std::vector<SessionFacts> eight_sessions() {
    std::vector<SessionFacts> sessions;
    for (const auto* day :
         {"2026-10-01",
          "2026-10-08",
          "2026-10-15",
          "2026-10-22",
          "2026-10-29",
          "2026-11-05",
          "2026-11-12",
          "2026-11-19"}) {
        sessions.push_back(session_on(day, work("deep-tissue")));
        sessions.back().pain_before = 8 - static_cast<int>(sessions.size());
    }
    return sessions;
}

} // namespace

BOOST_AUTO_TEST_SUITE(letter_treatment_tests)

BOOST_AUTO_TEST_CASE(a_session_shows_work_pain_and_response) {
    auto session = session_on(
        "2026-11-29", work("deep-tissue", "[assessment]\nresponse = \"looser\"\nadverse = \"none\"")
    );
    session.minutes = 60;
    session.pain_before = 7;
    session.pain_after = 4;
    const auto rows = rows_of({session});
    BOOST_REQUIRE(rows.size() == 1U);
    BOOST_TEST(rows[0][0] == "Nov 29, 2026");
    BOOST_TEST(rows[0][1] == "Deep tissue: lower back, both sides");
    BOOST_TEST(rows[0][2] == "60");
    BOOST_TEST(rows[0][3] == "7 to 4");
    BOOST_TEST(rows[0][4] == "looser");
}

BOOST_AUTO_TEST_CASE(an_amendment_stands_once_with_its_session) {
    auto session =
        session_on("2026-11-29", work("deep-tissue", "[assessment]\nresponse = \"looser\""));
    session.additions = {{*Date::from_iso("2026-12-06"), "small bruise, gone"}};
    const auto rows = rows_of({session, session_on("2026-12-06", work("deep-tissue"))});
    BOOST_TEST(rows[0][4] == "looser; added Dec 6, 2026: small bruise, gone");
    BOOST_TEST(rows[1][1] == "the same");
    BOOST_TEST(rows[1][4].empty());
}

BOOST_AUTO_TEST_CASE(the_reaction_afterwards_belongs_to_the_session_before) {
    const auto rows = rows_of(
        {session_on("2026-11-29", work("deep-tissue")),
         session_on(
             "2026-12-06",
             work("deep-tissue", "[subjective]\nresponse_to_last = \"sore for two days\"")
         )}
    );
    BOOST_TEST(rows[0][4] == "afterwards: sore for two days");
}

BOOST_AUTO_TEST_CASE(many_sessions_like_each_other_share_a_row) {
    const auto rows = rows_of(eight_sessions());
    BOOST_REQUIRE(rows.size() == 5U);
    BOOST_TEST(rows[1][0] == "Oct 8, 2026\nto Oct 29, 2026");
    BOOST_TEST(rows[1][1] == "the same, 4 sessions");
    BOOST_TEST(rows[1][3] == "6 to ?\n3 to ?");
    BOOST_TEST(rows[4][0] == "Nov 19, 2026");
}

BOOST_AUTO_TEST_CASE(a_session_with_an_unwelcome_reaction_keeps_its_row) {
    auto sessions = eight_sessions();
    sessions[2] =
        session_on("2026-10-15", work("deep-tissue", "[assessment]\nadverse = \"bruise\""));
    const auto rows = rows_of(sessions);
    BOOST_TEST(rows.size() == 7U);
    BOOST_TEST(rows[2][4] == "adverse: bruise");
}

BOOST_AUTO_TEST_CASE(a_session_with_another_response_keeps_its_row) {
    auto sessions = eight_sessions();
    sessions[2] =
        session_on("2026-10-15", work("deep-tissue", "[assessment]\nresponse = \"less spasm\""));
    const auto rows = rows_of(sessions);
    const bool shown = std::any_of(rows.begin(), rows.end(), [](const auto& row) {
        return row[0] == "Oct 15, 2026" && row[4] == "less spasm";
    });
    BOOST_TEST(shown);
}

BOOST_AUTO_TEST_CASE(home_care_is_that_of_the_newest_note) {
    const auto blocks = write_noted_home_care(
        {session_on("2026-11-29", "[plan]\nhomecare = [\"heat\"]\n"),
         session_on(
             "2026-12-06",
             "[subjective]\nhomecare_done = \"partly\"\n[plan]\nhomecare = [\"heat\", "
             "\"stretch\"]\n"
         )},
        Language{DateForm::iso}
    );
    BOOST_REQUIRE(blocks.size() == 1U);
    BOOST_TEST(
        std::get<Paragraph>(blocks.front()).text ==
        "heat; stretch (done: partly, asked on 2026-12-06)"
    );
    BOOST_TEST(write_noted_home_care({}, Language{DateForm::iso}).empty());
}

BOOST_AUTO_TEST_CASE(one_page_tells_the_treatment_in_sentences) {
    Places places;
    auto sessions = eight_sessions();
    sessions[3].additions = {{*Date::from_iso("2026-10-23"), "bruise"}};
    const auto blocks = write_treatment_briefly(sessions, Language{DateForm::iso}, places);
    BOOST_TEST(
        std::get<Paragraph>(blocks[0]).text ==
        "8 sessions from 2026-10-01 to 2026-11-19. Last work: Deep tissue: lower back, both sides. "
        "Pain before the session: 7 at first, now 0 of 10."
    );
    BOOST_TEST(std::get<Paragraph>(blocks[1]).text == "Added to the session of 2026-10-22: bruise");
}

BOOST_AUTO_TEST_SUITE_END()
