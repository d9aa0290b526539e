// SPDX-License-Identifier: MIT
#include "plugins/index.hpp"

#include "system/files.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <sys/stat.h>
#include <unistd.h>

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_index_bytes = std::size_t{16} * 1024 * 1024;
constexpr std::int64_t ns_of_second = 1000000000;
// Two changes within one tick of the kernel's clock leave the same times.
constexpr std::int64_t ns_of_tick = 20000000;
// Another program, another file: what a manifest means can differ between versions.
constexpr const char* first_line = "praxis plugins 1\t" PRAXIS_VERSION;

template <class Number> Number number(const std::string& text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw std::invalid_argument{"no number"};
    }
    return value;
}

/// One fact in a line: its letter, then its words. No text of a manifest has a tab or a line feed.
class Writer {
  public:
    void line(const char* letter, const std::vector<std::string>& words) {
        text_ += letter;
        for (const auto& word : words) {
            text_ += '\t';
            text_ += word;
        }
        text_ += '\n';
    }

    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string text_;
};

void write_entry(Writer& writer, const FileStamp& stamp, const Manifest& manifest) {
    writer.line(
        "M",
        {manifest.folder,
         std::to_string(stamp.device),
         std::to_string(stamp.inode),
         std::to_string(stamp.size),
         std::to_string(stamp.changed_ns),
         std::to_string(stamp.touched_ns),
         manifest.name,
         manifest.version,
         manifest.api,
         manifest.kind,
         manifest.library,
         manifest.summary,
         manifest.table_prefix,
         std::to_string(manifest.schema)}
    );
    writer.line("d", manifest.derived_tables);
    writer.line("s", manifest.services);
    writer.line("b", manifest.before);
    writer.line("a", manifest.after);
    writer.line("u", manifest.unknown_keys);
    for (const auto& need : manifest.needs) {
        writer.line("n", {need.name, need.range});
    }
    for (const auto& noun : manifest.nouns) {
        writer.line("c", {noun.name, noun.summary});
    }
    for (const auto& [point, names] : manifest.contributes) {
        auto words = names;
        words.insert(words.begin(), point);
        writer.line("p", words);
    }
    for (const auto& [point, folder] : manifest.files) {
        writer.line("f", {point, folder});
    }
}

/// errors  std::exception: not as write_entry wrote it
void read_fact(Manifest& manifest, const std::vector<std::string>& words) {
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    switch (words.front().at(0)) {
    case 'd':
        manifest.derived_tables = rest;
        break;
    case 's':
        manifest.services = rest;
        break;
    case 'b':
        manifest.before = rest;
        break;
    case 'a':
        manifest.after = rest;
        break;
    case 'u':
        manifest.unknown_keys = rest;
        break;
    case 'n':
        manifest.needs.push_back({rest.at(0), rest.at(1)});
        break;
    case 'c':
        manifest.nouns.push_back({rest.at(0), rest.at(1)});
        break;
    case 'p':
        manifest.contributes.emplace_back(
            rest.at(0), std::vector<std::string>(rest.begin() + 1, rest.end())
        );
        break;
    case 'f':
        manifest.files.emplace_back(rest.at(0), rest.at(1));
        break;
    default:
        throw std::invalid_argument{"no fact"};
    }
}

std::pair<FileStamp, Manifest> read_head(const std::vector<std::string>& words) {
    FileStamp stamp;
    Manifest manifest;
    manifest.folder = words.at(1);
    stamp.device = number<std::uint64_t>(words.at(2));
    stamp.inode = number<std::uint64_t>(words.at(3));
    stamp.size = number<std::int64_t>(words.at(4));
    stamp.changed_ns = number<std::int64_t>(words.at(5));
    stamp.touched_ns = number<std::int64_t>(words.at(6));
    manifest.name = words.at(7);
    manifest.version = words.at(8);
    manifest.api = words.at(9);
    manifest.kind = words.at(10);
    manifest.library = words.at(11);
    manifest.summary = words.at(12);
    manifest.table_prefix = words.at(13);
    manifest.schema = number<int>(words.at(14));
    return {stamp, std::move(manifest)};
}

/// Only what this person's praxis wrote: a cache that others can change could send a command to
/// another plugin.
bool is_ours(const std::string& path) {
    struct stat status {};

    return ::lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
           status.st_uid == ::geteuid() && (status.st_mode & 077U) == 0;
}

} // namespace

std::optional<FileStamp> stamp_of(const std::string& path) {
    struct stat status {};

    if (::stat(path.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return FileStamp{
        status.st_dev,
        status.st_ino,
        status.st_size,
        status.st_mtim.tv_sec * ns_of_second + status.st_mtim.tv_nsec,
        status.st_ctim.tv_sec * ns_of_second + status.st_ctim.tv_nsec};
}

Index::Index(std::string path) : path_(std::move(path)) {
    if (path_.empty() || !is_ours(path_)) {
        changed_ = !path_.empty();
        return;
    }
    try {
        const auto lines = split(read_whole_file(path_, most_index_bytes), '\n');
        // Its last line is empty: a file without that was cut off.
        if (lines.size() < 2 || lines.front() != first_line || !lines.back().empty()) {
            throw std::invalid_argument{"no index"};
        }
        const auto written = stamp_of(path_).value_or(FileStamp{}).touched_ns;
        for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
            const auto words = split(lines[i], '\t');
            if (words.front() == "M") {
                auto [stamp, manifest] = read_head(words);
                entries_.push_back({stamp, std::move(manifest)});
            } else if (entries_.empty()) {
                throw std::invalid_argument{"a fact about nothing"};
            } else {
                read_fact(entries_.back().manifest, words);
            }
        }
        // What was changed right before it was read could have been changed right after, too.
        std::erase_if(entries_, [&](const auto& entry) {
            return entry.stamp.touched_ns + ns_of_tick >= written;
        });
    } catch (const std::exception&) {
        entries_.clear();
        changed_ = true;
    }
}

const Manifest* Index::find(const std::string& folder, const FileStamp& stamp) {
    for (auto& entry : entries_) {
        if (entry.manifest.folder == folder && entry.stamp == stamp) {
            entry.used = true;
            return &entry.manifest;
        }
    }
    return nullptr;
}

void Index::add(FileStamp stamp, Manifest manifest) {
    entries_.push_back({stamp, std::move(manifest), true});
    changed_ = true;
}

void Index::save() const {
    if (path_.empty() || !changed_) {
        return;
    }
    Writer writer;
    for (const auto& entry : entries_) {
        // Another command may look into other folders: what is still true of those is kept.
        if (entry.used || stamp_of(entry.manifest.folder + "/plugin.toml") == entry.stamp) {
            write_entry(writer, entry.stamp, entry.manifest);
        }
    }
    try {
        fs::create_directories(fs::path{path_}.parent_path());
        PendingFile{path_, std::string{first_line} + "\n" + writer.text(), true}.commit();
    } catch (const std::exception&) {
        // The next one reads the manifests, too.
    }
}

} // namespace praxis::plugins
