// SPDX-License-Identifier: MIT
/// From a manifest to running code, one check after the other: who can change the files, whether
/// the person trusts them, what the library says of itself; only then is it loaded.
#pragma once
#include "plugins/manifest.hpp"
#include "plugins/plugin_state.hpp"
#include "practice/migrate.hpp"

#include <praxis/plugin.hpp>

#include <boost/dll/shared_library.hpp>

#include <functional>
#include <memory>
#include <optional>
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
        CommandSpec (*make_spec)() = nullptr;
        std::string_view help; // Markdown; empty when the summary says enough
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

/// Where a plugin stands before any of its code has run.
struct Standing {
    enum class State { usable, disabled, untrusted, changed, refused };

    State state = State::usable;
    std::string reason; // a clause: "it is not trusted yet"
    std::string fix;    // the command or the deed that mends it
};

/// Looks at files and at what the person decided; runs nothing of the plugin.
Standing standing_of(const Manifest& manifest, const PluginState& state);

/// "ok", "data", "disabled", "untrusted", "changed", "refused"
std::string name_of(const Standing& standing, const Manifest& manifest);

/// A registry that fills the plugin.
std::unique_ptr<Registry> collector_of(Loaded& plugin);

/// errors  PluginError with the reason and what mends it
void refuse_unless_usable(const Manifest& manifest, const PluginState& state);

/// Loads the library of a native plugin and lets it register; a data plugin has nothing to load.
/// errors  PluginError with the reason and what mends it
void load_code(Loaded& plugin);

practice::Schema schema_of(const Manifest& manifest);

} // namespace praxis::plugins
