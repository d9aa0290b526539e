// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "base/hex.hpp"
#include "system/files.hpp"
#include "system/io.hpp"
#include "system/pending_file.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace praxis;

std::size_t entries(const testing::Folder& folder) {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry :
         boost::filesystem::directory_iterator{boost::filesystem::path{folder / ""}}) {
        ++count;
    }
    return count;
}

} // namespace

BOOST_AUTO_TEST_SUITE(files_tests)

BOOST_AUTO_TEST_CASE(writes_a_file_that_only_its_owner_can_read) {
    const testing::Folder folder;
    PendingFile{folder / "letter.txt", "hello", false}.commit();
    BOOST_TEST(folder.read("letter.txt") == "hello");

    struct stat status {};

    ::stat((folder / "letter.txt").c_str(), &status);
    BOOST_TEST((status.st_mode & 0777U) == 0600U);
    BOOST_TEST(entries(folder) == 1U);
}

BOOST_AUTO_TEST_CASE(leaves_nothing_when_it_is_not_committed) {
    const testing::Folder folder;
    { const PendingFile pending{folder / "letter.txt", "hello", false}; }
    BOOST_TEST(entries(folder) == 0U);
}

BOOST_AUTO_TEST_CASE(overwrites_a_file_only_on_request) {
    const testing::Folder folder;
    folder.write("letter.txt", "precious");
    BOOST_CHECK_THROW(PendingFile(folder / "letter.txt", "new", false), Refused);
    BOOST_TEST(folder.read("letter.txt") == "precious");
    PendingFile{folder / "letter.txt", "new", true}.commit();
    BOOST_TEST(folder.read("letter.txt") == "new");
}

BOOST_AUTO_TEST_CASE(detects_a_file_created_while_writing) {
    const testing::Folder folder;
    PendingFile pending{folder / "letter.txt", "new", false};
    folder.write("letter.txt", "precious");
    BOOST_CHECK_THROW(pending.commit(), Refused);
    BOOST_TEST(folder.read("letter.txt") == "precious");
}

BOOST_AUTO_TEST_CASE(does_not_write_through_links_or_into_folders) {
    const testing::Folder folder;
    folder.write("target.txt", "precious");
    boost::filesystem::create_symlink(folder / "target.txt", folder / "link.txt");
    BOOST_CHECK_THROW(PendingFile(folder / "link.txt", "new", true), Refused);
    boost::filesystem::create_directory(folder / "sub");
    BOOST_CHECK_THROW(PendingFile(folder / "sub", "new", true), Refused);
    BOOST_CHECK_THROW(PendingFile(folder / "none/letter.txt", "new", false), Error);
    BOOST_TEST(folder.read("target.txt") == "precious");
}

BOOST_AUTO_TEST_CASE(a_failed_write_sync_or_read_is_an_error) {
    const testing::Folder folder;
    const std::string text = "hello";
    std::array<unsigned char, 10> buffer{};
    const Descriptor full{::open("/dev/full", O_WRONLY | O_CLOEXEC)}; // a disk without room
    BOOST_CHECK_THROW(backup::write_all(full.number(), {as_bytes(text), 5}, "letter"), Error);
    std::array<int, 2> pipe{};
    BOOST_REQUIRE(::pipe(pipe.data()) == 0);
    const Descriptor output{pipe[0]};
    const Descriptor input{pipe[1]};
    BOOST_CHECK_THROW(backup::sync_file(input.number(), "letter"), Error); // it has no disk
    const Descriptor opened{::open((folder / "").c_str(), O_RDONLY | O_CLOEXEC)};
    BOOST_CHECK_THROW(backup::read_up_to(opened.number(), buffer, "letter"), Error);
    folder.write("letter.txt", text);
    const Descriptor file{::open((folder / "letter.txt").c_str(), O_RDWR | O_CLOEXEC)};
    backup::write_all(file.number(), {as_bytes(text), 5}, "letter");
    backup::sync_file(file.number(), "letter");
    BOOST_TEST(backup::read_up_to(file.number(), buffer, "letter") == 0U); // its end
}

BOOST_AUTO_TEST_CASE(reads_no_more_than_it_may) {
    const testing::Folder folder;
    folder.write("note.toml", std::string(100, 'x'));
    BOOST_TEST(read_whole_file(folder / "note.toml", 100).size() == 100U);
    BOOST_CHECK_THROW(read_whole_file(folder / "note.toml", 99), Refused);
    BOOST_CHECK_THROW(read_whole_file(folder / "none", 99), Refused);
    BOOST_CHECK_THROW(read_whole_file(folder / "", 99), Refused);
}

BOOST_AUTO_TEST_SUITE_END()
