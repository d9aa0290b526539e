// SPDX-License-Identifier: MIT
#include "../support/folder.hpp"
#include "system/disk.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using namespace praxis;
using namespace praxis::practice;
namespace fs = boost::filesystem;

/// A folder with the practice, and beside it what the kernel would tell of mounts and devices.
class Machine {
  public:
    Machine() {
        fs::create_directories(place());
        fs::create_directories(folder_ / "proc/self");
        fs::create_directories(folder_ / "sys/dev/block");
    }

    [[nodiscard]] std::string place() const { return root() + "/home/ines/practice"; }

    /// Mounts, the last one on top; the point is a place under the folder, "" for the root itself.
    void
    mount(const std::string& device, const std::string& point, const std::string& type_source) {
        mounts_ += "36 35 " + device + " / " + (point.empty() ? "/" : root() + point) +
                   " rw,noatime shared:1 - " + type_source + " rw\n";
        folder_.write("proc/self/mountinfo", mounts_);
    }

    /// A folder of the kernel for a device, with the uuid of its mapping when it is one.
    void device(const std::string& name, const std::string& uuid = {}) const {
        const auto place = folder_ / "sys/devices/" + name;
        fs::create_directories(place + "/slaves");
        if (!uuid.empty()) {
            fs::create_directories(place + "/dm");
            folder_.write("sys/devices/" + name + "/dm/uuid", uuid + "\n");
        }
    }

    void number(const std::string& number, const std::string& name) const {
        link("sys/devices/" + name, "sys/dev/block/" + number);
    }

    void part(const std::string& whole, const std::string& part) const {
        link(
            "sys/devices/" + part,
            "sys/devices/" + whole + "/slaves/" + fs::path{part}.filename().string()
        );
    }

    void link(const std::string& target, const std::string& name) const {
        fs::create_directories(fs::path{folder_ / name}.parent_path());
        fs::create_symlink(folder_ / target, folder_ / name);
    }

    void file(const std::string& name) const {
        fs::create_directories(fs::path{folder_ / name}.parent_path());
        folder_.write(name, "1\n");
    }

    [[nodiscard]] DiskProtection protection(const std::string& name = "/practice.db") const {
        return disk_protection(place() + name, {folder_ / "proc", folder_ / "sys"});
    }

    [[nodiscard]] std::string kind() const { return name_of(protection().kind); }

  private:
    [[nodiscard]] std::string root() const { return fs::canonical(folder_ / "").string(); }

    const testing::Folder folder_;
    std::string mounts_;
};

} // namespace

BOOST_AUTO_TEST_SUITE(disk_tests)

BOOST_AUTO_TEST_CASE(a_plain_partition_protects_nothing) {
    Machine machine;
    machine.device("sda");
    machine.file("sys/devices/sda/sda1/partition");
    machine.number("8:1", "sda/sda1");
    machine.mount("8:1", "", "ext4 /dev/sda1");
    BOOST_TEST(machine.kind() == "none");
    BOOST_TEST(machine.protection().sentence == "the disk itself is not encrypted");
    BOOST_TEST(!protects(machine.protection().kind));
}

BOOST_AUTO_TEST_CASE(finds_luks_of_the_mounted_device) {
    Machine machine;
    machine.device("dm-0", "CRYPT-LUKS2-0f3a9c-home");
    machine.number("254:0", "dm-0");
    machine.mount("254:0", "/home", "ext4 /dev/mapper/home");
    BOOST_TEST(machine.kind() == "luks");
    BOOST_TEST(machine.protection().sentence == "the disk itself is encrypted (LUKS2)");
    BOOST_TEST(protects(machine.protection().kind));
    // a practice that is not there yet lies where its nearest folder does
    BOOST_TEST(name_of(machine.protection("/new/deeper/practice.db").kind) == "luks");
}

BOOST_AUTO_TEST_CASE(finds_luks_below_volumes_and_partitions) {
    Machine machine;
    machine.device("dm-1", "LVM-qW3e");
    machine.device("md0");
    machine.file("sys/devices/md0/md0p1/partition");
    machine.device("dm-0", "CRYPT-LUKS1-77-disk");
    machine.part("dm-1", "md0/md0p1");
    machine.part("md0", "dm-0");
    machine.number("254:1", "dm-1");
    machine.mount("254:1", "", "xfs /dev/mapper/vg-home");
    BOOST_TEST(machine.protection().sentence == "the disk itself is encrypted (LUKS1)");
}

BOOST_AUTO_TEST_CASE(one_open_part_of_a_volume_is_one_too_many) {
    Machine machine;
    machine.device("dm-2", "LVM-qW3e");
    machine.device("dm-0", "CRYPT-LUKS2-1-a");
    machine.device("sdb");
    machine.part("dm-2", "dm-0");
    machine.number("254:2", "dm-2");
    machine.mount("254:2", "", "ext4 /dev/mapper/vg-home");
    BOOST_TEST(machine.kind() == "luks");
    machine.part("dm-2", "sdb");
    BOOST_TEST(machine.kind() == "none");
}

