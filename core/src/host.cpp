// SPDX-License-Identifier: MIT
#include "host.hpp"

#include "config.hpp"
#include "host_session.hpp"
#include "plugins/platform.hpp"
#include "run_card.hpp"
#include "showing.hpp"
#include "words/globals.hpp"
#include "words/help.hpp"
#include "words/parse.hpp"

#include <praxis/command.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

using plugins::Loaded;
using plugins::Platform;
using words::Globals;

// --- which command ----------------------------------------------------------------------------

std::vector<std::string> all_nouns(Platform& platform) {
    std::vector<std::string> nouns;
    for (const auto& verb : platform.core().verbs) {
        nouns.push_back(verb.noun);
    }
    for (const auto& manifest : platform.manifests()) {
        for (const auto& noun : manifest.nouns) {
            nouns.push_back(noun.name);
        }
    }
    return nouns;
}

bool is_core_noun(Platform& platform, const std::string& noun) {
    const auto& verbs = platform.core().verbs;
    return std::any_of(verbs.begin(), verbs.end(), [&](const auto& one) {
        return one.noun == noun;
    });
}

/// The core's own nouns that show something of clients.
bool shows_who_looked(const std::string& noun) {
    return noun == "audit" || noun == "disclosure";
}

/// The plugin that offers the noun, loaded.
Loaded& offering(Platform& platform, const std::string& noun) {
    if (is_core_noun(platform, noun)) {
        return platform.core();
    }
    if (const auto* owner = platform.owner_of(noun)) {
        return platform.load(owner->name);
    }
    const auto meant = did_you_mean(noun, all_nouns(platform));
    throw UsageError(
        "there is no command '" + visible(noun) + "'",
        meant ? "did you mean praxis " + *meant + "?" : "praxis help lists them all"
    );
}

/// cli.md section 1: fixed aliases only.
std::string without_alias(const std::string& verb) {
    return verb == "ls" ? "list" : verb == "rm" ? "remove" : verb;
}

bool takes_verb(const Loaded& plugin, const std::string& noun) {
    return std::any_of(plugin.verbs.begin(), plugin.verbs.end(), [&](const auto& one) {
        return one.noun == noun && !one.verb.empty();
    });
}

Found find_verb(const Loaded& plugin, const std::string& noun, const std::string& given) {
    const auto verb = without_alias(given);
    std::vector<std::string> verbs;
    for (const auto& one : plugin.verbs) {
        if (one.noun != noun) {
            continue;
        }
        if (one.verb == verb) {
            return {noun, verb, one.make_card()};
        }
        verbs.push_back(one.verb);
    }
    const auto meant = did_you_mean(verb, verbs);
    throw UsageError(
        "there is no command '" + noun + " " + visible(given) + "'",
        meant ? "did you mean praxis " + noun + " " + *meant + "?" : "praxis help " + noun
    );
}

/// Where the noun and the verb stand: the first two words that are no options and no values of
/// globals.
std::vector<std::size_t> places_of_command(const std::vector<std::string>& all_words) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < all_words.size() && places.size() < 2; ++i) {
        const auto& word = all_words[i];
        if (word == "--") {
            break;
        }
        if (word.size() < 2 || word.front() != '-') {
            places.push_back(i);
            continue;
        }
        for (const auto& option : words::global_options()) {
            const bool spelled_apart =
                word == "--" + option.name ||
                (option.letter != '\0' && word == "-" + std::string{option.letter});
            if (spelled_apart && !option.value.empty()) {
                ++i; // its value
            }
        }
    }
    return places;
}

std::vector<std::string>
plugin_folders(const Surroundings& around, const Globals& globals, const Config& config) {
    std::vector<std::string> folders = globals.plugin_dirs;
    const auto add_list = [&](const std::string& list) {
        for (const auto& folder : split(list, ':')) {
            if (folder.starts_with('/')) {
                folders.push_back(folder);
            }
        }
    };
    add_list(around.environment("PRAXIS_PLUGIN_PATH").value_or(""));
    add_list(config.find("plugins.paths").value_or(""));
    if (around.environment("XDG_DATA_HOME") || around.environment("HOME")) {
        folders.push_back(xdg_folder(around, "XDG_DATA_HOME", "/.local/share") + "/praxis/plugins");
    }
    folders.emplace_back("/usr/local/lib/praxis/plugins");
    folders.push_back(around.bundled_plugins);
    if (globals.no_plugins || around.environment("PRAXIS_NO_PLUGINS")) {
        folders.clear();
    }
    return folders;
}

/// `praxis`, `praxis help ...`, and --help anywhere.
std::string help_text(Platform& platform, std::vector<std::string> topic, std::size_t width) {
    if (!topic.empty() && topic.front() == "help") {
        topic.erase(topic.begin());
    }
    if (topic.empty()) {
        return words::help_of_praxis(platform, width);
    }
    const auto& noun = topic.front();
    const auto& plugin = offering(platform, noun);
    if (!takes_verb(plugin, noun)) {
        return words::help_of_verb(noun, "", find_verb(plugin, noun, "").card, width);
    }
    if (topic.size() == 1) {
        return words::help_of_noun(plugin, noun, width);
    }
    const auto found = find_verb(plugin, noun, topic[1]);
    return words::help_of_verb(noun, found.verb, found.card, width);
}

} // namespace

Exit run_command(const Surroundings& around, const std::vector<std::string>& all_words) {
    const auto places = places_of_command(all_words);
    std::vector<std::string> topic;
    for (const auto place : places) {
        topic.push_back(all_words[place]);
    }
    Globals globals;
    auto rest = words::take_globals(all_words, {}, globals); // for --plugin-dir and --help alone
    if (globals.version && topic.empty()) {
        around.write_out("praxis " PRAXIS_VERSION "\n");
        return Exit::done;
    }
    const auto config =
        Config::load(around, globals.config ? globals.config : around.environment("PRAXIS_CONFIG"));
    Platform platform{plugin_folders(around, globals, config)};
    if (globals.help || topic.empty() || topic.front() == "help") {
        if (topic.empty() && !rest.empty()) {
            words::parse(rest, {}); // says what is wrong with an option that nobody knows
        }
        if (!topic.empty() && topic.front() == "help" && rest.size() > 3) {
            throw UsageError("'" + visible(rest[3]) + "' is one word too many");
        }
        // `help NOUN VERB` has its topic behind the word help.
        const auto about = !topic.empty() && topic.front() == "help" ? rest : std::move(topic);
        show_text(around, globals, help_text(platform, about, help_width(around)));
        return Exit::done;
    }

    auto& plugin = offering(platform, topic[0]);
    const bool with_verb = takes_verb(plugin, topic[0]);
    if (with_verb && topic.size() < 2) {
        throw UsageError("what about '" + topic[0] + "'?", "praxis help " + topic[0]);
    }
    const auto command = find_verb(plugin, topic[0], with_verb ? topic[1] : "");

    // Once more, now that it is known which of the words are values of the verb's own options.
    std::vector<std::string> tail = all_words;
    if (with_verb) {
        tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[1]));
    }
    tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[0]));
    Globals exact;
    rest = words::take_globals(tail, command.card.options, exact);
    HostSession session{around, exact, config, platform};
    const bool looks = !is_core_noun(platform, topic[0]) || shows_who_looked(topic[0]);
    return run_card(around, exact, session, command, rest, looks);
}

} // namespace praxis
