// SPDX-License-Identifier: MIT
#include "host/help.hpp"

#include "host/find_command.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {
namespace {

using plugins::Platform;
using Arguments = std::vector<std::string>;

void refuse_more_than(std::size_t count, const Arguments& arguments) {
    if (arguments.size() > count) {
        throw UsageError(
            "unexpected argument '" + visible(arguments[count]) + "'",
            "praxis help " + visible(arguments.front())
        );
    }
}

[[noreturn]] void refuse_unknown(Platform& platform, const std::string& word) {
    auto known = all_nouns(platform);
    for (const auto& topic : help::all_topics(platform)) {
        known.push_back(topic.name);
    }
    known.emplace_back("topics");
    const auto meant = did_you_mean(word, known);
    throw UsageError(
        "there is no command and no topic '" + visible(word) + "'",
        meant ? "did you mean praxis help " + *meant + "?"
              : "for the commands: praxis help; for the topics: praxis help topics"
    );
}

help::Page help_about_noun(
    Platform& platform, const Config& config, const Noun& noun, const Arguments& arguments
) {
    const auto& plugin = offering(platform, config, noun);
    const bool of_plugin = &plugin != &platform.core();
    if (!takes_verb(plugin, noun.name)) {
        refuse_more_than(1, arguments);
        return help::page_of_verb(
            noun.name, "", find_verb(platform, plugin, noun.name, "").spec, of_plugin
        );
    }
    refuse_more_than(2, arguments);
    if (arguments.size() == 1) {
        return help::page_of_noun(plugin, noun.name);
    }
    const auto found = find_verb(platform, plugin, noun.name, arguments[1]);
    return help::page_of_verb(noun.name, found.verb, found.spec, of_plugin);
}

} // namespace

help::Page help_about(Platform& platform, const Config& config, const Arguments& arguments) {
    if (arguments.empty()) {
        return help::page_of_praxis(platform);
    }
    if (arguments.front() == "help") {
        refuse_more_than(1, arguments);
        return help::page_of_help();
    }
    const auto noun = noun_of(arguments.front());
    const auto nouns = all_nouns(platform);
    if (!noun.plugin.empty() || std::ranges::find(nouns, noun.name) != nouns.end()) {
        return help_about_noun(platform, config, noun, arguments);
    }
    if (const auto topic = help::find_topic(platform, arguments.front())) {
        refuse_more_than(1, arguments);
        return help::page_of_topic(help::read_topic(*topic));
    }
    if (fold(arguments.front()) == "topics") {
        refuse_more_than(1, arguments);
        return help::page_of_topics(platform);
    }
    refuse_unknown(platform, arguments.front());
}

help::Page help_for_command(Platform& platform, const Config& config, Arguments arguments) {
    if (arguments.size() > 1) {
        const auto noun = noun_of(arguments.front());
        if (!takes_verb(offering(platform, config, noun), noun.name)) {
            arguments.resize(1);
        }
    }
    return help_about(platform, config, arguments);
}

} // namespace praxis
