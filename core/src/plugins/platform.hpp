// SPDX-License-Identifier: MIT
/// The plugins there are, and those that are loaded. Finding them reads manifests only; code runs
/// for the plugin that owns the command, for what it needs, and for what a command asks for.
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

/// Where plugins are looked for, and where it is kept what is known and decided about them.
struct Places {
    std::vector<SearchFolder> folders;
    std::string state_file; // may be empty
};

class Platform {
  public:
    /// errors  as PluginState
    explicit Platform(Places places);

    /// The core registers like a plugin, and is always loaded.
    Loaded& core() { return loaded_.front(); }

    [[nodiscard]] const Places& places() const { return places_; }

    [[nodiscard]] const std::vector<Manifest>& manifests() const { return found_.manifests; }

    [[nodiscard]] const std::vector<Manifest>& hidden() const { return found_.hidden; }

    /// Folders whose manifest cannot be used, and why.
    [[nodiscard]] const std::vector<Unavailable>& unreadable() const { return found_.unreadable; }

    [[nodiscard]] PluginState& state() { return state_; }

    [[nodiscard]] const PluginState& state() const { return state_; }

    /// The plugin that claims the noun; nullptr when none does. `settled` is the name of the plugin
    /// that the configuration wants when several do, or empty.
    /// errors  PluginError naming them when it is not settled
    [[nodiscard]] const Manifest*
    owner_of(const std::string& noun, const std::string& settled = {}) const;

    [[nodiscard]] const Manifest* find(const std::string& name) const;

    /// Loads a plugin and what it needs; again is nothing.
    /// errors  PluginError with the reason and what mends it
    Loaded& load(const std::string& name);

    /// In the order in which they were loaded: needs come first.
    [[nodiscard]] std::deque<Loaded>& loaded() { return loaded_; }

    /// Told of every plugin right after it was loaded.
    std::function<void(Loaded&)> on_load;

  private:
    Loaded* find_loaded(const std::string& name);
    void load_needs(const Manifest& manifest);
    void refuse_claims_on_core();

    Places places_;
    PluginState state_;
    Discovered found_;
    std::deque<Loaded> loaded_;        // a deque: references stay valid while it grows
    std::vector<std::string> loading_; // the chain of needs being loaded, to name a ring
};

} // namespace praxis::plugins