BOOST_AUTO_TEST_CASE(a_checked_disk_is_no_hidden_disk) {
    for (const std::string uuid : {"CRYPT-VERITY-1-usr", "CRYPT-INTEGRITY-1-x", "LVM-CRYPT-x"}) {
        Machine machine;
        machine.device("dm-0", uuid);
        machine.number("254:0", "dm-0");
        machine.mount("254:0", "", "ext4 /dev/mapper/x");
        BOOST_TEST(machine.kind() == "none", uuid);
    }
}

BOOST_AUTO_TEST_CASE(a_ring_of_devices_ends) {
    Machine machine;
    machine.device("dm-0", "LVM-a");
    machine.device("dm-1", "LVM-b");
    machine.part("dm-0", "dm-1");
    machine.part("dm-1", "dm-0");
    machine.number("254:0", "dm-0");
    machine.mount("254:0", "", "ext4 /dev/mapper/x");
    BOOST_TEST(machine.kind() == "none");
}

BOOST_AUTO_TEST_CASE(a_btrfs_is_as_safe_as_all_its_disks) {
    Machine machine;
    machine.device("dm-0", "CRYPT-LUKS2-1-a");
    machine.device("sdz");
    machine.link("sys/devices/dm-0", "sys/fs/btrfs/9f/devices/dm-0");
    machine.file("sys/fs/btrfs/features/mixed_groups");
    machine.mount("0:37", "", "btrfs /dev/dm-0");
    BOOST_TEST(machine.kind() == "luks");
    machine.link("sys/devices/sdz", "sys/fs/btrfs/9f/devices/sdz");
    BOOST_TEST(machine.kind() == "none");
}

BOOST_AUTO_TEST_CASE(the_deepest_and_last_mount_counts) {
    Machine machine;
    machine.device("dm-0", "CRYPT-LUKS2-1-a");
    machine.device("sda");
    machine.number("254:0", "dm-0");
    machine.number("8:0", "sda");
    machine.mount("254:0", "", "ext4 /dev/mapper/a");
    machine.mount("8:0", "/home", "ext4 /dev/sda");
    machine.mount("254:0", "/home/in", "ext4 /dev/mapper/a"); // not the folder "ines"
    BOOST_TEST(machine.kind() == "none");
    machine.mount("254:0", "/home", "ext4 /dev/mapper/a"); // over the one before
    BOOST_TEST(machine.kind() == "luks");
}

BOOST_AUTO_TEST_CASE(finds_gocryptfs_also_where_names_hold_spaces) {
    Machine machine;
    fs::create_directories(machine.place() + "/my records");
    machine.device("sda");
    machine.number("8:0", "sda");
    machine.mount("8:0", "", "ext4 /dev/sda");
    machine.mount(
        "0:41", "/home/ines/practice/my\\040records", "fuse.gocryptfs /home/ines/.cipher"
    );
    const auto found = machine.protection("/my records/practice.db");
    BOOST_TEST(name_of(found.kind) == "gocryptfs");
    BOOST_TEST(found.sentence == "its folder is encrypted by gocryptfs");
    BOOST_TEST(protects(found.kind));
    BOOST_TEST(machine.kind() == "none");
}

BOOST_AUTO_TEST_CASE(says_when_it_cannot_tell) {
    Machine machine;
    BOOST_TEST(machine.kind() == "unknown"); // no list of mounts
    machine.mount("0:22", "", "overlay over\x1blay");
    BOOST_TEST(
        machine.protection().sentence ==
        "praxis cannot tell whether the disk itself is encrypted (overlay)"
    );
    machine.mount("0:23", "", "zfs pool/home");
    BOOST_TEST(machine.kind() == "unknown");
    machine.file("sys/dev/block/7:0/loop/backing_file");
    machine.mount("7:0", "", "ext4 /dev/loop0");
    BOOST_TEST(
        machine.protection().sentence ==
        "praxis cannot tell whether the disk itself is encrypted (a disk image)"
    );
    BOOST_TEST(!protects(machine.protection().kind));
}

BOOST_AUTO_TEST_CASE(tells_of_a_place_in_memory) {
    Machine machine;
    machine.mount("0:29", "/home", "tmpfs tmpfs");
    BOOST_TEST(machine.kind() == "none");
    BOOST_TEST(
        machine.protection().sentence ==
        "its folder lies in memory (tmpfs), and is gone with the next start"
    );
}

BOOST_AUTO_TEST_CASE(a_hostile_list_of_mounts_is_survived) {
    Machine machine;
    for (const std::string line : {"", "-", " - ", "1 2 3 - x", " -  - ", "\\7\\"}) {
        machine.mount(line, line, line);
    }
    BOOST_TEST(machine.kind() == "unknown");
}

BOOST_AUTO_TEST_CASE(knows_the_file_systems_that_a_write_ahead_log_cannot_trust) {
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

BOOST_AUTO_TEST_CASE(asks_the_file_system_of_the_place) {
    const testing::Folder folder;
    BOOST_TEST(unsuited_for_wal(folder / "practice.db") == unsuited_for_wal(folder / "a/b/c.db"));
    BOOST_TEST(!unsuited_for_wal("/proc/self/status")); // a type that is not in the list
}

BOOST_AUTO_TEST_SUITE_END()
