// SPDX-License-Identifier: MIT
#include "system/mount.hpp"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <sstream>
#include <utility>

namespace praxis::practice {
namespace {

/// The kernel writes a space in a name as "\040".
std::string without_octal_escapes(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool octal = text[i] == '\\' && i + 3 < text.size() &&
                           std::all_of(
                               text.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                               text.begin() + static_cast<std::ptrdiff_t>(i) + 4,
                               [](char digit) { return digit >= '0' && digit <= '7'; }
                           );
        if (octal) {
            plain += static_cast<char>(std::stoi(text.substr(i + 1, 3), nullptr, 8));
            i += 3;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

/// "36 35 98:0 /root /point options [optional]... - type source options"
std::optional<Mount> read_mount(const std::string& line) {
    const auto dash = line.find(" - ");
    if (dash == std::string::npos) {
        return std::nullopt;
    }
    Mount mount;
    std::string skipped;
    std::istringstream before{line.substr(0, dash)};
    std::istringstream after{line.substr(dash + 3)};
    before >> skipped >> skipped >> mount.device >> skipped >> mount.point;
    after >> mount.type >> mount.source;
    if (!before || !after) {
        return std::nullopt;
    }
    mount.point = without_octal_escapes(mount.point);
    mount.source = without_octal_escapes(mount.source);
    return mount;
}

bool lies_in(const std::string& path, const std::string& folder) {
    return folder == "/" || path == folder || path.starts_with(folder + "/");
}

} // namespace

std::optional<Mount> mount_of(const std::string& folder, const std::string& proc) {
    std::optional<Mount> found;
    std::ifstream file{proc + "/self/mountinfo"};
    for (std::string line; std::getline(file, line);) {
        auto mount = read_mount(line);
        if (mount && lies_in(folder, mount->point) &&
            (!found || mount->point.size() >= found->point.size())) {
            found = std::move(mount);
        }
    }
    return found;
}

} // namespace praxis::practice
