// SPDX-License-Identifier: MIT
#include "practice/place.hpp"

#include "practice/file.hpp"
#include "practice/own_files.hpp"
#include "system/unfinished.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace praxis::practice {
namespace fs = boost::filesystem;

namespace {

/// What init and salvage write before the practice has its name.
constexpr const char* first_endings[] = {".keys", ".head"};

bool exists(const fs::path& path) {
    boost::system::error_code error;
    return fs::exists(fs::symlink_status(path, error));
}

std::string companion(const std::string& path, std::string_view ending) {
    return beside(path, std::string{ending});
}

/// The reserved ending of the name; nullopt if it has none.
std::optional<std::string_view> reserved_ending(const std::string& name) {
    const auto ends_it = [&](std::string_view ending) { return name.ends_with(ending); };
    const auto found_in = [&](const auto& endings) -> std::optional<std::string_view> {
        const auto found = std::ranges::find_if(endings, ends_it);
        return found == endings.end() ? std::nullopt : std::optional{*found};
    };
    if (const auto found = found_in(record_endings)) {
        return found;
    }
    if (const auto found = found_in(place_endings)) {
        return found;
    }
    if (ends_it(unfinished_ending)) {
        return unfinished_ending;
    }
    return found_in(sqlite_endings);
}

/// The files beside the path that exist.
std::vector<std::string> companions_at(const std::string& path) {
    std::vector<std::string> files;
    for (const auto ending : record_endings) {
        files.push_back(companion(path, ending));
    }
    for (const auto ending : place_endings) {
        files.push_back(companion(path, ending));
    }
    for (const auto ending : sqlite_endings) {
        files.push_back(local_path(path) + std::string{ending});
    }
    std::erase_if(files, [](const auto& file) { return !exists(file); });
    return files;
}

/// Whether an init or a salvage was killed there. Its files are of no use to anybody. A practice
/// that was ever used has more files beside it.
bool has_unfinished_practice(const std::string& path) {
    const auto is_first = [&](const std::string& file) {
        return std::ranges::any_of(first_endings, [&](const auto* ending) {
            return file == companion(path, ending);
        });
    };
    return !exists(path) && exists(unfinished_path(path)) && !find_neighbour(path) &&
           std::ranges::all_of(companions_at(path), is_first);
}

} // namespace

std::optional<std::string> problem_of_name(const std::string& path) {
    const auto name = lower(fs::path{local_path(path)}.filename().string());
    if (const auto ending = reserved_ending(name)) {
        return std::string{*ending} + " is reserved for a file beside a practice";
    }
    for (const auto mark : {copy_mark, restore_mark}) {
        if (name.find(mark) != std::string::npos) {
            return std::string{mark} + " is reserved for the copies that praxis keeps";
        }
    }
    if (name.starts_with(backup::unfinished_prefix)) {
        return std::string{backup::unfinished_prefix} + " is reserved for unfinished files";
    }
    return std::nullopt;
}

std::optional<std::string> find_companion(const std::string& path) {
    auto files = companions_at(path);
    std::erase(files, lock_path(path));
    return files.empty() ? std::nullopt : std::optional{files.front()};
}

std::optional<std::string> find_neighbour(const std::string& path) {
    const fs::path whole{local_path(path)};
    const auto own = whole.filename().string();
    const auto stem = lower(whole.stem().string());
    boost::system::error_code error;
    const auto folder = whole.has_parent_path() ? whole.parent_path() : fs::path{"."};
    for (fs::directory_iterator entry{folder, error}, end; entry != end; entry.increment(error)) {
        const auto& other = entry->path();
        const auto name = other.filename().string();
        if (name != own && lower(other.stem().string()) == stem && !problem_of_name(name) &&
            !fs::is_directory(other, error)) {
            return name;
        }
    }
    return std::nullopt;
}

void refuse_neighbour(const std::string& path, const std::string& hint) {
    const auto companion = exists(local_path(path)) ? std::nullopt : find_companion(path);
    const auto neighbour = companion ? find_neighbour(path) : std::nullopt;
    if (neighbour) {
        throw Refused(
            visible(*companion) + " may belong to another practice: " + visible(*neighbour), hint
        );
    }
}

void refuse_place(const std::string& path, const std::string& hint) {
    if (const auto problem = problem_of_name(path)) {
        throw Refused(*problem, "give a name such as practice.db");
    }
    if (exists(local_path(path))) {
        throw Refused("there is already a practice at " + path, hint);
    }
    refuse_neighbour(path, hint);
    const auto companion = find_companion(path);
    if (companion && !has_unfinished_practice(path)) {
        throw Refused(
            "the practice to which " + visible(*companion) + " belongs is missing",
            "move that file away; or " + hint
        );
    }
}

std::string unfinished_path(const std::string& path) {
    return path + std::string{unfinished_ending};
}

void remove_unfinished_practice(const std::string& path) {
    if (has_unfinished_practice(path)) {
        for (const auto* ending : first_endings) {
            fs::remove(companion(path, ending));
        }
    }
    fs::remove(unfinished_path(path));
}

} // namespace praxis::practice
