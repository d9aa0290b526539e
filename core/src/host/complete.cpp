// SPDX-License-Identifier: MIT
#include "host/complete.hpp"

#include "help/topics.hpp"
#include "host/find_command.hpp"
#include "options/globals.hpp"
#include "plugins/contributed.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

using Tokens = std::vector<std::string>;

const OptionSpec* option_named(const std::vector<OptionSpec>& options, const std::string& token) {
    const auto found = std::find_if(options.begin(), options.end(), [&](const auto& option) {
        const bool by_letter = option.letter != '\0' && token == std::string{"-"} + option.letter;
        return !option.argument && (token == "--" + option.name || by_letter);
    });
    return found == options.end() ? nullptr : &*found;
}

void add_options(Tokens& into, const std::vector<OptionSpec>& options) {
    for (const auto& option : options) {
        if (!option.argument) {
            into.push_back("--" + option.name);
        }
    }
}

Tokens verbs_of(const plugins::Loaded& plugin, const std::string& noun) {
    Tokens verbs;
    for (const auto& one : plugin.verbs) {
        if (one.noun == noun && !one.verb.empty()) {
            verbs.push_back(one.verb);
        }
    }
    return verbs;
}

Tokens values_of(const OptionSpec& option, const Completing& half) {
    return option.complete ? option.complete(half) : option.choices;
}

/// After the noun and the verb: the options of the command, or the values of the option before.
Tokens candidates_of_spec(const CommandSpec& spec, const Completing& half) {
    for (const auto* options : {&spec.options, &command_line::global_options()}) {
        const auto* option = option_named(*options, half.before.back());
        if (option != nullptr && !option->value.empty()) {
            return values_of(*option, half);
        }
    }
    const auto& typed = half.typed;
    Tokens candidates;
    if (typed.starts_with("-")) {
        add_options(candidates, spec.options);
        add_options(candidates, command_line::global_options());
        return candidates;
    }
    for (const auto& option : spec.options) {
        if (option.argument) {
            const auto values = values_of(option, half);
            candidates.insert(candidates.end(), values.begin(), values.end());
        }
    }
    return candidates;
}

/// Topics are arguments of `praxis help` only.
Tokens nouns_and_topics(plugins::Platform& platform, bool with_topics) {
    auto names = all_nouns(platform);
    names.emplace_back("help");
    if (with_topics) {
        names.emplace_back("topics");
        for (const auto& topic : help::all_topics(platform)) {
            names.push_back(topic.name);
        }
    }
    return names;
}

Tokens
candidates_for_first(plugins::Platform& platform, bool wants_help, const std::string& typed) {
    if (!typed.starts_with("-")) {
        return nouns_and_topics(platform, wants_help);
    }
    Tokens options;
    add_options(options, command_line::global_options());
    return options;
}

Tokens candidates(
    plugins::Platform& platform, const Config& config, Tokens before, const std::string& typed
) {
    const bool wants_help = !before.empty() && before.front() == "help";
    if (wants_help) {
        before.erase(before.begin());
    }
    const auto places = places_of_command(before);
    if (places.empty()) {
        return candidates_for_first(platform, wants_help, typed);
    }
    const auto named = noun_of(before[places[0]]);
    const auto& plugin = offering(platform, config, named);
    const bool with_verb = takes_verb(plugin, named.name);
    if (with_verb && places.size() < 2) {
        return verbs_of(plugin, named.name);
    }
    if (wants_help) {
        return {};
    }
    const auto found = find_verb(platform, plugin, named.name, with_verb ? before[places[1]] : "");
    const auto files = [&platform](std::string_view point) {
        return plugins::contributed_files(platform, point).files;
    };
    const auto names = [&platform](std::string_view point) {
        return plugins::contributed_names(platform, point);
    };
    return candidates_of_spec(
        found.spec,
        {.typed = typed, .before = before, .contributed_files = files, .contributed_names = names}
    );
}

} // namespace

std::string completions(
    plugins::Platform& platform, const Config& config, const std::vector<std::string>& arguments
) {
    const auto typed = arguments.empty() ? std::string{} : arguments.back();
    Tokens found;
    try {
        const Tokens before(
            arguments.begin(), arguments.empty() ? arguments.end() : arguments.end() - 1
        );
        found = candidates(platform, config, before, typed);
    } catch (const Error&) {
        return {}; // the command itself reports the error
    }
    std::erase_if(found, [&](const auto& token) { return !token.starts_with(typed); });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    std::string lines;
    for (const auto& token : found) {
        lines += token + "\n";
    }
    return lines;
}

} // namespace praxis
