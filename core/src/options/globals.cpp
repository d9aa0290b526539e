// SPDX-License-Identifier: MIT
#include "options/globals.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::command_line {
namespace {

Globals& globals_of(void* args) {
    return *static_cast<Globals*>(args);
}

OptionSpec flag(std::string name, char letter, std::string help, bool Globals::*member) {
    OptionSpec spec;
    spec.name = std::move(name);
    spec.letter = letter;
    spec.help = std::move(help);
    spec.read = [member](void* args, std::string_view, const WordContext&) {
        globals_of(args).*member = true;
    };
    return spec;
}

template <class Read>
OptionSpec value(std::string name, std::string placeholder, std::string help, Read read) {
    OptionSpec spec;
    spec.name = std::move(name);
    spec.value = std::move(placeholder);
    spec.help = std::move(help);
    spec.read = [read](void* args, std::string_view word, const WordContext&) {
        read(globals_of(args), std::string{word});
    };
    return spec;
}

std::vector<OptionSpec> make_global_options() {
    std::vector<OptionSpec> options;
    options.push_back(value(
        "practice",
        "FILE",
        "the practice to work on (PRAXIS_PRACTICE)",
        [](Globals& globals, std::string word) { globals.practice = std::move(word); }
    ));
    options.push_back(value(
        "config",
        "FILE",
        "a configuration file (PRAXIS_CONFIG)",
        [](Globals& globals, std::string word) { globals.config = std::move(word); }
    ));
    options.push_back(value(
        "format",
        "FORMAT",
        "table, plain, csv, tsv, json, jsonl or md",
        [](Globals& globals, std::string word) { globals.format = std::move(word); }
    ));
    options.back().choices = {"table", "plain", "csv", "tsv", "json", "jsonl", "md"};
    OptionSpec json;
    json.name = "json";
    json.help = "the same as --format json";
    json.read = [](void* args, std::string_view, const WordContext&) {
        globals_of(args).format = "json";
    };
    options.push_back(json);
    options.push_back(value(
        "fields",
        "A,B",
        "only these fields; alone, as the last word: the names of the fields",
        [](Globals& globals, const std::string& word) { globals.fields = split(word, ','); }
    ));
    options.push_back(value(
        "color",
        "WHEN",
        "auto, always or never",
        [](Globals& globals, std::string word) { globals.colour = std::move(word); }
    ));
    options.back().choices = {"auto", "always", "never"};
    OptionSpec no_colour;
    no_colour.name = "no-color";
    no_colour.help = "the same as --color never";
    no_colour.read = [](void* args, std::string_view, const WordContext&) {
        globals_of(args).colour = "never";
    };
    options.push_back(no_colour);
    options.push_back(flag("no-pager", '\0', "never page what is long", &Globals::no_pager));
    options.push_back(flag("no-input", '\0', "never ask anything", &Globals::no_input));
    options.push_back(flag("yes", 'y', "answer yes where a yes is asked for", &Globals::yes));
    options.push_back(value(
        "confirm",
        "NAME",
        "the name that a severe command asks for",
        [](Globals& globals, std::string word) { globals.confirm = std::move(word); }
    ));
    options.push_back(
        flag("dry-run", 'n', "show what would happen; write nothing", &Globals::dry_run)
    );
    options.push_back(value(
        "as-of",
        "DATE",
        "show the records as they were known at the end of that day",
        [](Globals& globals, std::string word) { globals.as_of = std::move(word); }
    ));
    options.push_back(flag("quiet", 'q', "no remarks on stderr", &Globals::quiet));
    options.push_back(flag("verbose", 'v', "more remarks on stderr", &Globals::verbose));
    options.push_back(value(
        "plugin-dir",
        "DIR",
        "look for plugins here first",
        [](Globals& globals, std::string word) { globals.plugin_dirs.push_back(std::move(word)); }
    ));
    options.back().repeatable = true;
    options.push_back(flag("no-plugins", '\0', "the core alone", &Globals::no_plugins));
    options.push_back(value(
        "passphrase-file",
        "FILE",
        "the passphrase is the first line of this file (- for stdin)",
        [](Globals& globals, std::string word) { globals.passphrase_file = std::move(word); }
    ));
    options.push_back(flag("version", '\0', "the version of praxis", &Globals::version));
    options.push_back(flag("help", 'h', "this help", &Globals::help));
    return options;
}

/// "--format=json" -> the option "format"; "-q" -> "quiet". Bundled letters are not taken apart.
const OptionSpec* match(const std::vector<OptionSpec>& options, const std::string& word) {
    const auto name = word.substr(0, word.find('='));
    const auto found = std::find_if(options.begin(), options.end(), [&](const auto& option) {
        return !option.argument &&
               ("--" + option.name == name ||
                (option.letter != '\0' && "-" + std::string{option.letter} == word));
    });
    return found == options.end() ? nullptr : &*found;
}

void check_choices(const OptionSpec& option, const std::string& word) {
    if (!option.choices.empty() &&
        std::find(option.choices.begin(), option.choices.end(), word) == option.choices.end()) {
        throw UsageError(
            "--" + option.name + ": '" + visible(word) + "' is none of " +
            join(option.choices, ", ")
        );
    }
}

} // namespace

const std::vector<OptionSpec>& global_options() {
    static const auto options = make_global_options();
    return options;
}

std::vector<std::string> take_globals(
    const std::vector<std::string>& words, const std::vector<OptionSpec>& of_verb, Globals& globals
) {
    std::vector<std::string> rest;
    for (auto word = words.begin(); word != words.end(); ++word) {
        if (*word == "--") {
            rest.insert(rest.end(), word, words.end());
            break;
        }
        const bool looks_like_option = word->size() > 1 && word->front() == '-';
        if (const auto* own = looks_like_option ? match(of_verb, *word) : nullptr) {
            rest.push_back(*word);
            const bool takes_next = !own->value.empty() && word->find('=') == std::string::npos;
            if (takes_next && std::next(word) != words.end()) {
                rest.push_back(*++word);
            }
            continue;
        }
        const auto* global = looks_like_option ? match(global_options(), *word) : nullptr;
        if (global == nullptr) {
            rest.push_back(*word);
            continue;
        }
        if (global->value.empty()) {
            global->read(&globals, {}, {});
            continue;
        }
        const auto equals = word->find('=');
        if (equals != std::string::npos) {
            check_choices(*global, word->substr(equals + 1));
            global->read(&globals, word->substr(equals + 1), {});
        } else if (std::next(word) == words.end() || std::next(word)->starts_with('-')) {
            if (global->name == "fields") {
                globals.list_fields = true;
            } else if (std::next(word) != words.end() && *std::next(word) == "-") {
                global->read(&globals, *++word, {});
            } else {
                throw UsageError("--" + global->name + ": " + global->value + " is missing");
            }
        } else {
            ++word;
            check_choices(*global, *word);
            global->read(&globals, *word, {});
        }
    }
    return rest;
}

} // namespace praxis::command_line
