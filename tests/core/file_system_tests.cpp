// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "system/file_system.hpp"

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace praxis;
using namespace praxis::practice;

} // namespace

BOOST_AUTO_TEST_SUITE(file_system_tests)

BOOST_AUTO_TEST_CASE(knows_the_file_systems_unsuited_for_a_write_ahead_log) {
    const std::vector<std::pair<std::uint64_t, std::string>> unsuited{
        {0x6969, "NFS"},
        {0xFF534D42, "CIFS"},
        {0xFE534D42, "SMB2"},
        {0x01021997, "9p"},
        {0x65735546, "FUSE"},
        {0x00C36400, "Ceph"},
        {0x5346414F, "AFS"},
        {0x73757245, "Coda"},
        {0x786F4256, "VirtualBox's shared folders"},
    };
    for (const auto& [type, name] : unsuited) {
        BOOST_TEST(unsuited_file_system(type).value_or("none") == name);
    }
    // ext4, xfs, btrfs, tmpfs, zfs, f2fs, overlay, exfat
    for (const std::uint64_t type :
         {0xEF53UL,
          0x58465342UL,
          0x9123683EUL,
          0x01021994UL,
          0x2FC12FC1UL,
          0xF2F52010UL,
          0x794C7630UL,
          0x2011BAB0UL}) {
        BOOST_TEST(!unsuited_file_system(type).has_value(), type);
    }
}

BOOST_AUTO_TEST_CASE(checks_the_file_system_of_the_path) {
    const testing::Folder folder;
    BOOST_TEST(unsuited_for_wal(folder / "practice.db") == unsuited_for_wal(folder / "a/b/c.db"));
    BOOST_TEST(!unsuited_for_wal("/proc/self/status")); // a type that is not in the list
}

BOOST_AUTO_TEST_SUITE_END()
