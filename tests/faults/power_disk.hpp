// SPDX-License-Identifier: MIT
/// A disk whose power can be cut. It watches one folder and sees in order what SQLite and praxis do
/// there, because power_disk_calls.cpp intercepts the calls of the C library.
///
/// When the power comes back, the disk contains
///   - everything that was written before the last sync of its file;
///   - of each later write, random sectors of 512 bytes: each sector is as it was, or as any later
///     write left it, independently of the others. So pages are torn and arrive in any order. The
///     same applies to the file's length;
///   - creations, removals and renames in order, up to a random one. A sync of any file or folder
///     makes those before it durable, as the journals of ext4 and xfs do.
/// It does not watch locks and shared memory (`.lock`, `-shm`), which need not survive.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::testing {

/// The files of a folder: name and bytes.
using Files = std::map<std::string, std::string>;

enum class Syncs {
    kept,
    as_normal, // without the syncs that SQLite omits under PRAGMA synchronous = NORMAL
};

class PowerDisk {
  public:
    struct File;
    using FilePointer = std::shared_ptr<File>;

    /// Fills the folder with the files, all of them durable, and watches it until it is destroyed.
    /// There can be one disk at a time. The power is cut at call number `cut_at` among those that
    /// change or sync something.
    /// cut_at  0: not before cut() is called
    PowerDisk(
        std::string folder,
        const Files& files,
        std::uint64_t seed,
        Syncs syncs,
        std::uint64_t cut_at
    );
    PowerDisk(const PowerDisk&) = delete;
    PowerDisk& operator=(const PowerDisk&) = delete;
    ~PowerDisk();

    /// The disk that watches now, or null.
    static PowerDisk* watching();

    /// Cuts the power: from now on every change fails.
    void cut();

    [[nodiscard]] bool is_cut() const { return cut_; }

    /// The calls that changed or synced something: "write practice.db-wal" and the like.
    [[nodiscard]] const std::vector<std::string>& calls() const { return calls_; }

    /// The call during which the power was cut; empty when cut() was called instead.
    [[nodiscard]] const std::optional<std::string>& cut_during() const { return cut_during_; }

    /// The files as programs see them.
    [[nodiscard]] Files visible() const;

    /// The files when the power comes back. `torn` counts those that are neither as they were
    /// synced nor as programs saw them last.
    Files survivors(std::uint64_t& torn);

    // For the calls of the C library. Each returns false when the power is off: the call fails.

    /// The name within the folder when the path leads to a file that is watched.
    [[nodiscard]] std::optional<std::string> watched_name(std::string_view path) const;

    [[nodiscard]] bool is_folder(std::string_view path) const { return path == folder_; }

    [[nodiscard]] FilePointer find(const std::string& name) const;
    bool create(const std::string& name);
    bool write(File& file, std::size_t offset, std::string_view bytes);
    bool truncate(File& file, std::size_t size);
    bool sync(File& file);
    bool sync_folder();
    bool remove(const std::string& name);
    bool rename(const std::string& from, const std::string& to);

  private:
    using Names = std::map<std::string, FilePointer>;

    bool stays_on(const std::string& call);
    bool omits_sync(File& file);
    void sync_omitted(const File& written);
    void make_durable(File& file);
    std::size_t below(std::size_t end);
    std::string survivor(const File& file);

    std::string folder_;
    std::mt19937_64 random_;
    Syncs syncs_;
    std::uint64_t cut_at_;
    bool cut_ = false;
    std::vector<std::string> calls_;
    std::optional<std::string> cut_during_;
    std::vector<Names> names_; // front: durable; back: as programs see them
    std::vector<FilePointer> omitted_;
};

/// A file's contents, apart from its names.
struct PowerDisk::File {
    /// A write, or a new length at `offset`.
    struct Change {
        std::size_t offset = 0;
        std::string bytes;
        bool sets_length = false;
    };

    std::string name; // at its creation
    std::string durable;
    std::string visible;
    std::vector<Change> pending;
};

} // namespace praxis::testing
