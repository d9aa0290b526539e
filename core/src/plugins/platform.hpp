// SPDX-License-Identifier: MIT
/// The plugins there are, and those that are loaded. Finding them reads manifests only; code runs
/// for the plugin that owns the command, for what it needs, and for what a command asks for.
#pragma once
#include "plugins/manifest.hpp"
#include "practice/migrate.hpp"

#include <praxis/plugin.hpp>

#include <boost/dll/shared_library.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace praxis::plugins {

/// What a plugin registered. The library is declared first, so that it is the last to go.
struct Loaded {
    boost::dll::shared_library library; // empty for the core
    Manifest manifest;
    practice::Schema schema;

    struct Verb {
        std::string noun;
        std::string verb; // empty for a command of one word
        Card (*make_card)() = nullptr;
    };

    std::vector<Verb> verbs;
    std::vector<std::pair<std::string, std::shared_ptr<void>>> services;
    std::vector<std::pair<std::string, std::shared_ptr<const void>>> contributions;

    struct Listener {
        std::string event;
        When when = When::before;
        std::function<void(Session&, const void*)> listen;
    };

    std::vector<Listener> listeners;
};

class Platform {
  public:
    /// Looks into the folders for */plugin.toml; the first plugin of a name is the one.
    explicit Platform(const std::vector<std::string>& folders);

    /// The core registers like a plugin, and is always loaded.
    Loaded& core() { return loaded_.front(); }

    [[nodiscard]] const std::vector<Manifest>& manifests() const { return manifests_; }

    /// Folders whose manifest cannot be read, and why.
    [[nodiscard]] const std::vector<Unavailable>& unreadable() const { return unreadable_; }

    /// The plugin that claims the noun; nullptr when none does.
    /// errors  PluginError naming both when two do
    [[nodiscard]] const Manifest* owner_of(const std::string& noun) const;

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

    std::vector<Manifest> manifests_;
    std::vector<Unavailable> unreadable_;
    std::deque<Loaded> loaded_;        // a deque: references stay valid while it grows
    std::vector<std::string> loading_; // the chain of needs being loaded, to name a ring
};

} // namespace praxis::plugins
