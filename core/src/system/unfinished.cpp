// SPDX-License-Identifier: MIT
#include "system/unfinished.hpp"

#include "system/files.hpp"

#include <praxis/error.hpp>

#include <boost/filesystem.hpp>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace praxis::backup {
namespace fs = boost::filesystem;

namespace {

std::string pattern(const std::string& folder) {
    return folder + "/" + unfinished_beginning + "XXXXXX";
}

bool lock(int file) {
    return ::flock(file, LOCK_EX | LOCK_NB) == 0;
}

/// Whether the name still leads to what is open: a sweep may have come in between.
bool is_still_there(int file, const std::string& path) {
    struct stat opened {};

    struct stat named {};

    return ::fstat(file, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

/// Removes what nobody works on any more.
void sweep(const std::string& folder) {
    boost::system::error_code error;
    std::vector<std::string> found;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().filename().string().starts_with(unfinished_beginning)) {
            found.push_back(entry->path().string());
        }
    }
    for (const auto& path : found) {
        const Descriptor file{::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)};
        if (file.number() >= 0 && lock(file.number())) {
            fs::remove_all(path, error); // what cannot be removed is no reason not to go on
        }
    }
}

void refuse_goal(const std::string& goal, bool overwrite) {
    const auto status = fs::symlink_status(goal);
    if (!fs::exists(status)) {
        return;
    }
    if (fs::is_directory(status)) {
        throw Refused(goal + " is a folder", "give the name of a file in it");
    }
    if (status.type() != fs::regular_file) {
        throw Refused(goal + " is no ordinary file", "give another name");
    }
    if (!overwrite) {
        throw Refused(goal + " is already there", "give another name, or --force to write over it");
    }
}

} // namespace

UnfinishedFolder::UnfinishedFolder(const std::string& in) : path_(pattern(in)) {
    sweep(in);
    if (::mkdtemp(path_.data()) == nullptr) { // 0700
        const int error = errno;
        path_.clear();
        file_error(in, "written to", error);
    }
    lock_ = Descriptor{::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (lock_.number() < 0 || !lock(lock_.number()) || !is_still_there(lock_.number(), path_)) {
        const auto path = std::exchange(path_, {});
        ::rmdir(path.c_str());
        file_error(path, "locked", EBUSY);
    }
}

UnfinishedFolder::~UnfinishedFolder() {
    if (!path_.empty()) {
        boost::system::error_code ignored; // the next one sweeps
        fs::remove_all(path_, ignored);
    }
}

void UnfinishedFolder::finish(const std::string& name) {
    rename_to_free(path_, name);
    path_.clear();
    sync_folder(folder_of(name));
}

UnfinishedFile::UnfinishedFile(std::string goal, bool overwrite)
    : goal_(std::move(goal)), path_(pattern(folder_of(goal_))), overwrite_(overwrite) {
    refuse_goal(goal_, overwrite_);
    sweep(folder_of(goal_));
    file_ = Descriptor{::mkostemp(path_.data(), O_CLOEXEC)}; // O_EXCL, 0600
    if (file_.number() < 0) {
        file_error(goal_, "written", errno);
    }
    if (!lock(file_.number()) || !is_still_there(file_.number(), path_)) {
        ::unlink(path_.c_str());
        file_error(goal_, "locked", EBUSY);
    }
}

UnfinishedFile::~UnfinishedFile() {
    if (!path_.empty()) {
        ::unlink(path_.c_str());
    }
}

void UnfinishedFile::finish() {
    sync_file(file_.number(), goal_);
    refuse_goal(goal_, overwrite_); // it may have appeared meanwhile
    if (!overwrite_) {
        rename_to_free(path_, goal_);
    } else if (::rename(path_.c_str(), goal_.c_str()) != 0) {
        file_error(goal_, "written", errno);
    }
    path_.clear();
    sync_folder(folder_of(goal_));
}

} // namespace praxis::backup
