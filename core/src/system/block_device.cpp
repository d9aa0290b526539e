// SPDX-License-Identifier: MIT
#include "system/block_device.hpp"

#include <boost/filesystem.hpp>

#include <fstream>
#include <string_view>

namespace praxis::practice {
namespace fs = boost::filesystem;

namespace {

constexpr int most_layers = 16; // more would be a ring

/// What a folder holds; nothing when it is not there.
std::vector<DeviceFolder> entries_of(const fs::path& folder) {
    std::vector<DeviceFolder> entries;
    boost::system::error_code error;
    fs::directory_iterator entry{folder, error};
    while (!error && entry != fs::directory_iterator{}) {
        entries.push_back(entry->path().string());
        entry.increment(error);
    }
    return entries;
}

/// "LUKS2" of "CRYPT-LUKS2-0f3a...-home". Verity and integrity check a disk, they do not hide it.
std::optional<std::string> own_cipher(const fs::path& device) {
    constexpr std::string_view mark = "CRYPT-";
    std::ifstream file{(device / "dm" / "uuid").string()};
    std::string uuid;
    std::getline(file, uuid);
    if (!uuid.starts_with(mark)) {
        return std::nullopt;
    }
    auto cipher = uuid.substr(mark.size(), uuid.find('-', mark.size()) - mark.size());
    if (cipher == "VERITY" || cipher == "INTEGRITY" || cipher == "SUBDEV") {
        return std::nullopt;
    }
    return cipher;
}

/// What a device consists of: the parts of a volume or a RAID, the disk of a partition.
std::vector<DeviceFolder> parts_of(const DeviceFolder& device) {
    boost::system::error_code error;
    if (fs::exists(fs::path{device} / "partition", error)) {
        const auto place = fs::canonical(device, error);
        return error ? std::vector<DeviceFolder>{}
                     : std::vector<DeviceFolder>{place.parent_path().string()};
    }
    return entries_of(fs::path{device} / "slaves");
}

std::optional<std::string> cipher_of_each(const std::vector<DeviceFolder>& devices, int layers);

std::optional<std::string> cipher_of(const DeviceFolder& device, int layers) {
    if (auto cipher = own_cipher(device)) {
        return cipher;
    }
    return layers == 0 ? std::nullopt : cipher_of_each(parts_of(device), layers - 1);
}

std::optional<std::string> cipher_of_each(const std::vector<DeviceFolder>& devices, int layers) {
    std::optional<std::string> cipher;
    for (const auto& device : devices) {
        cipher = cipher_of(device, layers);
        if (!cipher) {
            return std::nullopt;
        }
    }
    return cipher;
}

/// "dm-0" of /dev/mapper/home
std::string device_name(const std::string& source) {
    boost::system::error_code error;
    const auto node = fs::canonical(source, error);
    return (error ? fs::path{source} : node).filename().string();
}

/// All disks of the btrfs that has one of that name.
std::vector<DeviceFolder> btrfs_devices(const std::string& name, const fs::path& sys) {
    boost::system::error_code error;
    for (const auto& file_system : entries_of(sys / "fs/btrfs")) {
        const auto devices = fs::path{file_system} / "devices";
        if (fs::exists(devices / name, error)) {
            return entries_of(devices);
        }
    }
    return {};
}

} // namespace

std::vector<DeviceFolder> devices_of(const Mount& mount, const std::string& sys) {
    boost::system::error_code error;
    const auto numbered = fs::path{sys} / "dev/block" / mount.device;
    if (fs::is_directory(numbered, error)) {
        return {numbered.string()};
    }
    if (mount.type == "btrfs" && mount.source.starts_with("/dev/")) {
        return btrfs_devices(device_name(mount.source), sys);
    }
    return {};
}

std::optional<std::string> cipher_of_all(const std::vector<DeviceFolder>& devices) {
    return cipher_of_each(devices, most_layers);
}

bool is_disk_image(const DeviceFolder& device) {
    boost::system::error_code error;
    return fs::exists(fs::path{device} / "loop", error);
}

} // namespace praxis::practice
