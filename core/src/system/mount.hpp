// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>

namespace praxis::practice {

/// A mounted file system, as the kernel lists it.
struct Mount {
    std::string device; // "8:1"; "0:37" when it has a number but no device
    std::string point;
    std::string type;   // "ext4", "fuse.gocryptfs"
    std::string source; // "/dev/mapper/home"
};

/// The mount that a folder, an absolute path without links, lies in: the deepest, and of several at
/// one point the last. Nothing when `proc` has no list, or none that fits.
std::optional<Mount> mount_of(const std::string& folder, const std::string& proc);

} // namespace praxis::practice
