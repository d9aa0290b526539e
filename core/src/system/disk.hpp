// SPDX-License-Identifier: MIT
/// What the place of a practice offers: whether its disk is encrypted, whether its locks hold.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace praxis::practice {

/// The last two protect nothing: no encryption was found, or nobody can tell from here.
enum class DiskKind { luks, fscrypt, gocryptfs, none, unknown };

struct DiskProtection {
    DiskKind kind = DiskKind::unknown;
    /// Without a full stop: "the disk itself is encrypted (LUKS2)".
    std::string sentence;
};

/// Where the kernel tells of mounts and devices; tests hand in folders of their own.
struct KernelFolders {
    std::string proc = "/proc";
    std::string sys = "/sys";
};

/// How the place of `path` is encrypted below praxis: by gocryptfs, by the file system (fscrypt),
/// or by each disk that it lies on (LUKS and its kin, also under LVM or RAID). `path` need not be
/// there yet: its nearest folder that is there counts. Never fails: what cannot be read is unknown.
DiskProtection disk_protection(const std::string& path, const KernelFolders& kernel = {});

/// Whether the records are safe from somebody who takes the disk away.
bool protects(DiskKind kind);

/// "luks", "fscrypt", "gocryptfs", "none", "unknown": for machines.
std::string name_of(DiskKind kind);

/// The name of a kind of file system (statfs) whose locks or shared memory a write-ahead log cannot
/// rely on: "NFS". Nothing for the others.
std::optional<std::string> unsuited_file_system(std::uint64_t type);

/// The same for the place of `path`, which need not be there yet.
std::optional<std::string> unsuited_file_system(const std::string& path);

/// Whether a practice there must do without a write-ahead log.
bool unsuited_for_wal(const std::string& path);

} // namespace praxis::practice
