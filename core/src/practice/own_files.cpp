// SPDX-License-Identifier: MIT
#include "practice/own_files.hpp"

#include "practice/file.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <sys/stat.h>

namespace praxis::practice {
namespace fs = boost::filesystem;

namespace {

constexpr std::array<std::string_view, 7> companions{
    ".keys", ".head", ".access", ".lock", ".backups", ".erasing", ".restoring"};

/// Identifies a file independently of its name.
struct Identity {
    ::dev_t device;
    ::ino_t inode;

    bool operator==(const Identity&) const = default;
};

std::optional<Identity> identity_of(const fs::path& path) {
    struct stat status {};

    if (::stat(path.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return Identity{status.st_dev, status.st_ino};
}

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

/// Whether the name is the practice, a file of SQLite beside it ("-wal"), a copy from before a
/// migration (".before-...") or a restore ("-before-restore-..."), or a companion with the same
/// stem.
bool is_own_name(const std::string& name, const fs::path& practice) {
    const auto file = practice.filename().string();
    if (name.starts_with(file)) {
        const auto rest = std::string_view{name}.substr(file.size());
        return rest.empty() || rest.starts_with('-') || rest.starts_with(".before-");
    }
    const auto stem = practice.stem().string();
    if (!name.starts_with(stem)) {
        return false;
    }
    const auto rest = std::string_view{name}.substr(stem.size());
    return rest.starts_with("-before-restore-") ||
           std::ranges::find(companions, rest) != companions.end();
}

bool is_own_file(const fs::path& target, const fs::path& practice) {
    const auto home = identity_of(folder_of(practice));
    if (!home) {
        return false; // without a practice nothing can be overwritten
    }
    if (identity_of(folder_of(target)) == home &&
        is_own_name(target.filename().string(), practice)) {
        return true;
    }
    const auto same = identity_of(target);
    boost::system::error_code ignored; // the names above need no listing
    for (fs::directory_iterator entry{folder_of(practice), ignored}, end; same && entry != end;
         entry.increment(ignored)) {
        if (is_own_name(entry->path().filename().string(), practice) &&
            identity_of(entry->path()) == same) {
            return true;
        }
    }
    return false;
}

} // namespace

void refuse_own_file(const std::string& target, const std::string& practice) {
    if (is_own_file(fs::path{target}, fs::path{local_path(practice)})) {
        throw Refused(
            visible(target) + " is a file of the practice itself, which praxis never overwrites",
            "give another file: -o FILE"
        );
    }
}

} // namespace praxis::practice
