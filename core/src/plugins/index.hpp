// SPDX-License-Identifier: MIT
/// What manifests say, kept in one file of the cache: facts only. Whether a plugin is sound or
/// trusted is judged on the plugin itself, each time. A manifest counts as the one that was read as
/// long as its inode, size and times are the same; anything odd about the file, and it is made
/// anew.
#pragma once
#include "plugins/manifest.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace praxis::plugins {

/// What tells one state of a file from another, without reading it.
struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t changed_ns = 0; // content
    std::int64_t touched_ns = 0; // inode: also when somebody set the other one back

    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// Nothing when there is no such file.
std::optional<FileStamp> stamp_of(const std::string& path);

class Index {
  public:
    /// Reads the file when it is ours and whole; else begins empty.
    explicit Index(std::string path);

    /// The manifest in that folder, as it was read when its plugin.toml had that stamp.
    [[nodiscard]] const Manifest* find(const std::string& folder, const FileStamp& stamp);

    void add(FileStamp stamp, Manifest manifest);

    /// Writes it when something was added or the file was no index. A cache that cannot be written
    /// is no reason to fail.
    void save() const;

  private:
    struct Entry {
        FileStamp stamp;
        Manifest manifest;
        bool used = false;
    };

    std::string path_;
    std::vector<Entry> entries_;
    bool changed_ = false;
};

} // namespace praxis::plugins
