// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "session/drafts.hpp"

#include <boost/filesystem.hpp>
#include <boost/test/unit_test.hpp>

#include <functional>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace praxis;

struct Fixture {
    testing::Folder folder;
    Environment environment;
    DraftSubject subject{.client = "0190a1b2-0000-7000-8000-000000000001", .key = "new swedish"};

    Fixture() {
        environment.variable = [this](const std::string& name) {
            return name == "XDG_RUNTIME_DIR" ? std::optional{folder / "."} : std::nullopt;
        };
    }

    /// A draft that a killed program left.
    void leave(const std::string& text) {
        const auto file = Draft{environment, subject, ".toml", text}.path();
        BOOST_REQUIRE(boost::filesystem::exists(file));
    }

    /// The draft that another process is offered, or "nothing".
    std::string offered_elsewhere() {
        return in_another_process([this] {
            const auto left = find_left_draft(environment, subject);
            return !left ? 0 : static_cast<int>(left->text.size());
        });
    }

    static std::string in_another_process(const std::function<int()>& look) {
        const auto child = ::fork();
        BOOST_REQUIRE(child >= 0);
        if (child == 0) {
            ::_exit(look());
        }
        int status = 0;
        BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
        BOOST_REQUIRE(WIFEXITED(status));
        const auto length = WEXITSTATUS(status);
        return length == 0 ? "nothing" : std::to_string(length) + " characters";
    }

    std::size_t files() {
        return static_cast<std::size_t>(std::distance(
            boost::filesystem::directory_iterator{folder / "."},
            boost::filesystem::directory_iterator{}
        ));
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(drafts_tests, Fixture)

BOOST_AUTO_TEST_CASE(any_process_finds_a_left_draft) {
    BOOST_TEST(offered_elsewhere() == "nothing");
    leave("typed");
    BOOST_TEST(offered_elsewhere() == "5 characters");
    BOOST_TEST(offered_elsewhere() == "5 characters"); // finding it does not reserve it
    BOOST_TEST(files() == 1U);
}

BOOST_AUTO_TEST_CASE(an_open_draft_is_not_offered) {
    const Draft open{environment, subject, ".toml", "typing"};
    BOOST_TEST(offered_elsewhere() == "nothing");
}

BOOST_AUTO_TEST_CASE(a_draft_is_offered_to_one_process_at_a_time) {
    leave("typed");
    auto asked = find_left_draft(environment, subject);
    BOOST_REQUIRE(asked.has_value());
    BOOST_TEST(offered_elsewhere() == "nothing");
    asked.reset(); // declined
    BOOST_TEST(offered_elsewhere() == "5 characters");
    BOOST_TEST(files() == 1U);
}

BOOST_AUTO_TEST_CASE(a_continued_draft_is_not_offered_to_another_process) {
    leave("typed");
    {
        auto taken = find_left_draft(environment, subject);
        BOOST_REQUIRE(taken.has_value());
        Draft continued{environment, subject, ".toml", taken->text};
        continued.continue_from(std::move(*taken));
        taken.reset();
        BOOST_TEST(offered_elsewhere() == "nothing");
        continued.discard(); // given up
    }
    BOOST_TEST(offered_elsewhere() == "5 characters");
    {
        auto taken = find_left_draft(environment, subject);
        Draft continued{environment, subject, ".toml", taken->text};
        continued.continue_from(std::move(*taken));
        continued.remove(); // stored
    }
    BOOST_TEST(offered_elsewhere() == "nothing");
    BOOST_TEST(files() == 0U);
}

BOOST_AUTO_TEST_CASE(a_killed_process_releases_the_offered_draft) {
    leave("typed");
    BOOST_TEST(in_another_process([this] {
                   const auto asked = find_left_draft(environment, subject);
                   ::_exit(asked ? 7 : 0); // without unlocking
                   return 0;
               }) == "7 characters");
    BOOST_TEST(files() == 2U); // the draft and its released lock file
    BOOST_TEST(offered_elsewhere() == "5 characters");
    BOOST_TEST(files() == 1U);
}

BOOST_AUTO_TEST_CASE(another_draft_of_the_same_subject_is_offered_meanwhile) {
    leave("older");
    boost::filesystem::last_write_time(
        boost::filesystem::directory_iterator { folder / "." } -> path(), 1000
    );
    leave("newer one");
    auto asked = find_left_draft(environment, subject);
    BOOST_REQUIRE(asked.has_value());
    BOOST_TEST(asked->text == "newer one");
    BOOST_TEST(offered_elsewhere() == "5 characters");
}

BOOST_AUTO_TEST_SUITE_END()
