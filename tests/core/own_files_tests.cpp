// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "practice/own_files.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace {

using praxis::practice::refuse_own_file;

bool is_refused(const std::string& target, const std::string& practice) {
    try {
        refuse_own_file(target, practice);
    } catch (const praxis::Refused&) {
        return true;
    }
    return false;
}

} // namespace

BOOST_AUTO_TEST_SUITE(own_files_tests)

BOOST_AUTO_TEST_CASE(refuses_every_file_of_the_practice_whether_it_exists_or_not) {
    const praxis::testing::Folder folder;
    const auto practice = folder / "practice.db";
    for (const std::string name :
         {"practice.db",
          "practice.db-wal",
          "practice.db-shm",
          "practice.db-journal",
          "practice.keys",
          "practice.head",
          "practice.access",
          "practice.lock",
          "practice.backups",
          "practice.erasing",
          "practice.restoring",
          "practice.db.unfinished",
          "practice.db.before-soap-3",
          "practice.db.before-purge-of-cupping",
          ".praxis-unfinished-a1b2c3",
          "PRACTICE.DB-WAL",
          "Practice.Head",
          "practice-before-restore-20261120-090000.db",
          "practice-before-restore-20261120-090000.keys"}) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(is_refused(folder / name, practice));
            BOOST_TEST(is_refused(folder / ("./" + name), practice));
            BOOST_TEST(is_refused(folder / name, "file:" + practice + "?vfs=unix"));
        }
    }
}

BOOST_AUTO_TEST_CASE(refuses_other_names_of_the_same_file) {
    const praxis::testing::Folder folder;
    const auto practice = folder / "practice.db";
    folder.write("practice.db", "records");
    folder.write("practice.head", "anchor");
    std::filesystem::create_hard_link(practice, folder / "linked.pdf");
    std::filesystem::create_symlink(folder / "practice.head", folder / "pointing.pdf");
    std::filesystem::create_directory_symlink(folder / "", folder / "elsewhere");
    BOOST_TEST(is_refused(folder / "linked.pdf", practice));
    BOOST_TEST(is_refused(folder / "pointing.pdf", practice));
    BOOST_TEST(is_refused(folder / "elsewhere/practice.db", practice));
    BOOST_TEST(is_refused(folder / "elsewhere/practice.keys", practice));
}

BOOST_AUTO_TEST_CASE(refuses_every_file_in_a_folder_of_the_practice) {
    const praxis::testing::Folder folder;
    const auto practice = folder / "practice.db";
    folder.write("practice.db", "records");
    std::filesystem::create_directory(folder / "practice.restoring");
    std::filesystem::create_directory_symlink(folder / "practice.restoring", folder / "link");
    BOOST_TEST(is_refused(folder / "practice.restoring/practice.db", practice));
    BOOST_TEST(is_refused(folder / "link/new.pdf", practice));
}

BOOST_AUTO_TEST_CASE(the_hint_names_the_option_of_the_command) {
    const praxis::testing::Folder folder;
    try {
        refuse_own_file(folder / "practice.db", folder / "practice.db", "give --config FILE");
        BOOST_TEST(false);
    } catch (const praxis::Refused& error) {
        BOOST_TEST(error.hint() == "give --config FILE");
    }
}

BOOST_AUTO_TEST_CASE(allows_files_with_similar_names) {
    const praxis::testing::Folder folder;
    const auto practice = folder / "practice.db";
    folder.write("practice.db", "records");
    std::filesystem::create_directory(folder / "letters");
    for (const std::string name :
         {"practice.json",
          "practice.pdf",
          "practice.dbf",
          "practice.praxis-backup",
          "other.keys",
          "letters/practice.db",
          "chart.pdf"}) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(!is_refused(folder / name, practice));
        }
    }
}

BOOST_AUTO_TEST_CASE(allows_any_file_where_there_is_no_practice) {
    const praxis::testing::Folder folder;
    BOOST_TEST(!is_refused(folder / "practice.db", folder / "missing/practice.db"));
}

BOOST_AUTO_TEST_SUITE_END()
