// SPDX-License-Identifier: MIT
/// Loads a plugin after three checks: who can change its files, whether the user trusts them, and
/// whether the library's descriptor fits.
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

/// The registrations of a plugin. The library is declared first, so that it is destroyed last.
struct Loaded {
    boost::dll::shared_library library; // empty for the core
    Manifest manifest;
    practice::Schema schema;

    struct Verb {
        std::string noun;
        std::string verb; // empty for a command without a verb
        CommandSpec (*make_spec)() = nullptr;
        std::string_view help; // Markdown; may be empty
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

/// Whether a plugin may run, before any of its code has run.
struct Standing {
    enum class State { usable, disabled, untrusted, changed, refused };

    State state = State::usable;
    std::string reason; // a clause: "it is not trusted yet"
    std::string fix;    // the command or action that fixes it
};

/// Checks the files and the user's decisions; runs no code of the plugin.
Standing standing_of(const Manifest& manifest, const PluginState& state);

/// "ok", "data", "disabled", "untrusted", "changed", "refused"
std::string name_of(const Standing& standing, const Manifest& manifest);

/// A registry that fills the plugin.
std::unique_ptr<Registry> collector_of(Loaded& plugin);

/// errors  PluginError with the reason and the fix
void refuse_unless_usable(const Manifest& manifest, const PluginState& state);

/// Loads the library of a native plugin and lets it register; a data plugin has nothing to load.
/// errors  PluginError with the reason and the fix
void load_code(Loaded& plugin);

practice::Schema schema_of(const Manifest& manifest);

} // namespace praxis::plugins
