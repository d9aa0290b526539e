// SPDX-License-Identifier: MIT
#include "../support/error_code.hpp"
#include "../support/folder.hpp"
#include "practice/file.hpp"
#include "practice/swap.hpp"
#include "system/unfinished.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace {

using namespace praxis;
using namespace praxis::backup;
namespace fs = boost::filesystem;
using testing::code_of;

} // namespace

BOOST_AUTO_TEST_SUITE(swap_tests)

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
}

BOOST_AUTO_TEST_CASE(a_path_is_absolute_and_a_place_for_a_practice) {
    const testing::Folder folder;
    BOOST_TEST(whole_path(folder / "a/../practice.db") == folder / "practice.db");
    BOOST_TEST(fs::path{whole_path("practice.db")}.is_absolute());
    for (const auto* name : {"practice.keys", "practice.head", "practice.db-wal", ""}) {
        BOOST_TEST(code_of([&] { whole_path(folder / name); }) == "usage", name);
    }
    BOOST_TEST(code_of([] { whole_path(""); }) == "usage");
}

BOOST_AUTO_TEST_CASE(a_lone_key_file_takes_the_place) {
    const testing::Folder folder;
    BOOST_TEST(!is_taken(folder / "practice.db"));
    folder.write("practice.keys", "the keys of a practice that is somewhere else");
    BOOST_TEST(is_taken(folder / "practice.db"));
}

BOOST_AUTO_TEST_CASE(the_occupant_differs_after_a_change_and_after_a_replacement) {
    const testing::Folder folder;
    const auto path = folder / "practice.db";
    const auto nobody = occupant_of(path);
    BOOST_TEST(nobody.device == 0U);
    write_old(folder);
    const auto old = occupant_of(path);
    BOOST_TEST((old != nobody));
    BOOST_TEST((occupant_of(path) == old));
    folder.write("practice.head", "a change later");
    BOOST_TEST((occupant_of(path) != old));
    folder.write("practice.head", "old head");
    BOOST_TEST((occupant_of(path) == old));
    folder.write("other.db", "old");
    fs::rename(folder / "other.db", path); // the same content in another file
    BOOST_TEST((occupant_of(path) != old));
}

BOOST_AUTO_TEST_CASE(a_swap_that_is_not_put_changes_nothing) {
    const testing::Folder folder;
    write_old(folder);
    const auto before = content_of(folder);
    { const Swap swap{folder / "practice.db"}; }
    finish_swap(folder / "practice.db"); // there is nothing to finish
    BOOST_TEST((content_of(folder) == before));
}

BOOST_AUTO_TEST_SUITE_END()
