// SPDX-License-Identifier: MIT
/// Finds the command that the command line names, and the plugin that provides it.
#pragma once
#include "plugins/platform.hpp"
#include "system/config.hpp"

#include <praxis/command.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace praxis {

/// A command, found by its noun and verb.
struct Found {
    std::string noun;
    std::string verb;
    CommandSpec spec;

    [[nodiscard]] std::string name() const { return verb.empty() ? noun : noun + " " + verb; }
};

/// "soap:note" also names the plugin.
struct Noun {
    std::string plugin; // or empty
    std::string name;
};

Noun noun_of(const std::string& argument);

/// Positions of the noun and the verb: the first two arguments that are not options or values of
/// global options.
std::vector<std::size_t> places_of_command(const std::vector<std::string>& arguments);

/// The nouns of the core and of every plugin; loads no plugin.
std::vector<std::string> all_nouns(plugins::Platform& platform);

/// Loads and returns the plugin that provides the noun.
/// errors  UsageError: no plugin provides it; PluginError: the plugin cannot be loaded, or several
///         provide it
plugins::Loaded& offering(plugins::Platform& platform, const Config& config, const Noun& named);

/// Whether the noun has verbs; `praxis doctor` has none.
bool takes_verb(const plugins::Loaded& plugin, const std::string& noun);

/// The command, with the options that other plugins contribute to it.
/// errors  UsageError: there is no such verb
Found find_verb(
    plugins::Platform& platform,
    const plugins::Loaded& plugin,
    const std::string& noun,
    const std::string& verb
);

} // namespace praxis
