// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "backup/header.hpp"
#include "backup/ledger.hpp"
#include "practice/file.hpp"
#include "practice/swap.hpp"
#include "system/unfinished.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace {

using namespace praxis;
using namespace praxis::backup;
namespace fs = boost::filesystem;

std::string code_of(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.code();
    }
    return "nothing";
}

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

BOOST_AUTO_TEST_SUITE(backup_swap_tests)

namespace {

void write_old(const testing::Folder& folder) {
    folder.write("practice.db", "old");
    folder.write("practice.db-wal", "old wal");
    folder.write("practice.keys", "old keys");
    folder.write("practice.head", "old head");
}

/// All files in the folder and their content, except the lock file.
std::map<std::string, std::string> content_of(const testing::Folder& folder) {
    std::map<std::string, std::string> content;
    for (const auto& entry : fs::directory_iterator{folder / ""}) {
        const auto name = entry.path().filename().string();
        if (name != "practice.lock") {
            content[name] = folder.read(name);
        }
    }
    return content;
}

const std::map<std::string, std::string> swapped{
    {"practice.db", "new"},
    {"practice.keys", "new keys"},
    {"practice-mark.db", "old"},
    {"practice-mark.db-wal", "old wal"},
    {"practice-mark.keys", "old keys"},
    {"practice-mark.head", "old head"},
};

} // namespace

BOOST_AUTO_TEST_CASE(keeps_the_old_practice_with_all_its_files) {
    const testing::Folder folder;
    write_old(folder);
    {
        UnfinishedFolder restored{folder / ""};
        const auto name = restored.path().substr((folder / "").size());
        folder.write(name + "/practice.db", "new");
        folder.write(name + "/practice.keys", "new keys");
        const auto kept = Swap{folder / "practice.db"}.put(restored, "mark");
        BOOST_TEST(kept.value_or("") == folder / "practice-mark.db");
    }
    BOOST_TEST((content_of(folder) == swapped));
}

BOOST_AUTO_TEST_CASE(puts_a_practice_at_a_new_place) {
    const testing::Folder folder;
    UnfinishedFolder restored{folder / ""};
    const auto name = restored.path().substr((folder / "").size());
    folder.write(name + "/practice.db", "new");
    BOOST_TEST(!is_taken(folder / "practice.db"));
    BOOST_TEST(!Swap{folder / "practice.db"}.put(restored, "mark"));
    BOOST_TEST((content_of(folder) == std::map<std::string, std::string>{{"practice.db", "new"}}));
}

BOOST_AUTO_TEST_CASE(completes_a_decided_swap_killed_at_any_point) {
    const std::vector<std::pair<std::string, std::string>> steps{
        {"practice.db-wal", "practice-mark.db-wal"},
        {"practice.keys", "practice-mark.keys"},
        {"practice.head", "practice-mark.head"},
        {"practice.db", "practice-mark.db"},
        {"practice.restoring/practice.keys", "practice.keys"},
        {"practice.restoring/practice.db", "practice.db"},
    };
    for (std::size_t made = 0; made <= steps.size() + 1; ++made) {
        const testing::Folder folder;
        write_old(folder);
        fs::create_directories(folder / "practice.restoring");
        folder.write("practice.restoring/practice.db", "new");
        folder.write("practice.restoring/practice.keys", "new keys");
        folder.write(
            "practice.restoring/plan.json",
            R"({"place":"practice.db","moves":[)"
            R"({"from":"practice.db-wal","to":"practice-mark.db-wal"},)"
            R"({"from":"practice.keys","to":"practice-mark.keys"},)"
            R"({"from":"practice.head","to":"practice-mark.head"},)"
            R"({"from":"practice.db","to":"practice-mark.db"}]})"
        );
        for (std::size_t step = 0; step < std::min(made, steps.size()); ++step) {
            fs::rename(folder / steps[step].first, folder / steps[step].second);
        }
        if (made > steps.size()) {
            fs::remove(folder / "practice.restoring/plan.json");
        }
        finish_swap(folder / "practice.praxis"); // the plan is that of another practice
        BOOST_TEST(!fs::exists(folder / "practice.praxis"));
        finish_swap(folder / "practice.db");
        BOOST_TEST((content_of(folder) == swapped), "after step " << made);
        finish_swap(folder / "practice.db");
        BOOST_TEST((content_of(folder) == swapped));
    }
}

BOOST_AUTO_TEST_CASE(does_not_replace_an_open_practice) {
    const testing::Folder folder;
    { practice::NewFile{folder / "practice.db", nullptr}.finish({}); }
    // Read first: closing the file would release all locks of this process (fcntl(2)).
    const auto before = folder.read("practice.db");
    const auto nobody = [](const auto&, const auto&) -> practice::Unlocked {
        throw NeedsInput("a plain practice asked for a passphrase");
    };
    const auto db = practice::open(folder / "practice.db", practice::Mode::read, nobody).db;
    db->exec("SELECT * FROM sqlite_schema"); // from now on the file is locked
    UnfinishedFolder restored{folder / ""};
    const auto name = restored.path().substr((folder / "").size());
    folder.write(name + "/practice.db", "new");
    BOOST_TEST(code_of([&] {
                   Swap{folder / "practice.db"}.put(restored, "mark");
               }) == "practice_busy");
    BOOST_TEST((folder.read("practice.db") == before));
    BOOST_TEST(!fs::exists(folder / "practice.restoring"));
}

BOOST_AUTO_TEST_CASE(never_uses_an_existing_name) {
    const testing::Folder folder;
    write_old(folder);
    folder.write("practice-mark.db", "kept before");
    UnfinishedFolder restored{folder / ""};
    folder.write(restored.path().substr((folder / "").size()) + "/practice.db", "new");
    BOOST_TEST(
        Swap{folder / "practice.db"}.put(restored, "mark").value_or("") ==
        folder / "practice-mark-2.db"
    );
    BOOST_TEST(folder.read("practice-mark.db") == "kept before");
    BOOST_TEST(folder.read("practice-mark-2.db") == "old");
    BOOST_TEST(code_of([&] { whole_path(folder / "practice.keys"); }) == "usage");
    BOOST_TEST(code_of([&] { whole_path(folder / ""); }) == "usage");
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
