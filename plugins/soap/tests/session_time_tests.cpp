// SPDX-License-Identifier: MIT
#include "note/note_body.hpp"
#include "note/session_time.hpp"
#include "note_practice.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::soap {

namespace {

const CivilTime now{*Date::from_iso("2026-11-20"), Minutes{9 * 60}};

std::string read(const char* text) {
    return read_session_time(text, now, DateOrder::ask).str();
}

} // namespace

BOOST_AUTO_TEST_SUITE(session_time_tests)

BOOST_AUTO_TEST_CASE(accepts_a_date_with_a_time) {
    BOOST_TEST(read("2026-11-19 14:30") == "2026-11-19 14:30");
    BOOST_TEST(read("yesterday 17:15") == "2026-11-19 17:15");
    BOOST_TEST(read("8:45") == "2026-11-20 08:45");
    BOOST_TEST(read("yesterday 12:00") == "2026-11-19 12:00");
    BOOST_TEST(read(" Now ") == "2026-11-20 09:00");
}

BOOST_AUTO_TEST_CASE(never_uses_the_current_hour_for_the_session) {
    for (const char* text : {"2026-11-19", "yesterday", "today", "-2w", "last monday"}) {
        BOOST_CHECK_THROW(read(text), UsageError);
    }
}

BOOST_AUTO_TEST_CASE(future_dates_count_from_the_session) {
    const auto body =
        testing::body_of("date = \"2026-06-19 17:00\"\ntechnique = [\"swedish\"]\n[plan]\n"
                         "next_visit = \"in 2 weeks\"\nreview_on = \"tuesday\"\n");
    const auto* plan = NoteBody{body}.part("plan");
    BOOST_TEST_REQUIRE(plan != nullptr);
    BOOST_TEST(plan->text_at("next_visit") == "2026-07-03");
    BOOST_TEST(plan->text_at("review_on") == "2026-06-23");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
