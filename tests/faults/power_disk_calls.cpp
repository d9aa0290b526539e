// SPDX-License-Identifier: MIT
/// Intercepts the calls of the C library that change files. The program's symbols come before those
/// of libraries, so the calls of SQLite and praxis arrive here. A call outside the watched folder
/// goes to the kernel unchanged.
#include "power_disk.hpp"

#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <map>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

using praxis::testing::PowerDisk;

/// What a descriptor refers to: a watched file, or null for the folder itself.
std::map<int, PowerDisk::FilePointer>& descriptors() {
    static std::map<int, PowerDisk::FilePointer> all;
    return all;
}

/// The watched file behind a descriptor.
PowerDisk::File* file_behind(int descriptor) {
    if (PowerDisk::watching() == nullptr) {
        return nullptr;
    }
    const auto found = descriptors().find(descriptor);
    return found == descriptors().end() ? nullptr : found->second.get();
}

int power_is_off() {
    errno = EIO;
    return -1;
}

int kernel_open(int folder, const char* path, int flags, mode_t mode) {
    return static_cast<int>(::syscall(SYS_openat, folder, path, flags, mode));
}

/// The third argument of open(), which is given only when a file may be created.
mode_t mode_behind(int flags, std::va_list rest) {
    const bool makes = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    return makes ? va_arg(rest, mode_t) : 0;
}

/// Creates or empties the file as the flags request; false when the power is off.
bool prepare(PowerDisk& disk, const std::string& name, int flags) {
    const auto file = disk.find(name);
    if (file == nullptr) {
        return (flags & O_CREAT) == 0 || disk.create(name);
    }
    return (flags & O_TRUNC) == 0 || (flags & O_EXCL) != 0 || disk.truncate(*file, 0);
}

int open_file(int folder, const char* path, int flags, mode_t mode) {
    auto* disk = PowerDisk::watching();
    if (disk == nullptr) {
        return kernel_open(folder, path, flags, mode);
    }
    const auto name = disk->watched_name(path);
    if ((name || disk->is_folder(path)) && (flags & O_TMPFILE) == O_TMPFILE) {
        errno = EOPNOTSUPP; // as on a file system that has no files without a name
        return -1;
    }
    if (name && !prepare(*disk, *name, flags)) {
        return power_is_off();
    }
    const int descriptor = kernel_open(folder, path, flags, mode);
    if (descriptor >= 0) {
        descriptors().erase(descriptor);
        if (name || disk->is_folder(path)) {
            descriptors()[descriptor] = name ? disk->find(*name) : nullptr;
        }
    }
    return descriptor;
}

ssize_t write_at(int descriptor, const void* bytes, std::size_t size, off_t offset) {
    if (auto* file = file_behind(descriptor)) {
        const std::string_view piece{static_cast<const char*>(bytes), size};
        if (!PowerDisk::watching()->write(*file, static_cast<std::size_t>(offset), piece)) {
            return power_is_off();
        }
    }
    return ::syscall(SYS_pwrite64, descriptor, bytes, size, offset);
}

int set_length(int descriptor, off_t size) {
    if (auto* file = file_behind(descriptor)) {
        if (!PowerDisk::watching()->truncate(*file, static_cast<std::size_t>(size))) {
            return power_is_off();
        }
    }
    return static_cast<int>(::syscall(SYS_ftruncate, descriptor, size));
}

/// Only the simulated disk needs the sync: the real one can do without.
int sync_file(int descriptor) {
    auto* disk = PowerDisk::watching();
    if (disk == nullptr || !descriptors().contains(descriptor)) {
        return static_cast<int>(::syscall(SYS_fsync, descriptor));
    }
    auto* file = file_behind(descriptor);
    return (file == nullptr ? disk->sync_folder() : disk->sync(*file)) ? 0 : power_is_off();
}

int remove_file(const char* path) {
    auto* disk = PowerDisk::watching();
    const auto name = disk == nullptr ? std::nullopt : disk->watched_name(path);
    if (name && disk->find(*name) != nullptr && !disk->remove(*name)) {
        return power_is_off();
    }
    return static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0));
}

int rename_file(const char* from, const char* to, unsigned flags) {
    auto* disk = PowerDisk::watching();
    const auto name = disk == nullptr ? std::nullopt : disk->watched_name(from);
    const auto goal = disk == nullptr ? std::nullopt : disk->watched_name(to);
    const bool refused = goal && flags != 0 && disk->find(*goal) != nullptr;
    if (name && goal && !refused && disk->find(*name) != nullptr && !disk->rename(*name, *goal)) {
        return power_is_off();
    }
    return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags));
}

} // namespace

extern "C" {

int open(const char* path, int flags, ...) {
    std::va_list rest;
    va_start(rest, flags);
    const auto mode = mode_behind(flags, rest);
    va_end(rest);
    return open_file(AT_FDCWD, path, flags, mode);
}

int open64(const char* path, int flags, ...) {
    std::va_list rest;
    va_start(rest, flags);
    const auto mode = mode_behind(flags, rest);
    va_end(rest);
    return open_file(AT_FDCWD, path, flags, mode);
}

int openat(int folder, const char* path, int flags, ...) {
    std::va_list rest;
    va_start(rest, flags);
    const auto mode = mode_behind(flags, rest);
    va_end(rest);
    return open_file(folder, path, flags, mode);
}

int mkostemp(char* pattern, int flags) {
    static std::uint64_t number = 0;
    std::string path{pattern};
    auto digits = std::to_string(1000000 + ++number % 1000000).substr(1);
    path.replace(path.size() - digits.size(), digits.size(), digits).copy(pattern, path.size());
    return open_file(AT_FDCWD, pattern, flags | O_RDWR | O_CREAT | O_EXCL, 0600);
}

ssize_t pwrite(int descriptor, const void* bytes, std::size_t size, off_t offset) {
    return write_at(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void* bytes, std::size_t size, off64_t offset) {
    return write_at(descriptor, bytes, size, offset);
}

ssize_t write(int descriptor, const void* bytes, std::size_t size) {
    auto* file = file_behind(descriptor);
    if (file == nullptr) {
        return ::syscall(SYS_write, descriptor, bytes, size);
    }
    const bool appends = (::fcntl(descriptor, F_GETFL) & O_APPEND) != 0;
    const auto offset = ::lseek(descriptor, 0, appends ? SEEK_END : SEEK_CUR);
    const auto written = write_at(descriptor, bytes, size, offset);
    if (written > 0) {
        ::lseek(descriptor, offset + written, SEEK_SET);
    }
    return written;
}

int ftruncate(int descriptor, off_t size) noexcept {
    return set_length(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) noexcept {
    return set_length(descriptor, size);
}

int fsync(int descriptor) {
    return sync_file(descriptor);
}

int fdatasync(int descriptor) {
    return sync_file(descriptor);
}

int unlink(const char* path) noexcept {
    return remove_file(path);
}

int rename(const char* from, const char* to) noexcept {
    return rename_file(from, to, 0);
}

int renameat2(int, const char* from, int, const char* to, unsigned flags) noexcept {
    return rename_file(from, to, flags);
}

int close(int descriptor) {
    if (PowerDisk::watching() != nullptr) {
        descriptors().erase(descriptor);
    }
    return static_cast<int>(::syscall(SYS_close, descriptor));
}

/// A lock is held by this thread itself: waiting would change nothing.
int nanosleep(const timespec*, timespec*) {
    return 0;
}

int usleep(useconds_t) {
    return 0;
}

} // extern "C"
