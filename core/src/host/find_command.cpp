// SPDX-License-Identifier: MIT
#include "host/find_command.hpp"

#include "options/globals.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {

using plugins::Loaded;
using plugins::Platform;

namespace {

bool is_core_noun(Platform& platform, const std::string& noun) {
    const auto& verbs = platform.core().verbs;
    return std::any_of(verbs.begin(), verbs.end(), [&](const auto& one) {
        return one.noun == noun;
    });
}

/// These are the only aliases: a prefix of a verb is not accepted.
std::string without_alias(const std::string& verb) {
    return verb == "ls" ? "list" : verb == "rm" ? "remove" : verb;
}

/// The Markdown beside the verb is its help, where there is one.
CommandSpec spec_with_help(const Loaded::Verb& verb) {
    auto spec = verb.make_spec();
    if (!verb.help.empty()) {
        spec.details = verb.help;
    }
    return spec;
}

} // namespace

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

Noun noun_of(const std::string& word) {
    const auto colon = word.find(':');
    return colon == std::string::npos ? Noun{{}, word}
                                      : Noun{word.substr(0, colon), word.substr(colon + 1)};
}

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
            return {noun, verb, spec_with_help(one)};
        }
        verbs.push_back(one.verb);
    }
    const auto meant = did_you_mean(verb, verbs);
    throw UsageError(
        "there is no command '" + noun + " " + visible(given) + "'",
        meant ? "did you mean praxis " + noun + " " + *meant + "?" : "praxis help " + noun
    );
}

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
        for (const auto& option : command_line::global_options()) {
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

} // namespace praxis
