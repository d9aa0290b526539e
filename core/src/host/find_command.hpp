// SPDX-License-Identifier: MIT
/// From the words of a command line to the command, and the plugin that offers it.
#pragma once
#include "plugins/platform.hpp"
#include "system/config.hpp"

#include <praxis/command.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace praxis {

/// A command, found by its first words.
struct Found {
    std::string noun;
    std::string verb;
    CommandSpec spec;

    [[nodiscard]] std::string words() const { return verb.empty() ? noun : noun + " " + verb; }
};

/// A noun as it was typed: "note", or "soap:note" with its plugin.
struct Noun {
    std::string plugin; // or empty
    std::string name;
};

Noun noun_of(const std::string& word);

/// The places of the noun and the verb: the first two words that are neither options nor values of
/// global options.
std::vector<std::size_t> places_of_command(const std::vector<std::string>& all_words);

/// The nouns of the core and of every plugin. Loads no plugin.
std::vector<std::string> all_nouns(plugins::Platform& platform);

/// The plugin that offers the noun, loaded.
/// errors  UsageError: there is none; PluginError: it cannot be loaded, or several offer it
plugins::Loaded& offering(plugins::Platform& platform, const Config& config, const Noun& named);

/// Whether the noun needs a verb: `praxis doctor` is a command of one word.
bool takes_verb(const plugins::Loaded& plugin, const std::string& noun);

/// errors  UsageError: there is no such verb
Found find_verb(const plugins::Loaded& plugin, const std::string& noun, const std::string& verb);

} // namespace praxis
