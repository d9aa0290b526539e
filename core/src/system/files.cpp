// SPDX-License-Identifier: MIT
#include "system/files.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace praxis {
namespace fs = boost::filesystem;

namespace {

std::string folder_of(const std::string& path) {
    const auto parent = fs::path{path}.parent_path().string();
    return parent.empty() ? "." : parent;
}

[[noreturn]] void cannot(const std::string& what, const std::string& path, int error) {
    throw Error(
        Exit::failed, "file_error", path + " cannot be " + what + ": " + std::strerror(error)
    );
}

void write_all(int file, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            cannot("written", path, errno);
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

[[noreturn]] void already_there(const std::string& path) {
    throw Refused(path + " already exists", "give another name, or replace it with --force");
}

} // namespace

PendingFile::PendingFile(std::string target, std::string_view bytes, bool overwrite)
    : target_(std::move(target))
    , pending_(folder_of(target_) + "/." + fs::path{target_}.filename().string() + ".XXXXXX")
    , overwrite_(overwrite) {
    const auto status = fs::symlink_status(target_);
    if (fs::exists(status) && !overwrite_) {
        already_there(target_);
    }
    if (fs::is_directory(status)) {
        throw Refused(target_ + " is a folder", "add the name of a file");
    }
    if (fs::exists(status) && status.type() != fs::regular_file) {
        throw Refused(target_ + " is not a regular file", "give another name");
    }
    const Descriptor file{::mkostemp(pending_.data(), O_CLOEXEC)}; // O_EXCL, 0600
    if (file.number() < 0) {
        const int error = errno;
        pending_.clear();
        cannot("written", target_, error);
    }
    try {
        write_all(file.number(), bytes, target_);
        if (::fsync(file.number()) != 0) {
            cannot("written", target_, errno);
        }
    } catch (...) {
        ::unlink(pending_.c_str());
        throw;
    }
}

PendingFile::~PendingFile() {
    if (!pending_.empty()) {
        ::unlink(pending_.c_str());
    }
}

void PendingFile::commit() {
    const int error = overwrite_ ? (::rename(pending_.c_str(), target_.c_str()) == 0 ? 0 : errno)
                                 : rename_to_free_name(pending_, target_);
    if (error == EEXIST) {
        already_there(target_);
    }
    if (error != 0) {
        cannot("written", target_, error);
    }
    pending_.clear();
    sync_folder(folder_of(target_));
}

int rename_to_free_name(const std::string& from, const std::string& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return 0;
    }
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) {
        return errno;
    }
    if (::link(from.c_str(), to.c_str()) == 0) {
        return ::unlink(from.c_str()) == 0 ? 0 : errno;
    }
    if (errno == EEXIST) {
        return EEXIST;
    }
    struct stat status {};

    if (::lstat(to.c_str(), &status) == 0) {
        return EEXIST;
    }
    return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno; // a folder has no second name
}

Descriptor::~Descriptor() {
    if (number_ >= 0) {
        ::close(number_);
    }
}

void sync_folder(const std::string& given) {
    const std::string folder = given.empty() ? "." : given;
    const Descriptor directory{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (directory.number() < 0 || ::fsync(directory.number()) != 0) {
        cannot("synced", folder, errno);
    }
}

std::string read_whole_file(const std::string& path, std::size_t most_bytes) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};

    struct stat status {};

    if (file.number() < 0 || ::fstat(file.number(), &status) != 0) {
        throw Refused(path + " cannot be read: " + std::strerror(errno));
    }
    if (S_ISDIR(status.st_mode)) {
        throw Refused(path + " is a folder, not a file");
    }
    std::string bytes;
    std::array<char, 8192> piece{}; // most files that praxis reads are small
    for (;;) {
        const auto count = ::read(file.number(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            throw Refused(path + " cannot be read: " + std::strerror(errno));
        }
        if (count == 0) {
            return bytes;
        }
        bytes.append(piece.data(), static_cast<std::size_t>(count));
        if (bytes.size() > most_bytes) {
            throw Refused(path + " is larger than " + std::to_string(most_bytes) + " bytes");
        }
    }
}

void refuse_other_than_utf8(std::string_view text, const std::string& source) {
    if (const auto offset = find_invalid_utf8(text)) {
        throw Refused(
            source + " is not UTF-8 text: byte " + std::to_string(*offset),
            "convert it: iconv -f latin1 -t utf-8 FILE"
        );
    }
}

} // namespace praxis
