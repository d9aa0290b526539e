// SPDX-License-Identifier: MIT
#include "../support/error_code.hpp"
#include "../support/folder.hpp"
#include "backup/header.hpp"
#include "backup/ledger.hpp"
#include "system/unfinished.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace {

using namespace praxis;
using namespace praxis::backup;
namespace fs = boost::filesystem;
using testing::code_of;

} // namespace

BOOST_AUTO_TEST_SUITE(backup_unfinished_tests)

BOOST_AUTO_TEST_CASE(sweeps_only_unlocked_unfinished_files) {
    const testing::Folder folder;
    fs::create_directories(folder / ".praxis-unfinished-abcdef");
    folder.write(".praxis-unfinished-abcdef/practice.db", "left behind");
    folder.write(".praxis-unfinished-ghijkl", "left behind");
    folder.write("mine", "precious");
    const UnfinishedFolder first{folder / ""};
    folder.write(first.path().substr((folder / "").size()) + "/practice.db", "at work");
    BOOST_TEST(!fs::exists(folder / ".praxis-unfinished-abcdef"));
    BOOST_TEST(!fs::exists(folder / ".praxis-unfinished-ghijkl"));
    std::string path;
    {
        UnfinishedFile second{folder / "target", false};
        path = second.path();
        BOOST_TEST(fs::exists(first / "practice.db")); // still locked
        BOOST_TEST(!fs::exists(folder / "target"));
    }
    BOOST_TEST(!fs::exists(path));
    BOOST_TEST(!fs::exists(folder / "target"));
    BOOST_TEST(folder.read("mine") == "precious");
}

BOOST_AUTO_TEST_CASE(gives_a_file_its_name_once) {
    const testing::Folder folder;
    folder.write("target", "old");
    BOOST_TEST(code_of([&] { UnfinishedFile{folder / "target", false}; }) == "refused");
    BOOST_TEST(code_of([&] { UnfinishedFile{folder / "", true}; }) == "refused");
    {
        UnfinishedFile file{folder / "new", false};
        folder.write("new", "came in between");
        BOOST_TEST(code_of([&] { file.finish(); }) == "refused");
    }
    BOOST_TEST(folder.read("new") == "came in between");
    UnfinishedFile file{folder / "target", true};
    file.finish();
    BOOST_TEST(folder.read("target").empty());

    struct stat status {};

    BOOST_REQUIRE(::stat((folder / "target").c_str(), &status) == 0);
    BOOST_TEST((status.st_mode & 0777U) == 0600U);
    fs::create_symlink(folder / "target", folder / "link");
    BOOST_TEST(code_of([&] { UnfinishedFile{folder / "link", true}; }) == "refused");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(backup_ledger_tests)

BOOST_AUTO_TEST_CASE(lists_backups_and_survives_a_torn_line) {
    const testing::Folder folder;
    const auto practice = folder / "practice.db";
    BOOST_TEST(read_ledger(practice).backups.empty());
    folder.write("one", "12345");
    const Instant made{std::chrono::seconds{1'800'000'000}};
    remember(practice, {made, folder / "one", 5, "aa"});
    folder.write("practice.backups", folder.read("practice.backups") + R"({"made":"20)");
    remember(practice, {made, folder / "two", 7, "bb"});
    const auto ledger = read_ledger(practice);
    BOOST_REQUIRE(ledger.backups.size() == 2U);
    BOOST_TEST(ledger.unreadable == 1U);
    BOOST_TEST((ledger.backups[0].made == made));
    BOOST_TEST(ledger.backups[0].file == folder / "one");
    BOOST_TEST(ledger.backups[1].digest == "bb");
    BOOST_TEST(state_of(ledger.backups[0]) == "present");
    BOOST_TEST(state_of(ledger.backups[1]) == "missing");
    folder.write("one", "1234");
    BOOST_TEST(state_of(ledger.backups[0]) == "size differs");
}

BOOST_AUTO_TEST_CASE(reads_the_instants_that_it_writes) {
    const Instant moment{std::chrono::seconds{1'800'000'001}};
    BOOST_TEST(utc_text(moment) == "2027-01-15T08:00:01Z");
    BOOST_TEST((read_utc_text(utc_text(moment)) == moment));
    for (const auto* text :
         {"",
          "2027-01-15",
          "2027-01-15T08:00:01",
          "2027-13-15T08:00:01Z",
          "2027-01-15T08:00:60Z",
          "2027-01-15T-8:00:01Z",
          "2027-01-15T08:00:01+"}) {
        BOOST_TEST(!read_utc_text(text), text);
    }
}

BOOST_AUTO_TEST_SUITE_END()
