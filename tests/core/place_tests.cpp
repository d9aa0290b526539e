// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "practice/place.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <string>

namespace {

using namespace praxis;
using praxis::practice::problem_of_name;
using praxis::practice::refuse_neighbour;
using praxis::practice::refuse_place;

/// The message of the refusal; empty if a practice can be made there.
std::string refusal(const std::string& path) {
    try {
        refuse_place(path, "choose another place");
    } catch (const Refused& error) {
        return error.what();
    }
    return "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(place_tests)

BOOST_AUTO_TEST_CASE(a_practice_cannot_have_the_name_of_a_file_beside_one) {
    for (const std::string name :
         {"records.keys",
          "records.head",
          "records.access",
          "records.erasing",
          "records.backups",
          "records.lock",
          "records.restoring",
          "records.HEAD",
          "records.db-wal",
          "records.db-shm",
          "records.db-journal",
          "records.db.unfinished",
          "records.db.before-soap-3",
          "records-before-restore-20261120-090000.db",
          ".praxis-unfinished-a1b2c3",
          ".head"}) {
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(problem_of_name("/a/" + name).has_value());
            BOOST_TEST(problem_of_name("file:/a/" + name + "?vfs=unix").has_value());
        }
    }
    for (const std::string name : {"records.db", "records", "keys", "before.db", "my-wal.db"}) {
        BOOST_TEST(!problem_of_name("/a.keys/" + name), name);
    }
}

BOOST_AUTO_TEST_CASE(a_practice_never_shares_the_files_of_another_practice) {
    for (const std::string ending :
         {".keys", ".head", ".access", ".erasing", ".backups", ".restoring"}) {
        BOOST_TEST_CONTEXT(ending) {
            const testing::Folder folder;
            folder.write("records.db", "precious");
            folder.write("records" + ending, "precious");
            const auto expected =
                folder / ("records" + ending) + " may belong to another practice: records.db";
            BOOST_TEST(refusal(folder / "records.praxis") == expected);
            BOOST_TEST(refusal(folder / "records") == expected);
            BOOST_TEST(refusal(folder / "other.praxis").empty());
            BOOST_CHECK_THROW(refuse_neighbour(folder / "records.praxis", ""), Refused);
            refuse_neighbour(folder / "records.db", ""); // its own files
        }
    }
}

BOOST_AUTO_TEST_CASE(a_practice_never_takes_the_files_of_a_missing_one) {
    for (const std::string name :
         {"records.keys", "records.head", "records.backups", "records.db-wal"}) {
        const testing::Folder folder;
        folder.write(name, "precious");
        BOOST_TEST(
            refusal(folder / "records.db") ==
            "the practice to which " + folder / name + " belongs is missing"
        );
        refuse_neighbour(folder / "records.db", ""); // a restore brings the practice back
    }
}

BOOST_AUTO_TEST_CASE(a_lock_file_alone_takes_no_place) {
    const testing::Folder folder;
    folder.write("records.lock", "");
    BOOST_TEST(refusal(folder / "records.db").empty());
}

BOOST_AUTO_TEST_SUITE_END()
