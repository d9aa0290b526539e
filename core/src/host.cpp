// SPDX-License-Identifier: MIT
#include "host.hpp"

#include "config.hpp"
#include "host_session.hpp"
#include "plugins/crash_note.hpp"
#include "plugins/places.hpp"
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

/// "soap:note" names the plugin, too.
struct Noun {
    std::string plugin; // or empty
    std::string name;
};

Noun noun_of(const std::string& word) {
    const auto colon = word.find(':');
    return colon == std::string::npos ? Noun{{}, word}
                                      : Noun{word.substr(0, colon), word.substr(colon + 1)};
}

/// The plugin that offers the noun, loaded.
Loaded& offering(Platform& platform, const Config& config, const Noun& named) {
    const auto& noun = named.name;
    if (!named.plugin.empty()) {
        const auto* owner = platform.find(named.plugin);
        if (owner == nullptr || !owner->claims(noun)) {
            throw UsageError(
                "the plugin '" + visible(named.plugin) + "' offers no '" + visible(noun) + "'",
                "praxis plugin list"
            );
        }
        return platform.load(owner->name);
    }
    if (is_core_noun(platform, noun)) {
        return platform.core();
    }
    const auto settled = config.find("plugins.commands." + noun).value_or("");
    if (const auto* owner = platform.owner_of(noun, settled)) {
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

/// `praxis`, `praxis help ...`, and --help anywhere.
std::string help_text(
    Platform& platform, const Config& config, std::vector<std::string> topic, std::size_t width
) {
    if (!topic.empty() && topic.front() == "help") {
        topic.erase(topic.begin());
    }
    if (topic.empty()) {
        return words::help_of_praxis(platform, width);
    }
    const auto named = noun_of(topic.front());
    const auto& noun = named.name;
    const auto& plugin = offering(platform, config, named);
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
    Platform platform{plugins::places_of(around, globals, config)};
    if (globals.help || topic.empty() || topic.front() == "help") {
        if (topic.empty() && !rest.empty()) {
            words::parse(rest, {}); // says what is wrong with an option that nobody knows
        }
        if (!topic.empty() && topic.front() == "help" && rest.size() > 3) {
            throw UsageError("'" + visible(rest[3]) + "' is one word too many");
        }
        // `help NOUN VERB` has its topic behind the word help.
        const auto about = !topic.empty() && topic.front() == "help" ? rest : std::move(topic);
        show_text(around, globals, help_text(platform, config, about, help_width(around)));
        return Exit::done;
    }

    const auto named = noun_of(topic[0]);
    auto& plugin = offering(platform, config, named);
    const bool with_verb = takes_verb(plugin, named.name);
    if (with_verb && topic.size() < 2) {
        throw UsageError("what about '" + topic[0] + "'?", "praxis help " + topic[0]);
    }
    const auto command = find_verb(plugin, named.name, with_verb ? topic[1] : "");

    // Once more, now that it is known which of the words are values of the verb's own options.
    std::vector<std::string> tail = all_words;
    if (with_verb) {
        tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[1]));
    }
    tail.erase(tail.begin() + static_cast<std::ptrdiff_t>(places[0]));
    Globals exact;
    rest = words::take_globals(tail, command.card.options, exact);
    HostSession session{around, exact, config, platform};
    const bool is_core = &plugin == &platform.core();
    const bool looks = !is_core || shows_who_looked(named.name);
    const plugins::CrashNote note{plugin.manifest.name, "running praxis " + command.words()};
    return run_card(around, exact, session, command, rest, looks);
}

} // namespace praxis
