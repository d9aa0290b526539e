// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "session/announcements.hpp"
#include "session/host_session.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <memory>
#include <string>
#include <vector>

namespace {

using namespace praxis;

/// A session whose core listens, as a plugin would.
struct ListeningPractice : testing::CorePractice {
    Environment environment = [] {
        Environment made;
        made.now = [] { return now; };
        made.fill_random = random_bytes;
        return made;
    }();
    command_line::Globals globals;
    Config config;
    plugins::Platform platform{plugins::Places{}};
    HostSession session{environment, globals, config, platform};
    Announcements announcements{session, platform};
    std::vector<std::string> heard;

    void listen(When when, const std::string& name) {
        platform.core().listeners.push_back(
            {"pet.sold/1", when, [this, name](Session&, const void*) { heard.push_back(name); }}
        );
    }

    void fail(When when) {
        platform.core().listeners.push_back({"pet.sold/1", when, [](Session&, const void*) {
                                                 throw Refused("the pet is ill");
                                             }});
    }

    void publish() { announcements.publish(db, "pet.sold/1", std::make_shared<const int>(1)); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(announcements_tests, ListeningPractice)

BOOST_AUTO_TEST_CASE(before_listeners_hear_at_once_and_after_listeners_after_the_commit) {
    listen(When::before, "before");
    listen(When::after, "after");
    publish();
    BOOST_TEST(heard == std::vector<std::string>{"before"}, boost::test_tools::per_element());
    announcements.notify_after_listeners();
    BOOST_TEST((heard == std::vector<std::string>{"before", "after"}));
    announcements.notify_after_listeners(); // each event once
    BOOST_TEST(heard.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_before_listener_vetoes_by_throwing) {
    fail(When::before);
    listen(When::after, "after");
    BOOST_CHECK_THROW(publish(), Refused);
    announcements.notify_after_listeners();
    BOOST_TEST(heard.empty());
}

BOOST_AUTO_TEST_CASE(an_after_listener_that_fails_leaves_a_message_and_does_not_stop_others) {
    fail(When::after);
    listen(When::after, "after");
    publish();
    announcements.notify_after_listeners();
    BOOST_TEST(heard.size() == 1U);
    const auto messages = session.take_messages();
    BOOST_REQUIRE(messages.size() == 1U);
    BOOST_TEST(messages.front().starts_with("the change is saved"), messages.front());
}

BOOST_AUTO_TEST_CASE(after_a_rollback_nobody_hears) {
    listen(When::after, "after");
    publish();
    announcements.discard();
    announcements.notify_after_listeners();
    BOOST_TEST(heard.empty());
}

BOOST_AUTO_TEST_CASE(a_missing_plugin_that_can_veto_blocks_the_event) {
    practice::Schema pets;
    pets.plugin = "pets";
    pets.version = "1.0.0";
    pets.table_prefix = "shop_";
    pets.before = {"pet.sold/1"};
    pets.migrations = {{1, "shop", "CREATE TABLE shop_pet (pet INTEGER PRIMARY KEY) STRICT"}};
    practice::migrate(db, path, pets, {now, std::nullopt, {}, {}}, sealing());
    BOOST_CHECK_THROW(publish(), PluginError);
}

BOOST_AUTO_TEST_SUITE_END()
