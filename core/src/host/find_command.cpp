// SPDX-License-Identifier: MIT
#include "host/find_command.hpp"

#include "options/globals.hpp"
#include "plugins/contributed.hpp"

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

/// Replaces the two documented aliases.
std::string without_alias(const std::string& verb) {
    return verb == "ls" ? "list" : verb == "rm" ? "remove" : verb;
}

/// Replaces each option that stands for the contributions to an extension point.
std::vector<OptionSpec>
with_contributed_options(Platform& platform, std::vector<OptionSpec> options) {
    std::vector<OptionSpec> all;
    for (auto& option : options) {
        if (option.point.empty()) {
            all.push_back(std::move(option));
            continue;
        }
        for (const auto& name : plugins::contributed_names(platform, option.point)) {
            all.push_back(option.for_contribution(name));
        }
    }
    return all;
}

/// The command's spec with the Markdown beside the verb as its long help, if there is one.
CommandSpec whole_spec(Platform& platform, const Loaded::Verb& verb) {
    auto spec = verb.make_spec();
    if (!verb.help.empty()) {
        spec.details = verb.help;
    }
    spec.options = with_contributed_options(platform, std::move(spec.options));
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

Noun noun_of(const std::string& argument) {
    const auto colon = argument.find(':');
    return colon == std::string::npos ? Noun{{}, argument}
                                      : Noun{argument.substr(0, colon), argument.substr(colon + 1)};
}

Loaded& offering(Platform& platform, const Config& config, const Noun& named) {
    const auto& noun = named.name;
    if (!named.plugin.empty()) {
        const auto* owner = platform.find(named.plugin);
        if (owner == nullptr || !owner->claims(noun)) {
            throw UsageError(
                "the plugin '" + visible(named.plugin) + "' has no command '" + visible(noun) + "'",
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
        meant ? "did you mean praxis " + *meant + "?" : "praxis help"
    );
}

bool takes_verb(const Loaded& plugin, const std::string& noun) {
    return std::any_of(plugin.verbs.begin(), plugin.verbs.end(), [&](const auto& one) {
        return one.noun == noun && !one.verb.empty();
    });
}

Found find_verb(
    Platform& platform, const Loaded& plugin, const std::string& noun, const std::string& given
) {
    const auto verb = without_alias(given);
    std::vector<std::string> verbs;
    for (const auto& one : plugin.verbs) {
        if (one.noun != noun) {
            continue;
        }
        if (one.verb == verb) {
            return {noun, verb, whole_spec(platform, one)};
        }
        verbs.push_back(one.verb);
    }
    const auto meant = did_you_mean(verb, verbs);
    throw UsageError(
        "there is no command '" + noun + " " + visible(given) + "'",
        meant ? "did you mean praxis " + noun + " " + *meant + "?" : "praxis help " + noun
    );
}

std::vector<std::size_t> places_of_command(const std::vector<std::string>& arguments) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < arguments.size() && places.size() < 2; ++i) {
        const auto& argument = arguments[i];
        if (argument == "--") {
            break;
        }
        if (argument.size() < 2 || argument.front() != '-') {
            places.push_back(i);
            continue;
        }
        for (const auto& option : command_line::global_options()) {
            const bool has_separate_value =
                argument == "--" + option.name ||
                (option.letter != '\0' && argument == "-" + std::string{option.letter});
            if (has_separate_value && !option.value.empty()) {
                ++i; // its value
            }
        }
    }
    return places;
}

} // namespace praxis
