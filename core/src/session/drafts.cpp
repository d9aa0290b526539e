// SPDX-License-Identifier: MIT
#include "session/drafts.hpp"

#include "system/config.hpp"
#include "system/pending_file.hpp"

#include <praxis/digest.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <fcntl.h>
#include <map>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace praxis {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_bytes = std::size_t{8} * 1024 * 1024;
constexpr std::string_view lock_ending = ".lock";
constexpr std::size_t digits_of_subject = 16;
constexpr std::size_t digits_of_chance = 8;

std::string draft_folder(const Environment& environment) {
    if (const auto runtime = environment.variable("XDG_RUNTIME_DIR");
        runtime && runtime->starts_with('/') && fs::is_directory(*runtime)) {
        return *runtime;
    }
    auto folder = xdg_folder(environment, "XDG_STATE_HOME", "/.local/state") + "/praxis/drafts";
    fs::create_directories(folder);
    return folder;
}

std::string prefix_of_client(const std::string& uuid) {
    return "praxis-" + digest_of(uuid).substr(0, digits_of_subject) + "-";
}

std::string prefix_of(const DraftSubject& subject) {
    return prefix_of_client(subject.client) + digest_of(subject.key).substr(0, digits_of_chance) +
           "-";
}

/// The lock; not open if another process has it.
Descriptor try_lock(const std::string& path) {
    Descriptor lock{::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)};
    if (lock.number() >= 0 && ::flock(lock.number(), LOCK_EX | LOCK_NB) != 0) {
        return {};
    }

    // The previous owner may have removed the file after we opened it. A lock on a removed file
    // protects nothing.
    struct stat held {};

    struct stat there {};

    const bool is_there = lock.number() >= 0 && ::fstat(lock.number(), &held) == 0 &&
                          ::lstat(path.c_str(), &there) == 0 && held.st_dev == there.st_dev &&
                          held.st_ino == there.st_ino;
    return is_there ? std::move(lock) : Descriptor{};
}

std::string lock_path_of(const std::string& stem) {
    return stem + std::string{lock_ending};
}

/// The name without the draft's ending and editors' additions: "praxis-<subject>-<random>".
std::string stem_of(const std::string& name, const std::string& beginning) {
    return name.substr(0, beginning.size() + digits_of_chance);
}

/// Prefers the draft itself to the editor's recovery files of the same second.
void read_left(LeftDraft& left, std::vector<std::string> paths) {
    // Another process may have stored and removed files before it released the lock.
    std::erase_if(paths, [](const auto& path) { return !fs::exists(path); });
    std::sort(paths.begin(), paths.end(), [](const auto& one, const auto& other) {
        return std::pair{one.size(), one} < std::pair{other.size(), other};
    });
    for (const auto& path : paths) {
        const auto changed = static_cast<std::int64_t>(fs::last_write_time(path));
        if (left.paths.empty() || changed > left.changed_at) {
            left.text = read_whole_file(path, most_bytes);
            left.changed_at = changed;
        }
        left.paths.push_back(path);
    }
}

} // namespace

DraftLock::DraftLock(std::string path) : path_(std::move(path)), file_(try_lock(path_)) {}

DraftLock::~DraftLock() {
    if (held()) {
        ::unlink(path_.c_str());
    }
}

Draft::Draft(
    const Environment& environment,
    const DraftSubject& subject,
    const std::string& file_ending,
    const std::string& text
)
    : path_((fs::path{draft_folder(environment)} /
             fs::unique_path(prefix_of(subject) + "%%%%%%%%" + file_ending))
                .string())
    , lock_(lock_path_of(fs::path{path_}.replace_extension().string())) {
    PendingFile{path_, text, false}.commit();
}

void Draft::write(const std::string& text) const {
    PendingFile{path_, text, true}.commit();
}

void Draft::discard() {
    ::unlink(path_.c_str());
}

void Draft::remove() {
    discard();
    for (const auto& path : earlier_ ? earlier_->paths : std::vector<std::string>{}) {
        ::unlink(path.c_str());
    }
}

std::optional<LeftDraft>
find_left_draft(const Environment& environment, const DraftSubject& subject) {
    const auto beginning = prefix_of(subject);
    const fs::path folder = draft_folder(environment);
    std::map<std::string, std::vector<std::string>> groups; // by stem
    for (const auto& entry : fs::directory_iterator{folder}) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(beginning) && !name.ends_with(lock_ending) &&
            entry.symlink_status().type() == fs::regular_file) {
            groups[stem_of(name, beginning)].push_back(entry.path().string());
        }
    }
    std::optional<LeftDraft> newest;
    for (const auto& [stem, paths] : groups) {
        LeftDraft left{.lock = DraftLock{lock_path_of((folder / stem).string())}};
        if (!left.lock.held()) {
            continue;
        }
        read_left(left, paths);
        if (!trim(left.text).empty() && (!newest || left.changed_at > newest->changed_at)) {
            newest.emplace(std::move(left));
        }
    }
    return newest;
}

std::optional<std::string>
remove_drafts_of(const Environment& environment, const std::string& client_uuid) {
    const auto beginning = prefix_of_client(client_uuid);
    try {
        for (const auto& entry : fs::directory_iterator{draft_folder(environment)}) {
            if (entry.path().filename().string().starts_with(beginning)) {
                fs::remove(entry.path());
            }
        }
    } catch (const fs::filesystem_error& error) {
        return std::string{"unsaved drafts about that client may still exist: "} + error.what();
    }
    return std::nullopt;
}

} // namespace praxis
