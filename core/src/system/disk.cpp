// SPDX-License-Identifier: MIT
#include "system/disk.hpp"

#include "system/block_device.hpp"
#include "system/mount.hpp"

#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <array>
#include <fcntl.h>
#include <linux/fscrypt.h>
#include <sys/ioctl.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace praxis::practice {
namespace fs = boost::filesystem;

namespace {

/// The nearest folder of a path that is there, without links on the way.
fs::path nearest_folder(const std::string& path) {
    boost::system::error_code error;
    auto place = fs::absolute(path, error);
    while (!fs::is_directory(place, error) && place.has_relative_path()) {
        place = place.parent_path();
    }
    const auto canonical = fs::canonical(place, error);
    return error ? place : canonical;
}

bool is_encrypted_by_file_system(const fs::path& folder) {
    const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) {
        return false;
    }
    fscrypt_get_policy_ex_arg policy{};
    policy.policy_size = sizeof policy.policy;
    const bool has_policy = ::ioctl(file, FS_IOC_GET_ENCRYPTION_POLICY_EX, &policy) == 0;
    ::close(file);
    return has_policy;
}

DiskProtection cannot_tell(const std::string& why) {
    return {
        DiskKind::unknown,
        "praxis cannot tell whether the disk itself is encrypted (" + visible(why) + ")"};
}

DiskProtection device_protection(const Mount& mount, const KernelFolders& kernel) {
    const auto devices = devices_of(mount, kernel.sys);
    if (devices.empty()) {
        return cannot_tell(mount.type);
    }
    if (const auto cipher = cipher_of_all(devices)) {
        return {DiskKind::luks, "the disk itself is encrypted (" + visible(*cipher) + ")"};
    }
    if (std::any_of(devices.begin(), devices.end(), is_disk_image)) {
        return cannot_tell("a disk image"); // it lies on a disk that is not looked for
    }
    return {DiskKind::none, "the disk itself is not encrypted"};
}

constexpr std::array unsuited{
    std::pair{0x6969ULL, "NFS"},
    std::pair{0xFF534D42ULL, "CIFS"},
    std::pair{0xFE534D42ULL, "SMB2"},
    std::pair{0x517BULL, "SMB"},
    std::pair{0x01021997ULL, "9p"},
    std::pair{0x65735546ULL, "FUSE"},
    std::pair{0x00C36400ULL, "Ceph"},
    std::pair{0x5346414FULL, "AFS"},
    std::pair{0x6B414653ULL, "AFS"},
    std::pair{0x73757245ULL, "Coda"},
    std::pair{0x786F4256ULL, "VirtualBox's shared folders"},
};

} // namespace

DiskProtection disk_protection(const std::string& path, const KernelFolders& kernel) {
    const auto folder = nearest_folder(path);
    const auto mount = mount_of(folder.string(), kernel.proc);
    if (!mount) {
        return cannot_tell("its mount is not to be found");
    }
    if (mount->type == "fuse.gocryptfs") {
        return {DiskKind::gocryptfs, "its folder is encrypted by gocryptfs"};
    }
    if (is_encrypted_by_file_system(folder)) {
        return {DiskKind::fscrypt, "its folder is encrypted by the file system (fscrypt)"};
    }
    if (mount->type == "tmpfs" || mount->type == "ramfs") {
        return {
            DiskKind::none,
            "its folder lies in memory (" + mount->type + "), and is gone with the next start"};
    }
    return device_protection(*mount, kernel);
}

bool protects(DiskKind kind) {
    return kind != DiskKind::none && kind != DiskKind::unknown;
}

std::string name_of(DiskKind kind) {
    switch (kind) {
    case DiskKind::luks:
        return "luks";
    case DiskKind::fscrypt:
        return "fscrypt";
    case DiskKind::gocryptfs:
        return "gocryptfs";
    case DiskKind::none:
        return "none";
    case DiskKind::unknown:
        break;
    }
    return "unknown";
}

std::optional<std::string> unsuited_file_system(std::uint64_t type) {
    const auto* const found =
        std::find_if(unsuited.begin(), unsuited.end(), [&](const auto& entry) {
            return entry.first == type;
        });
    return found == unsuited.end() ? std::nullopt : std::optional<std::string>{found->second};
}

std::optional<std::string> unsuited_file_system(const std::string& path) {
    struct statfs status {};

    if (::statfs(nearest_folder(path).c_str(), &status) != 0) {
        return std::nullopt; // opening it will say why
    }
    // Numbers of the upper half come as negative ones where a long has 32 bits.
    return unsuited_file_system(std::uint64_t{static_cast<std::uint32_t>(status.f_type)});
}

bool unsuited_for_wal(const std::string& path) {
    return unsuited_file_system(path).has_value();
}

} // namespace praxis::practice
