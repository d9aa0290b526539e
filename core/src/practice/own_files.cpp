// SPDX-License-Identifier: MIT
#include "practice/own_files.hpp"

#include "practice/file.hpp"
#include "system/unfinished.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <optional>
#include <sys/stat.h>

namespace praxis::practice {
namespace fs = boost::filesystem;

namespace {

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

bool contains(const auto& endings, std::string_view ending) {
    return std::ranges::find(endings, ending) != endings.end();
}

bool is_own_file(const fs::path& target, const fs::path& practice) {
    const auto home = identity_of(folder_of(practice));
    if (!home) {
        return false; // without a practice nothing can be overwritten
    }
    const auto folder = identity_of(folder_of(target));
    if (folder == home && is_own_name(target.filename().string(), practice.string())) {
        return true;
    }
    const auto same = identity_of(target);
    boost::system::error_code ignored; // the names above need no listing
    for (fs::directory_iterator entry{folder_of(practice), ignored}, end; entry != end;
         entry.increment(ignored)) {
        if (!is_own_name(entry->path().filename().string(), practice.string())) {
            continue;
        }
        const auto own = identity_of(entry->path());
        if (own && (own == same || own == folder)) { // practice.restoring is a folder
            return true;
        }
    }
    return false;
}

} // namespace

std::string lower(std::string name) {
    for (auto& letter : name) {
        if (letter >= 'A' && letter <= 'Z') {
            letter = static_cast<char>(letter - 'A' + 'a');
        }
    }
    return name;
}

bool is_own_name(const std::string& name, const std::string& practice) {
    const auto given = lower(name);
    const auto file = lower(fs::path{practice}.filename().string());
    const auto stem = lower(fs::path{practice}.stem().string());
    if (given.starts_with(backup::unfinished_prefix)) {
        return true;
    }
    if (given.starts_with(file)) {
        const auto rest = std::string_view{given}.substr(file.size());
        if (rest.empty() || rest.starts_with('-') || rest.starts_with(copy_mark) ||
            rest == unfinished_ending) {
            return true;
        }
    }
    if (!given.starts_with(stem)) {
        return false;
    }
    const auto rest = std::string_view{given}.substr(stem.size());
    return rest.starts_with(restore_mark) || contains(record_endings, rest) ||
           contains(place_endings, rest);
}

void refuse_own_file(
    const std::string& target, const std::string& practice, const std::string& hint
) {
    if (is_own_file(fs::path{target}, fs::path{local_path(practice)})) {
        throw Refused(
            visible(target) + " is a file of the practice itself, which praxis never overwrites",
            hint
        );
    }
}

} // namespace praxis::practice
