// SPDX-License-Identifier: MIT
#include "system/file_system.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <array>
#include <sys/vfs.h>
#include <utility>

namespace praxis::practice {
namespace fs = boost::filesystem;

namespace {

/// The nearest existing folder of a path, with links resolved.
fs::path nearest_folder(const std::string& path) {
    boost::system::error_code error;
    auto place = fs::absolute(path, error);
    while (!fs::is_directory(place, error) && place.has_relative_path()) {
        place = place.parent_path();
    }
    const auto canonical = fs::canonical(place, error);
    return error ? place : canonical;
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
        return std::nullopt; // opening it reports the reason
    }
    // Where a long has 32 bits, large numbers are negative.
    return unsuited_file_system(std::uint64_t{static_cast<std::uint32_t>(status.f_type)});
}

bool unsuited_for_wal(const std::string& path) {
    return unsuited_file_system(path).has_value();
}

} // namespace praxis::practice
