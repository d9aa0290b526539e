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
    return folder + "/" + unfinished_prefix + "XXXXXX";
}

bool lock(int file) {
    return ::flock(file, LOCK_EX | LOCK_NB) == 0;
}

/// Whether the name still refers to the open file: another process may have swept it.
bool is_still_there(int file, const std::string& path) {
    struct stat opened {};

    struct stat named {};

    return ::fstat(file, &opened) == 0 && ::lstat(path.c_str(), &named) == 0 &&
           opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

/// Removes unfinished files and folders that no process has locked.
void sweep(const std::string& folder) {
    boost::system::error_code error;
    std::vector<std::string> found;
    for (fs::directory_iterator entry{folder, error}, end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().filename().string().starts_with(unfinished_prefix)) {
            found.push_back(entry->path().string());
        }
    }
    for (const auto& path : found) {
        const Descriptor file{::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)};
        if (file.number() >= 0 && lock(file.number())) {
            fs::remove_all(path, error); // ignore entries that cannot be removed
        }
    }
}

} // namespace

void refuse_target(const std::string& target, bool overwrite) {
    const auto status = fs::symlink_status(target);
    if (!fs::exists(status)) {
        return;
    }
    if (fs::is_directory(status)) {
        throw Refused(target + " is a folder", "add the name of a file");
    }
    if (status.type() != fs::regular_file) {
        throw Refused(target + " is not a regular file", "give another name");
    }
    if (!overwrite) {
        throw Refused(target + " already exists", "give another name, or replace it with --force");
    }
}

int link_nameless(int file, const std::string& name) {
    const auto itself = "/proc/self/fd/" + std::to_string(file);
    return ::linkat(AT_FDCWD, itself.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) == 0
               ? 0
               : errno;
}

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
        boost::system::error_code ignored; // the next command sweeps it
        fs::remove_all(path_, ignored);
    }
}

void UnfinishedFolder::finish(const std::string& name) {
    rename_to_free(path_, name);
    path_.clear();
    sync_folder(folder_of(name));
}

UnfinishedFile::UnfinishedFile(std::string target, bool overwrite)
    : target_(std::move(target)), path_(pattern(folder_of(target_))), overwrite_(overwrite) {
    refuse_target(target_, overwrite_);
    sweep(folder_of(target_));
    file_ = Descriptor{::mkostemp(path_.data(), O_CLOEXEC)}; // O_EXCL, 0600
    if (file_.number() < 0) {
        file_error(target_, "written", errno);
    }
    lock_it();
}

UnfinishedFile::UnfinishedFile(std::string target, bool overwrite, Descriptor nameless)
    : target_(std::move(target)), overwrite_(overwrite), file_(std::move(nameless)) {
    refuse_target(target_, overwrite_);
    sweep(folder_of(target_));
    int error = EEXIST;
    while (error == EEXIST) {
        path_ = folder_of(target_) + "/" + unfinished_prefix + std::to_string(randombytes_random());
        error = link_nameless(file_.number(), path_);
    }
    if (error != 0) {
        path_.clear();
        file_error(target_, "written", error);
    }
    lock_it();
}

void UnfinishedFile::lock_it() {
    if (!lock(file_.number()) || !is_still_there(file_.number(), path_)) {
        ::unlink(path_.c_str());
        file_error(target_, "locked", EBUSY);
    }
}

UnfinishedFile::~UnfinishedFile() {
    if (!path_.empty()) {
        ::unlink(path_.c_str());
    }
}

void UnfinishedFile::finish() {
    sync_file(file_.number(), target_);
    refuse_target(target_, overwrite_); // it may have been created meanwhile
    if (!overwrite_) {
        rename_to_free(path_, target_);
    } else if (::rename(path_.c_str(), target_.c_str()) != 0) {
        file_error(target_, "written", errno);
    }
    path_.clear();
    sync_folder(folder_of(target_));
}

} // namespace praxis::backup
