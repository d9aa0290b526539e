// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "practice/kept_copies.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace {

using namespace praxis;
using praxis::practice::kept_copies;
using praxis::practice::remove_copy;

/// A practice with copies of each kind, and files of others.
void write_copies(const testing::Folder& folder) {
    for (const std::string name :
         {"practice.db",
          "practice.keys",
          "practice.db.before-soap-3",
          "practice.db.before-purge-of-cupping",
          "practice-before-restore-20261120-090000.db",
          "practice-before-restore-20261120-090000.db-wal",
          "practice-before-restore-20261120-090000.keys",
          "practice-before-restore-20261120-090000.db.before-soap-4",
          "practice-before-restore-20261120-090000.praxis",
          "practice2.db.before-soap-3",
          "practice.json"}) {
        folder.write(name, name);
    }
}

std::vector<std::string> names_in(const testing::Folder& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder / ""}) {
        names.push_back(entry.path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

BOOST_AUTO_TEST_SUITE(kept_copies_tests)

BOOST_AUTO_TEST_CASE(finds_each_copy_with_the_reason_for_it) {
    const testing::Folder folder;
    write_copies(folder);
    std::vector<std::string> found;
    for (const auto& copy : kept_copies(folder / "practice.db")) {
        const auto name = std::filesystem::path{copy.path}.filename().string();
        found.push_back(name + ": " + copy.origin);
    }
    const std::vector<std::string> expected{
        "practice-before-restore-20261120-090000.db: before a restore",
        "practice-before-restore-20261120-090000.db.before-soap-4: before a restore",
        "practice.db.before-purge-of-cupping: before a purge",
        "practice.db.before-soap-3: before a migration"};
    BOOST_TEST(found == expected, boost::test_tools::per_element());
    BOOST_TEST(kept_copies(folder / "missing/practice.db").empty());
}

BOOST_AUTO_TEST_CASE(removes_the_copies_and_nothing_of_the_practice) {
    const testing::Folder folder;
    write_copies(folder);
    for (const auto& copy : kept_copies("file:" + folder / "practice.db" + "?vfs=unix")) {
        remove_copy(copy);
    }
    const std::vector<std::string> expected{
        "practice-before-restore-20261120-090000.praxis",
        "practice.db",
        "practice.json",
        "practice.keys",
        "practice2.db.before-soap-3"};
    BOOST_TEST(names_in(folder) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(does_not_pretend_to_remove_a_copy_behind_a_link) {
    const testing::Folder folder;
    folder.write("moved.db", "records");
    std::filesystem::create_symlink(folder / "moved.db", folder / "practice.db.before-soap-3");
    const auto copies = kept_copies(folder / "practice.db");
    BOOST_REQUIRE(copies.size() == 1U);
    BOOST_CHECK_THROW(remove_copy(copies.front()), Error);
    BOOST_TEST(folder.read("moved.db") == "records");
}

BOOST_AUTO_TEST_SUITE_END()
