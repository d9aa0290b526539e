// SPDX-License-Identifier: MIT
#include "plugins/discovery.hpp"

#include "plugins/plugin_state.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <set>
#include <sys/stat.h>
#include <utility>

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

constexpr const char* manifest_name = "/plugin.toml";

/// The folders in `path` that may be plugins, by name.
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

/// Reads the manifests of search folders. A folder that several paths lead to counts once.
class Reader {
  public:
    explicit Reader(Discovered& into) : into_(into) {}

    void read_folder(const SearchFolder& search) {
        struct stat status {};

        if (::stat(search.path.c_str(), &status) != 0 ||
            !read_.emplace(status.st_dev, status.st_ino).second) {
            return;
        }
        for (const auto& place : folders_in(search.path)) {
            if (fs::exists(place + manifest_name)) {
                read_plugin(place, search.origin);
            }
        }
    }

    std::vector<Manifest>& found() { return found_; }

  private:
    void read_plugin(const std::string& folder, Origin origin) {
        try {
            found_.push_back(read_manifest(folder));
            found_.back().origin = origin;
        } catch (const Error& problem) {
            into_.unreadable.push_back({fs::path{folder}.filename().string(), problem.what()});
        }
    }

    Discovered& into_;
    std::vector<Manifest> found_;
    std::set<std::pair<::dev_t, ::ino_t>> read_;
};

bool may_replace_bundled(const Manifest& manifest, const PluginState& state) {
    const auto* trust = state.trust_of(manifest.name);
    return trust != nullptr && trust->replaces_bundled && trust->folder == manifest.folder;
}

} // namespace

Discovered discover(const std::vector<SearchFolder>& folders, const PluginState& state) {
    Discovered discovered;
    Reader reader{discovered};
    for (const auto& folder : folders) {
        reader.read_folder(folder);
    }
    std::set<std::string> bundled;
    for (const auto& manifest : reader.found()) {
        if (manifest.origin == Origin::bundled) {
            bundled.insert(manifest.name);
        }
    }
    std::set<std::string> used_names;
    for (auto& manifest : reader.found()) {
        const bool is_replacement =
            manifest.origin != Origin::bundled && bundled.contains(manifest.name);
        const bool may = !is_replacement || may_replace_bundled(manifest, state);
        auto& place = may && used_names.insert(manifest.name).second ? discovered.manifests
                                                                     : discovered.hidden;
        place.push_back(std::move(manifest));
    }
    return discovered;
}

} // namespace praxis::plugins
