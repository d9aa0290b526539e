// SPDX-License-Identifier: MIT
#pragma once
#include "system/mount.hpp"

#include <optional>
#include <string>
#include <vector>

namespace praxis::practice {

/// The kernel's folder of a disk, a partition, or a layer above them: /sys/dev/block/8:1.
using DeviceFolder = std::string;

/// The devices of a mount; several when its file system spans disks (btrfs), none when it has none.
std::vector<DeviceFolder> devices_of(const Mount& mount, const std::string& sys);

/// How all these devices are encrypted, themselves or in each part that they consist of ("LUKS2");
/// nothing when any part is not.
std::optional<std::string> cipher_of_all(const std::vector<DeviceFolder>& devices);

/// Whether it is a file that serves as a disk.
bool is_disk_image(const DeviceFolder& device);

} // namespace praxis::practice
