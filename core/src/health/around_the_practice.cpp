// SPDX-License-Identifier: MIT
#include "backup/ledger.hpp"
#include "health/health.hpp"
#include "plugins/all_settings.hpp"
#include "plugins/examination.hpp"
#include "practice/kept_copies.hpp"
#include "practice/key_file.hpp"
#include "practice/own_files.hpp"
#include "system/file_system.hpp"

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

/// Files of the practice, of the copies that praxis keeps of it, and unfinished files.
std::vector<fs::path> files_of(const HostSession& session) {
    const auto practice = practice::local_path(session.practice_path());
    std::vector<fs::path> files;
    boost::system::error_code error;
    for (fs::directory_iterator entry{folder_of(session), error}, end; !error && entry != end;
         entry.increment(error)) {
        if (practice::is_own_name(entry->path().filename().string(), practice)) {
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
        return {"permissions", Severity::ok, "only their owner can read the files", {}};
    }
    return {
        "permissions",
        Severity::wrong,
        "other users can read or change " + join(open, ", "),
        "chmod 600 " + join(open, " ")};
}

Check encryption(const HostSession& session) {
    if (fs::exists(practice::keys_path(session.practice_path()))) {
        return {"protection", Severity::ok, "praxis encrypts the records", {}};
    }
    return {
        "protection",
        Severity::warning,
        "praxis does not encrypt these records; anybody who has the disk can read them",
        "make a new practice without --unencrypted, or encrypt the disk itself"};
}

Check write_ahead_log(const HostSession& session) {
    const auto name = practice::unsuited_file_system(session.practice_path());
    if (!name) {
        return {"file system", Severity::ok, "it supports a write-ahead log", {}};
    }
    return {
        "file system",
        Severity::warning,
        "the practice is on " + *name +
            ", where praxis works without a write-ahead log and is slower",
        "move the practice to a local disk"};
}

Check settings(HostSession& session) {
    const auto problems = session.config().problems(plugins::all_settings(session.platform()));
    if (problems.empty()) {
        return {"settings", Severity::ok, "every setting is known and valid", {}};
    }
    std::vector<std::string> found;
    for (const auto& problem : problems) {
        found.push_back(problem.message);
    }
    return {"settings", Severity::wrong, join(found, "; "), problems.front().fix};
}

Check backups(const HostSession& session) {
    constexpr auto old = std::chrono::days{7};
    const auto ledger = backup::read_ledger(practice::local_path(session.practice_path()));
    const auto usable = [](const auto& one) { return backup::state_of(one) == "present"; };
    const auto newest = std::find_if(ledger.backups.rbegin(), ledger.backups.rend(), usable);
    const std::string fix =
        "praxis backup create -o FILE, then keep that file away from this machine";
    if (newest == ledger.backups.rend()) {
        return {
            "backups",
            Severity::warning,
            ledger.backups.empty() ? "no backup has been made"
                                   : "every backup file is missing or changed",
            fix};
    }
    const auto age = std::chrono::floor<std::chrono::days>(session.now() - newest->made);
    const auto days = std::to_string(age.count()) + (age.count() == 1 ? " day" : " days");
    if (age > old) {
        return {"backups", Severity::warning, "the newest backup is " + days + " old", fix};
    }
    return {"backups", Severity::ok, "the newest backup is " + days + " old: " + newest->file, {}};
}

/// Finds files that an interrupted command left beside the practice, and the copies that praxis
/// keeps there.
Check left_over(const HostSession& session) {
    std::vector<std::string> left;
    for (const auto& file : files_of(session)) {
        const auto name = file.filename().string();
        if (name.ends_with(practice::unfinished_ending) || name.front() == '.') {
            left.push_back(file.string());
        }
    }
    const auto copies = practice::kept_copies(session.practice_path());
    for (const auto& copy : copies) {
        left.push_back(copy.path + " (from " + copy.origin + ")");
    }
    if (left.empty()) {
        return {"left-over files", Severity::ok, "none", {}};
    }
    return {
        "left-over files",
        Severity::warning,
        "these files contain records too: " + join(left, ", "),
        copies.empty() ? "delete them once praxis doctor finds no other problem"
                       : "once praxis doctor finds no other problem, remove the copies: praxis "
                         "doctor --remove-copies"};
}

/// Loads each plugin in a process of its own, so that a crash or a hang is a finding and does not
/// stop the doctor.
Check plugins(HostSession& session) {
    auto& platform = session.platform();
    std::vector<std::string> broken;
    std::vector<std::string> odd;
    for (const auto& one : platform.unreadable()) {
        broken.push_back(one.plugin + ": " + one.reason);
    }
    for (const auto& manifest : platform.manifests()) {
        for (const auto& finding : plugins::examine_plugin(platform, manifest)) {
            if (finding.severity != plugins::Finding::Severity::ok) {
                const bool wrong = finding.severity == plugins::Finding::Severity::wrong;
                (wrong ? broken : odd).push_back(finding.plugin + ": " + finding.found);
            }
        }
    }
    if (broken.empty() && odd.empty()) {
        return {
            "plugins",
            Severity::ok,
            "every plugin loads: " + std::to_string(platform.manifests().size()),
            {}};
    }
    const auto severity = broken.empty() ? Severity::warning : Severity::wrong;
    broken.insert(broken.end(), odd.begin(), odd.end());
    return {"plugins", severity, join(broken, "; "), "praxis plugin doctor"};
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
