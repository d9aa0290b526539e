// SPDX-License-Identifier: MIT
#include "system/io.hpp"

#include "base/hex.hpp"
#include "system/files.hpp"

#include <praxis/error.hpp>

#include <boost/filesystem.hpp>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace praxis::backup {
namespace fs = boost::filesystem;

void file_error(const std::string& path, const std::string& what, int error) {
    throw Error(
        Exit::failed, "file_error", path + " cannot be " + what + ": " + std::strerror(error)
    );
}

Descriptor open_for_reading(const std::string& path) {
    // Non-blocking, so that a pipe is refused and praxis does not wait for it.
    Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};

    struct stat status {};

    if (file.number() < 0 || ::fstat(file.number(), &status) != 0) {
        throw Refused(path + " cannot be read: " + std::strerror(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        throw Refused(path + " is not a regular file");
    }
    return file;
}

Descriptor make_file(const std::string& path) {
    Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    if (file.number() < 0) {
        file_error(path, "written", errno);
    }
    return file;
}

void write_all(int file, std::span<const unsigned char> bytes, const std::string& path) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            file_error(path, "written", errno);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void sync_file(int file, const std::string& path) {
    if (::fsync(file) != 0) {
        file_error(path, "synced", errno);
    }
}

std::size_t read_up_to(int file, std::span<unsigned char> buffer, const std::string& path) {
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const auto count = ::read(file, buffer.data() + filled, buffer.size() - filled);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            file_error(path, "read", errno);
        }
        if (count == 0) {
            break;
        }
        filled += static_cast<std::size_t>(count);
    }
    return filled;
}

void rename_to_free(const std::string& from, const std::string& to) {
    if (const int error = rename_to_free_name(from, to); error != 0) {
        file_error(to, "created", error);
    }
}

std::uint64_t size_of(int file, const std::string& path) {
    struct stat status {};

    if (::fstat(file, &status) != 0) {
        file_error(path, "read", errno);
    }
    return static_cast<std::uint64_t>(status.st_size);
}

void make_folder(const std::string& path) {
    boost::system::error_code error;
    const bool made = fs::create_directories(path, error);
    if (!error && made) {
        fs::permissions(path, fs::owner_all, error);
    }
    if (error) {
        file_error(path, "created", error.value());
    }
}

std::string folder_of(const std::string& path) {
    const auto parent = fs::path{path}.parent_path().string();
    return parent.empty() ? "." : parent;
}

std::string Digest::hex() {
    std::array<unsigned char, crypto_generichash_BYTES> bytes{};
    crypto_generichash_final(&state_, bytes.data(), bytes.size());
    return to_hex(bytes);
}

} // namespace praxis::backup
