// SPDX-License-Identifier: MIT
/// From words to the command that they name, and the plugin that offers it.
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

/// "soap:note" names the plugin, too.
struct Noun {
    std::string plugin; // or empty
    std::string name;
};

Noun noun_of(const std::string& word);

/// Where the noun and the verb stand: the first two words that are no options and no values of
/// globals.
std::vector<std::size_t> places_of_command(const std::vector<std::string>& all_words);

/// Of the core and of every plugin; loads none.
std::vector<std::string> all_nouns(plugins::Platform& platform);

/// The plugin that offers the noun, loaded.
/// errors  UsageError: there is none; PluginError: it cannot be loaded, or several offer it
plugins::Loaded& offering(plugins::Platform& platform, const Config& config, const Noun& named);

/// Whether verbs stand behind the noun: `praxis doctor` is a command of one word.
bool takes_verb(const plugins::Loaded& plugin, const std::string& noun);

/// errors  UsageError: there is no such verb
Found find_verb(const plugins::Loaded& plugin, const std::string& noun, const std::string& verb);

} // namespace praxis
