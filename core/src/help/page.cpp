// SPDX-License-Identifier: MIT
#include "help/page.hpp"

#include "help/embedded.hpp"
#include "help/exit_codes.hpp"
#include "help/markdown.hpp"
#include "options/globals.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <set>

namespace praxis::help {
namespace {

std::string term_of(const OptionSpec& option) {
    if (option.argument) {
        return option.name + (option.repeatable ? " ..." : "");
    }
    std::string term = option.letter == '\0' ? "" : "-" + std::string{option.letter} + ", ";
    term += "--" + option.name;
    return option.value.empty() ? term : term + " " + option.value;
}

std::string meaning_of(const OptionSpec& option) {
    std::string meaning = option.help;
    if (!option.choices.empty() && option.help.find(option.choices.front()) == std::string::npos) {
        meaning += ": " + join(option.choices, ", ");
    }
    if (option.required && !option.argument) {
        meaning += " (required)";
    }
    if (option.repeatable && !option.argument) {
        meaning += " (may be repeated)";
    }
    return meaning;
}

std::vector<std::string> usage_of(const CommandSpec& spec) {
    std::vector<std::string> usage;
    for (const auto& option : spec.options) {
        if (option.argument) {
            const auto term = option.name + (option.repeatable ? "..." : "");
            usage.push_back(option.required ? term : "[" + term + "]");
        } else if (option.required) {
            usage.push_back("--" + option.name + " " + option.value);
        }
    }
    const bool more = std::any_of(spec.options.begin(), spec.options.end(), [](const auto& one) {
        return !one.argument && !one.required;
    });
    if (more) {
        usage.emplace_back("[options]");
    }
    return usage;
}

void add_part(Page& page, Part part) {
    if (!part.entries.empty()) {
        page.parts.push_back(std::move(part));
    }
}

TitledMarkdown text_of_core_noun(const std::string& noun) {
    for (const auto& page : core_nouns()) {
        if (page.name == noun) {
            return split_title(page.text);
        }
    }
    return {};
}

Part part_of_global_options() {
    Part options{"Options of every command", {}, Part::Kind::options};
    for (const auto& option : command_line::global_options()) {
        options.entries.push_back({term_of(option), meaning_of(option)});
    }
    return options;
}

Part part_of_core(const plugins::Loaded& core) {
    std::set<std::string> nouns{"help"};
    for (const auto& verb : core.verbs) {
        nouns.insert(verb.noun);
    }
    Part part{"Practice", {}, Part::Kind::commands};
    for (const auto& noun : nouns) {
        part.entries.push_back({noun, summary_of_core_noun(core, noun)});
    }
    return part;
}

} // namespace

std::string with_capital(std::string sentence) {
    if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') {
        sentence[0] = static_cast<char>(sentence[0] - 'a' + 'A');
    }
    return sentence;
}

std::string summary_of_core_noun(const plugins::Loaded& core, const std::string& noun) {
    if (noun == "help") {
        return with_capital(page_of_help().summary);
    }
    if (auto text = text_of_core_noun(noun); !text.summary.empty()) {
        return std::move(text.summary);
    }
    for (const auto& verb : core.verbs) {
        if (verb.noun == noun && verb.verb.empty()) {
            return with_capital(verb.make_spec().summary);
        }
    }
    return {};
}

Page page_of_verb(
    const std::string& noun, const std::string& verb, const CommandSpec& spec, bool of_plugin
) {
    Page page;
    page.name = "praxis " + noun + (verb.empty() ? "" : " " + verb);
    page.summary = spec.summary;
    page.examples = spec.examples;
    page.usage = usage_of(spec);
    page.details = spec.details;
    Part arguments{"Arguments", {}, Part::Kind::options};
    Part options{"Options", {}, Part::Kind::options};
    for (const auto& option : spec.options) {
        auto& part = option.argument ? arguments : options;
        part.entries.push_back({term_of(option), meaning_of(option)});
    }
    add_part(page, std::move(arguments));
    add_part(page, std::move(options));
    page.more = "Options of every command: praxis help";
    page.exits = exit_meanings(spec, of_plugin);
    return page;
}

Page page_of_noun(const plugins::Loaded& plugin, const std::string& noun) {
    Page page;
    page.name = "praxis " + noun;
    page.usage = {"VERB", "[arguments]", "[options]"};
    page.more = "Help for a verb: praxis help " + noun + " VERB";
    page.details = text_of_core_noun(noun).body;
    page.summary = summary_of_core_noun(plugin, noun);
    for (const auto& claimed : plugin.manifest.nouns) {
        if (claimed.name == noun) {
            page.summary = claimed.summary;
        }
    }
    Part verbs{"Verbs", {}, Part::Kind::commands};
    for (const auto& one : plugin.verbs) {
        if (one.noun == noun) {
            verbs.entries.push_back({one.verb, one.make_spec().summary});
        }
    }
    add_part(page, std::move(verbs));
    return page;
}

Page page_of_praxis(plugins::Platform& platform) {
    Page page;
    page.name = "praxis";
    page.summary = "the practice suite for massage and manual therapists";
    page.examples = {
        "praxis init --name \"Hands On\"",
        "praxis client add --given Maria --family Lopez --born 1984-05-02",
        "praxis note new maria --technique deep-tissue --from note.toml --sign",
        "praxis referral letter R-0001 -o letter.pdf"};
    page.usage = {"NOUN", "VERB", "[arguments]", "[options]"};
    page.more = "More: praxis help NOUN, praxis help NOUN VERB, praxis help topics";
    add_part(page, part_of_core(platform.core()));
    for (const auto& manifest : platform.manifests()) {
        Part claimed{manifest.summary, {}, Part::Kind::commands};
        for (const auto& noun : manifest.nouns) {
            claimed.entries.push_back({noun.name, noun.summary});
        }
        add_part(page, std::move(claimed));
    }
    add_part(page, part_of_global_options());
    return page;
}

Page page_of_help() {
    Page page;
    page.name = "praxis help";
    page.summary = "show help for praxis, a command or a topic";
    page.examples = {"praxis help note new", "praxis help topics", "praxis help dates"};
    page.usage = {"[NOUN]", "[VERB]"};
    page.details =
        "`praxis help topics` lists the topics, and `praxis help TOPIC` shows one of them. "
        "`--help` or `-h` after a command shows the help for that command.";
    page.exits = {
        {Exit::done, "done"},
        {Exit::usage, "there is no such command and no such topic"},
        {Exit::plugin, "the plugin that offers the command cannot be used"}};
    return page;
}

Page page_of_topic(const TopicText& topic) {
    Page page;
    page.name = topic.name;
    page.summary = topic.summary;
    page.details = topic.body;
    page.is_topic = true;
    return page;
}

Page page_of_topics(const plugins::Platform& platform) {
    Page page;
    page.name = "praxis help topics";
    page.summary = "subjects that more than one command needs";
    page.more = "Help for a topic: praxis help TOPIC";
    page.is_topic = true;
    Part topics{"Topics", {}, Part::Kind::topics};
    for (const auto& topic : all_topics(platform)) {
        topics.entries.push_back({topic.name, read_topic(topic).summary});
    }
    add_part(page, std::move(topics));
    return page;
}

} // namespace praxis::help
