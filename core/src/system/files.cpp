// SPDX-License-Identifier: MIT
#include "system/files.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace praxis {
namespace {

[[noreturn]] void cannot(const std::string& what, const std::string& path, int error) {
    throw Error(
        Exit::failed, "file_error", path + " cannot be " + what + ": " + std::strerror(error)
    );
}

} // namespace

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
    return read_open_file(file, path, most_bytes);
}

std::string
read_open_file(const Descriptor& file, const std::string& path, std::size_t most_bytes) {
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
