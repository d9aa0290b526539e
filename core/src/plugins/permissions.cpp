// SPDX-License-Identifier: MIT
#include "plugins/permissions.hpp"

#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <sys/stat.h>
#include <unistd.h>

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

/// The path with links resolved, because the permissions of the real file matter.
fs::path real_path(const std::string& path) {
    boost::system::error_code error;
    const auto real = fs::canonical(path, error);
    return error ? fs::path{path} : real;
}

} // namespace

std::optional<std::string> problem_of(const std::string& path) {
    struct stat status {};

    const auto name = visible(path);
    if (::stat(path.c_str(), &status) != 0) {
        return name + " is missing";
    }
    // As root, praxis trusts only root's files: the owner of a file can change it.
    if (status.st_uid != 0 && status.st_uid != ::geteuid()) {
        return name + " belongs to another user (uid " + std::to_string(status.st_uid) + ")";
    }
    if ((status.st_mode & S_IWOTH) != 0 && (status.st_mode & S_ISVTX) != 0) {
        return name +
               " can be changed by everybody; move the plugin to a folder that only you can change";
    }
    if ((status.st_mode & S_IWOTH) != 0) {
        return name + " can be changed by every user: chmod o-w " + name;
    }
    if ((status.st_mode & S_IWGRP) != 0 && status.st_gid != 0 && status.st_gid != ::getegid()) {
        return name + " can be changed by another group: chmod g-w " + name;
    }
    return std::nullopt;
}

std::optional<std::string> problem_up_to_root(const std::string& path) {
    for (auto place = real_path(path); !place.empty(); place = place.parent_path()) {
        if (auto problem = problem_of(place.string())) {
            return problem;
        }
    }
    return std::nullopt;
}

std::optional<std::string> problem_above(const std::string& path) {
    for (auto place = real_path(path).parent_path(); !place.empty(); place = place.parent_path()) {
        struct stat status {};

        const bool shared = ::stat(place.c_str(), &status) == 0 && status.st_uid == 0 &&
                            (status.st_mode & S_ISVTX) != 0;
        if (shared) {
            continue;
        }
        if (auto problem = problem_of(place.string())) {
            return problem;
        }
    }
    return std::nullopt;
}

bool is_roots_alone(const std::string& path) {
    for (auto place = real_path(path); !place.empty(); place = place.parent_path()) {
        struct stat status {};

        if (::stat(place.c_str(), &status) != 0 || status.st_uid != 0 ||
            (status.st_mode & S_IWOTH) != 0 ||
            ((status.st_mode & S_IWGRP) != 0 && status.st_gid != 0)) {
            return false;
        }
    }
    return true;
}

} // namespace praxis::plugins
