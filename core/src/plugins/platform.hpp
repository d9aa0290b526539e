// SPDX-License-Identifier: MIT
/// The installed and the loaded plugins. Finding plugins reads manifests only. praxis runs code of
/// the plugin that owns the command, of the plugins it needs, and of plugins that a command
/// requests.
#pragma once
#include "plugins/discovery.hpp"
#include "plugins/loader.hpp"
#include "plugins/manifest.hpp"
#include "plugins/plugin_state.hpp"

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace praxis::plugins {

/// Where to search for plugins, and the files with their index and the user's decisions.
struct Places {
    std::vector<SearchFolder> folders;
    std::string state_file; // may be empty
};

class Platform {
  public:
    /// errors  as PluginState
    explicit Platform(Places places);

    /// The core, which registers like a plugin and is always loaded.
    Loaded& core() { return loaded_.front(); }

    [[nodiscard]] const Places& places() const { return places_; }

    [[nodiscard]] const std::vector<Manifest>& manifests() const { return found_.manifests; }

    [[nodiscard]] const std::vector<Manifest>& hidden() const { return found_.hidden; }

    /// Folders with an unusable manifest, and why.
    [[nodiscard]] const std::vector<Unavailable>& unreadable() const { return found_.unreadable; }

    [[nodiscard]] PluginState& state() { return state_; }

    [[nodiscard]] const PluginState& state() const { return state_; }

    /// The plugin that claims the noun; nullptr if there is none. `settled` is the configured
    /// plugin if several claim it, or empty.
    /// errors  PluginError with their names if none is configured
    [[nodiscard]] const Manifest*
    owner_of(const std::string& noun, const std::string& settled = {}) const;

    [[nodiscard]] const Manifest* find(const std::string& name) const;

    /// Loads a plugin and the plugins it needs, each once.
    /// errors  PluginError with the reason and what fixes it
    Loaded& load(const std::string& name);

    /// The loaded plugins in the order of loading: needed plugins come first.
    [[nodiscard]] std::deque<Loaded>& loaded() { return loaded_; }

  private:
    Loaded* find_loaded(const std::string& name);
    void load_needs(const Manifest& manifest);
    void refuse_claims_on_core();

    Places places_;
    PluginState state_;
    Discovered found_;
    std::deque<Loaded> loaded_;        // a deque: references stay valid while it grows
    std::vector<std::string> loading_; // the chain of needs being loaded, to report a cycle
};

} // namespace praxis::plugins
