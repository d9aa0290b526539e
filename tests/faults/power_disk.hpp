// SPDX-License-Identifier: MIT
/// A disk whose power can be cut. It watches one folder and sees, in one order, what SQLite and
/// praxis themselves do there: power_disk_calls.cpp stands in front of the C library's calls.
///
/// What is on the disk when the power comes back:
///   - what was written before the last sync of its file, whole;
///   - of what was written since, each sector of 512 bytes as it was or as any of the later writes
///     left it, chosen at random and apart from its neighbours, so that pages are torn and arrive
///     in any order; the file's length likewise;
///   - creations, removals and renamings in their order up to a random one. A sync of any file or
///     folder makes those before it durable, as the journals of ext4 and xfs do.
/// Locks and shared memory (`.lock`, `-shm`) hold nothing that has to survive: not watched.
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
    as_normal, // without the syncs that SQLite leaves out under PRAGMA synchronous = NORMAL
};

class PowerDisk {
  public:
    struct File;
    using FilePointer = std::shared_ptr<File>;

    /// Fills the folder with the files, all of them durable, and watches it as long as it lives;
    /// one at a time. The power goes at the `cut_at`th call that changes or syncs something.
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

    /// The one that watches, or nothing.
    static PowerDisk* watching();

    /// From here on every change fails.
    void cut();

    [[nodiscard]] bool is_cut() const { return cut_; }

    /// The calls that changed or synced something: "write practice.db-wal" and the like.
    [[nodiscard]] const std::vector<std::string>& calls() const { return calls_; }

    /// The call in which the power went; nothing when cut() was called instead.
    [[nodiscard]] const std::optional<std::string>& cut_during() const { return cut_during_; }

    /// The files as programs see them.
    [[nodiscard]] Files visible() const;

    /// What is there when the power comes back. `torn` counts the files that are neither as they
    /// were synced nor as they were last seen.
    Files survivors(std::uint64_t& torn);

    // What the C library's calls tell. Each gives false when the power is off: the call fails.

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
    bool leaves_out(File& file);
    void sync_what_was_left_out(const File& written);
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
    std::vector<FilePointer> left_out_;
};

/// A file's contents, apart from its names.
struct PowerDisk::File {
    /// A write, or a new length at `offset`.
    struct Change {
        std::size_t offset = 0;
        std::string bytes;
        bool sets_length = false;
    };

    std::string name; // when it was made
    std::string durable;
    std::string visible;
    std::vector<Change> pending;
};

} // namespace praxis::testing
