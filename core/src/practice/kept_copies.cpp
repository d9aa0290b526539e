// SPDX-License-Identifier: MIT
#include "practice/kept_copies.hpp"

#include "practice/file.hpp"
#include "practice/own_files.hpp"
#include "system/files.hpp"
#include "system/io.hpp"

#include <boost/filesystem.hpp>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace praxis::practice {
namespace fs = boost::filesystem;

namespace {

/// How the copy of that name came about; nullopt if the file is no copy of the practice.
std::optional<std::string> origin_of(const std::string& name, const fs::path& practice) {
    const auto file = practice.filename().string();
    if (name.starts_with(file + ".before-purge-of-")) {
        return "before a purge";
    }
    if (name.starts_with(file + std::string{copy_mark})) {
        return "before a migration";
    }
    const auto ending = practice.extension().string();
    if (name.starts_with(practice.stem().string() + std::string{restore_mark}) &&
        (fs::path{name}.extension().string() == ending ||
         name.find(ending + std::string{copy_mark}) != std::string::npos)) {
        return "before a restore";
    }
    return std::nullopt;
}

bool ends_like_a_side_file(const std::string& name) {
    return std::ranges::any_of(sqlite_endings, [&](auto ending) { return name.ends_with(ending); });
}

/// A practice that a restore replaced has files of its own beside it. Any other copy is one file.
std::vector<std::string> files_of(const std::string& copy, const fs::path& practice) {
    std::vector<std::string> files;
    if (fs::path{copy}.extension() == practice.extension()) {
        for (const auto ending : record_endings) {
            files.push_back(beside(copy, std::string{ending}));
        }
        files.push_back(lock_path(copy));
    }
    for (const auto ending : sqlite_endings) {
        files.push_back(copy + std::string{ending});
    }
    files.push_back(copy);
    std::erase_if(files, [](const auto& file) { return !fs::exists(fs::symlink_status(file)); });
    return files;
}

} // namespace

std::vector<KeptCopy> kept_copies(const std::string& practice) {
    const fs::path path{local_path(practice)};
    const auto folder = path.has_parent_path() ? path.parent_path() : fs::path{"."};
    std::vector<KeptCopy> copies;
    boost::system::error_code error;
    for (fs::directory_iterator entry{folder, error}, end; entry != end; entry.increment(error)) {
        const auto name = entry->path().filename().string();
        const auto origin = origin_of(name, path);
        if (origin && !ends_like_a_side_file(name) && !fs::is_directory(entry->path(), error)) {
            const auto copy = entry->path().string();
            copies.push_back({copy, *origin, files_of(copy, path)});
        }
    }
    std::ranges::sort(copies, {}, &KeptCopy::path);
    return copies;
}

void remove_copy(const KeptCopy& copy) {
    for (const auto& file : copy.files) {
        struct stat status {};

        if (::lstat(file.c_str(), &status) == 0 && !S_ISREG(status.st_mode)) {
            backup::file_error(file, "removed", EINVAL);
        }
        if (::unlink(file.c_str()) != 0 && errno != ENOENT) {
            backup::file_error(file, "removed", errno);
        }
    }
    sync_folder(backup::folder_of(copy.path));
}

} // namespace praxis::practice
