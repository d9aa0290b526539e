// SPDX-License-Identifier: MIT
#include "plugins/discovery.hpp"

#include "plugins/index.hpp"
#include "plugins/plugin_state.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <set>

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

constexpr const char* manifest_name = "/plugin.toml";

/// The folders in it that could be plugins, by name.
std::vector<std::string> folders_in(const std::string& path) {
    std::vector<std::string> found;
    boost::system::error_code error;
    for (fs::directory_iterator entry{path, error}, end; !error && entry != end;
         entry.increment(error)) {
        found.push_back(entry->path().string());
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Reads through the index.
class Reader {
  public:
    Reader(const std::string& index_file, Discovered& into) : index_(index_file), into_(into) {}

    void look_into(const SearchFolder& search) {
        const auto folder = stamp_of(search.path);
        if (!folder || !looked_.emplace(folder->device, folder->inode).second) {
            return;
        }
        for (const auto& place : folders_in(search.path)) {
            if (const auto stamp = stamp_of(place + manifest_name)) {
                read(place, *stamp, search.origin);
            }
        }
    }

    std::vector<Manifest>& found() { return found_; }

    void save() const { index_.save(); }

  private:
    void read(const std::string& folder, const FileStamp& stamp, Origin origin) {
        if (const auto* known = index_.find(folder, stamp)) {
            found_.push_back(*known);
        } else {
            try {
                found_.push_back(read_manifest(folder));
                index_.add(stamp, found_.back());
            } catch (const Error& problem) {
                into_.unreadable.push_back({fs::path{folder}.filename().string(), problem.what()});
                return;
            }
        }
        found_.back().origin = origin;
    }

    Index index_;
    Discovered& into_;
    std::vector<Manifest> found_;
    std::set<std::pair<std::uint64_t, std::uint64_t>> looked_; // device and inode
};

bool may_replace_bundled(const Manifest& manifest, const PluginState& state) {
    const auto* trust = state.trust_of(manifest.name);
    return trust != nullptr && trust->replaces_bundled && trust->folder == manifest.folder;
}

} // namespace

Discovered discover(
    const std::vector<SearchFolder>& folders,
    const std::string& index_file,
    const PluginState& state
) {
    Discovered discovered;
    Reader reader{index_file, discovered};
    for (const auto& folder : folders) {
        reader.look_into(folder);
    }
    reader.save();
    std::set<std::string> bundled;
    for (const auto& manifest : reader.found()) {
        if (manifest.origin == Origin::bundled) {
            bundled.insert(manifest.name);
        }
    }
    std::set<std::string> taken;
    for (auto& manifest : reader.found()) {
        const bool stands_in =
            manifest.origin != Origin::bundled && bundled.contains(manifest.name);
        const bool may = !stands_in || may_replace_bundled(manifest, state);
        auto& place =
            may && taken.insert(manifest.name).second ? discovered.manifests : discovered.hidden;
        place.push_back(std::move(manifest));
    }
    return discovered;
}

} // namespace praxis::plugins
