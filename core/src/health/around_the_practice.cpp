// SPDX-License-Identifier: MIT
#include "backup/ledger.hpp"
#include "health/health.hpp"
#include "plugins/all_settings.hpp"
#include "plugins/examination.hpp"
#include "system/file_system.hpp"
#include "system/unfinished.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <sys/stat.h>

namespace praxis::health {
namespace fs = boost::filesystem;

namespace {

fs::path folder_of(const HostSession& session) {
    const auto folder = fs::path{session.practice_path()}.parent_path();
    return folder.empty() ? fs::path{"."} : folder;
}

/// Files of the practice: those that share its name, and what a backup works on beside it.
std::vector<fs::path> files_of(const HostSession& session) {
    const auto stem = fs::path{session.practice_path()}.stem().string();
    std::vector<fs::path> files;
    boost::system::error_code error;
    for (fs::directory_iterator entry{folder_of(session), error}, end; !error && entry != end;
         entry.increment(error)) {
        const auto name = entry->path().filename().string();
        if (name.starts_with(stem + ".") || name.starts_with("." + stem + ".") ||
            name.starts_with(backup::unfinished_beginning)) {
            files.push_back(entry->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

Check permissions(const HostSession& session) {
    std::vector<std::string> open;
    for (const auto& file : files_of(session)) {
        struct stat status {};

        if (::lstat(file.c_str(), &status) == 0 && (status.st_mode & 077U) != 0) {
            open.push_back(file.string());
        }
    }
    if (open.empty()) {
        return {"permissions", State::ok, "its files are for their owner alone", {}};
    }
    return {
        "permissions",
        State::wrong,
        "others can read or change " + join(open, ", "),
        "chmod 600 " + join(open, " ")};
}

Check encryption(const HostSession& session) {
    if (fs::exists(practice::keys_path(session.practice_path()))) {
        return {"encryption", State::ok, "praxis encrypts the records", {}};
    }
    return {
        "encryption",
        State::warning,
        "praxis does not encrypt these records",
        "make a new practice without --unencrypted, or encrypt the disk"};
}

Check write_ahead_log(const HostSession& session) {
    const auto name = practice::unsuited_file_system(session.practice_path());
    if (!name) {
        return {"file system", State::ok, "locks and the write-ahead log can be relied on", {}};
    }
    return {
        "file system",
        State::warning,
        "the practice lies on " + *name +
            ": praxis does without a write-ahead log there, and is slower",
        "move it to a disk of this machine"};
}

Check settings(HostSession& session) {
    const auto problems = session.config().problems(plugins::all_settings(session.platform()));
    if (problems.empty()) {
        return {"settings", State::ok, "every setting is known and valid", {}};
    }
    std::vector<std::string> found;
    for (const auto& problem : problems) {
        found.push_back(problem.message);
    }
    return {"settings", State::wrong, join(found, "; "), problems.front().fix};
}

Check backups(const HostSession& session) {
    constexpr auto old = std::chrono::days{7};
    const auto ledger = backup::read_ledger(practice::local_path(session.practice_path()));
    const auto usable = [](const auto& one) { return backup::state_of(one) == "there"; };
    const auto newest = std::find_if(ledger.backups.rbegin(), ledger.backups.rend(), usable);
    const std::string fix = "praxis backup create -o FILE, and keep it away from this machine";
    if (newest == ledger.backups.rend()) {
        return {
            "backups",
            State::warning,
            ledger.backups.empty() ? "no backup was ever made"
                                   : "none of the backups is where it was made",
            fix};
    }
    const auto age = std::chrono::floor<std::chrono::days>(session.now() - newest->made);
    const auto days = std::to_string(age.count()) + (age.count() == 1 ? " day" : " days");
    if (age > old) {
        return {"backups", State::warning, "the newest is " + days + " old", fix};
    }
    return {"backups", State::ok, "the newest is " + days + " old: " + newest->file, {}};
}

/// Beside the practice: what an interrupted command left.
Check left_over(const HostSession& session) {
    std::vector<std::string> left;
    for (const auto& file : files_of(session)) {
        const auto name = file.filename().string();
        const bool unfinished = name.ends_with(".unfinished") || name.front() == '.';
        const bool copy = name.find(".before-") != std::string::npos;
        if (unfinished || copy) {
            left.push_back(file.string());
        }
    }
    if (left.empty()) {
        return {"left-over files", State::ok, "none", {}};
    }
    return {
        "left-over files",
        State::warning,
        "they hold records too: " + join(left, ", "),
        "remove them when the practice is in order"};
}

/// Each in a process of its own: one that crashes or hangs is a finding, and not the end of doctor.
Check plugins(HostSession& session) {
    auto& platform = session.platform();
    std::vector<std::string> broken;
    std::vector<std::string> odd;
    for (const auto& one : platform.unreadable()) {
        broken.push_back(one.plugin + ": " + one.reason);
    }
    for (const auto& manifest : platform.manifests()) {
        for (const auto& finding : plugins::examine_plugin(platform, manifest)) {
            if (finding.weight != plugins::Finding::Weight::ok) {
                const bool wrong = finding.weight == plugins::Finding::Weight::wrong;
                (wrong ? broken : odd).push_back(finding.plugin + ": " + finding.found);
            }
        }
    }
    if (broken.empty() && odd.empty()) {
        return {"plugins", State::ok, std::to_string(platform.manifests().size()) + " load", {}};
    }
    const auto state = broken.empty() ? State::warning : State::wrong;
    broken.insert(broken.end(), odd.begin(), odd.end());
    return {"plugins", state, join(broken, "; "), "praxis plugin doctor"};
}

} // namespace

std::vector<Check> examine_around_the_practice(HostSession& session) {
    return {
        permissions(session),
        encryption(session),
        write_ahead_log(session),
        settings(session),
        left_over(session),
        backups(session),
        plugins(session)};
}

} // namespace praxis::health
