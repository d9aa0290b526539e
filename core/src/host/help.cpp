// SPDX-License-Identifier: MIT
#include "host/help.hpp"

#include "options/globals.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace praxis::command_line {
namespace {

using Lines = std::vector<std::pair<std::string, std::string>>; // a term and what it means

constexpr std::size_t indent = 2;
constexpr std::size_t widest_term = 30;

std::string padded(const std::string& text, std::size_t width) {
    const auto used = display_width(text);
    return text + std::string(used < width ? width - used : 0, ' ');
}

std::string paragraphs(const std::string& text, std::size_t width) {
    std::string shown;
    for (const auto& line : wrap(text, width)) {
        shown += line + "\n";
    }
    return shown;
}

/// Terms in one column, meanings wrapped in the next.
std::string glossary(const Lines& lines, std::size_t width) {
    std::size_t column = 0;
    for (const auto& [term, meaning] : lines) {
        if (display_width(term) <= widest_term) {
            column = std::max(column, display_width(term));
        }
    }
    const std::size_t left = indent + column + 2;
    const std::size_t room = width > left + 20 ? width - left : 20;
    std::string shown;
    for (const auto& [term, meaning] : lines) {
        if (meaning.empty()) {
            shown += std::string(indent, ' ') + term + "\n";
            continue;
        }
        bool first = display_width(term) <= column;
        shown += std::string(indent, ' ') + (first ? padded(term, column) : term + "\n");
        for (const auto& line : wrap(meaning, room)) {
            shown += std::string(first ? 2 : left, ' ') + line + "\n";
            first = false;
        }
    }
    return shown;
}

std::string term_of(const OptionSpec& option) {
    if (option.argument) {
        return option.name + (option.repeatable ? " ..." : "");
    }
    std::string term = option.letter == '\0' ? "" : "-" + std::string{option.letter} + ", ";
    term += "--" + option.name;
    if (!option.value.empty()) {
        term += " " + option.value;
    }
    return term;
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

std::string words_of(const std::string& noun, const std::string& verb) {
    return verb.empty() ? noun : noun + " " + verb;
}

struct Start {
    const char* noun;
    const char* summary;
};

// The nouns of the core; its cards say the rest.
constexpr std::array core_nouns{
    Start{"init", "Make a new practice"},
    Start{"practice", "Name, address and reach of the practice"},
    Start{"user", "The people who work here"},
    Start{"unlock", "Open an encrypted practice for a while"},
    Start{"lock", "End that while now"},
    Start{"backup", "Copies that are known to restore"},
    Start{"todo", "What is left to do, the most urgent first"},
    Start{"undo", "Take the last command back"},
    Start{"audit", "Who changed and who looked, and whether it is all there"},
    Start{"disclosure", "What left the practice, to whom and why"},
    Start{"doctor", "Whether the practice and what lies around it are in order"},
    Start{"plugin", "Add, trust and remove plugins; what is wrong with them"},
    Start{"config", "Settings, and where they come from"},
    Start{"completion", "Words that a shell completes"},
    Start{"version", "Version, storage engine, encryption"},
};

} // namespace

std::string usage_of(const std::string& noun, const std::string& verb, const CommandSpec& spec) {
    std::string usage = "praxis " + words_of(noun, verb);
    for (const auto& option : spec.options) {
        if (option.argument) {
            const auto term = option.name + (option.repeatable ? "..." : "");
            usage += option.required ? " " + term : " [" + term + "]";
        } else if (option.required) {
            usage += " --" + option.name + " " + option.value;
        }
    }
    const bool more = std::any_of(spec.options.begin(), spec.options.end(), [](const auto& one) {
        return !one.argument && !one.required;
    });
    return usage + (more ? " [options]" : "");
}

std::string help_of_verb(
    const std::string& noun, const std::string& verb, const CommandSpec& spec, std::size_t width
) {
    std::string help = "praxis " + words_of(noun, verb) + ": " + spec.summary + "\n";
    if (!spec.examples.empty()) {
        help += "\nExamples\n";
        for (const auto& example : spec.examples) {
            help += "  " + example + "\n";
        }
    }
    help += "\nUsage\n" + glossary({{usage_of(noun, verb, spec), ""}}, width);
    if (!spec.details.empty()) {
        help += "\n" + paragraphs(spec.details, width);
    }
    Lines arguments;
    Lines options;
    for (const auto& option : spec.options) {
        (option.argument ? arguments : options).emplace_back(term_of(option), meaning_of(option));
    }
    if (!arguments.empty()) {
        help += "\nArguments\n" + glossary(arguments, width);
    }
    if (!options.empty()) {
        help += "\nOptions\n" + glossary(options, width);
    }
    help += "\nOptions of every command: praxis help\n";
    return help;
}

std::string
help_of_noun(const plugins::Loaded& plugin, const std::string& noun, std::size_t width) {
    Lines verbs;
    for (const auto& one : plugin.verbs) {
        if (one.noun == noun) {
            const auto spec = one.make_spec();
            verbs.emplace_back(one.verb.empty() ? noun : one.verb, spec.summary);
        }
    }
    std::string summary;
    for (const auto& claimed : plugin.manifest.nouns) {
        if (claimed.name == noun) {
            summary = claimed.summary;
        }
    }
    for (const auto& start : core_nouns) {
        if (start.noun == noun) {
            summary = start.summary;
        }
    }
    return "praxis " + noun + ": " + summary + "\n\nVerbs\n" + glossary(verbs, width) +
           "\nHelp for a verb: praxis help " + noun + " VERB\n";
}

std::string help_of_praxis(plugins::Platform& platform, std::size_t width) {
    std::string help = "praxis: the practice suite for massage and manual therapists\n\n"
                       "Examples\n"
                       "  praxis init --name \"Hands On\"\n"
                       "  praxis client add --given Maria --family Lopez --born 1984-05-02\n"
                       "  praxis note new maria --technique deep-tissue --from note.toml --sign\n"
                       "  praxis referral letter R-0001 -o letter.pdf\n"
                       "\nUsage\n  praxis NOUN VERB [words] [options]\n";
    Lines nouns;
    for (const auto& start : core_nouns) {
        const auto& verbs = platform.core().verbs;
        const bool there = std::any_of(verbs.begin(), verbs.end(), [&](const auto& verb) {
            return verb.noun == start.noun;
        });
        if (there) {
            nouns.emplace_back(start.noun, start.summary);
        }
    }
    nouns.emplace_back("help", "This help, or that of a noun or a command");
    help += "\nPractice\n" + glossary(nouns, width);
    for (const auto& manifest : platform.manifests()) {
        Lines claimed;
        for (const auto& noun : manifest.nouns) {
            claimed.emplace_back(noun.name, noun.summary);
        }
        if (!claimed.empty()) {
            help += "\n" + manifest.summary + "\n" + glossary(claimed, width);
        }
    }
    Lines options;
    for (const auto& option : global_options()) {
        options.emplace_back(term_of(option), meaning_of(option));
    }
    help += "\nOptions of every command\n" + glossary(options, width);
    help += "\nMore: praxis help NOUN, praxis help NOUN VERB\n";
    return help;
}

} // namespace praxis::command_line
