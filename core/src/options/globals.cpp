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
    spec.read = [read](void* args, std::string_view text, const WordContext&) {
        read(globals_of(args), std::string{text});
    };
    return spec;
}

std::vector<OptionSpec> make_global_options() {
    std::vector<OptionSpec> options;
    options.push_back(value(
        "practice",
        "FILE",
        "the practice to use (PRAXIS_PRACTICE)",
        [](Globals& globals, std::string text) { globals.practice = std::move(text); }
    ));
    options.push_back(value(
        "config",
        "FILE",
        "a configuration file (PRAXIS_CONFIG)",
        [](Globals& globals, std::string text) { globals.config = std::move(text); }
    ));
    options.push_back(value(
        "format",
        "FORMAT",
        "table, plain, csv, tsv, json, jsonl or md",
        [](Globals& globals, std::string text) { globals.format = std::move(text); }
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
        "show only these fields; without A,B, as the last argument: list the fields",
        [](Globals& globals, const std::string& text) { globals.fields = split(text, ','); }
    ));
    options.push_back(value(
        "color",
        "WHEN",
        "auto, always or never",
        [](Globals& globals, std::string text) { globals.colour = std::move(text); }
    ));
    options.back().choices = {"auto", "always", "never"};
    OptionSpec no_colour;
    no_colour.name = "no-color";
    no_colour.help = "the same as --color never";
    no_colour.read = [](void* args, std::string_view, const WordContext&) {
        globals_of(args).colour = "never";
    };
    options.push_back(no_colour);
    options.push_back(flag("no-pager", '\0', "do not use a pager", &Globals::no_pager));
    options.push_back(flag("no-input", '\0', "do not ask questions", &Globals::no_input));
    options.push_back(flag("yes", 'y', "answer yes to every confirmation", &Globals::yes));
    options.push_back(value(
        "confirm",
        "NAME",
        "confirm a command that deletes records, with the name it asks for",
        [](Globals& globals, std::string text) { globals.confirm = std::move(text); }
    ));
    options.push_back(
        flag("dry-run", 'n', "show what would change, and write nothing", &Globals::dry_run)
    );
    options.push_back(value(
        "as-of",
        "DATE",
        "show the records as they were at the end of that day",
        [](Globals& globals, std::string text) { globals.as_of = std::move(text); }
    ));
    options.push_back(flag("quiet", 'q', "print only the result and errors", &Globals::quiet));
    options.push_back(flag("verbose", 'v', "print more messages", &Globals::verbose));
    options.push_back(value(
        "plugin-dir",
        "DIR",
        "search this folder for plugins first",
        [](Globals& globals, std::string text) { globals.plugin_dirs.push_back(std::move(text)); }
    ));
    options.back().repeatable = true;
    options.push_back(flag("no-plugins", '\0', "use the core without plugins", &Globals::no_plugins)
    );
    options.push_back(value(
        "passphrase-file",
        "FILE",
        "the passphrase is the first line of this file (- for stdin)",
        [](Globals& globals, std::string text) { globals.passphrase_file = std::move(text); }
    ));
    options.push_back(flag("version", '\0', "show the version of praxis", &Globals::version));
    options.push_back(flag("help", 'h', "show help", &Globals::help));
    return options;
}

/// "--format=json" -> the option "format"; "-q" -> "quiet". Combined letters such as "-qv" are not
/// split.
const OptionSpec* match(const std::vector<OptionSpec>& options, const std::string& token) {
    const auto name = token.substr(0, token.find('='));
    const auto found = std::find_if(options.begin(), options.end(), [&](const auto& option) {
        return !option.argument &&
               ("--" + option.name == name ||
                (option.letter != '\0' && "-" + std::string{option.letter} == token));
    });
    return found == options.end() ? nullptr : &*found;
}

void check_choices(const OptionSpec& option, const std::string& token) {
    if (!option.choices.empty() &&
        std::find(option.choices.begin(), option.choices.end(), token) == option.choices.end()) {
        throw UsageError(
            "--" + option.name + ": invalid value '" + visible(token) + "', choose from " +
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
    const std::vector<std::string>& tokens, const std::vector<OptionSpec>& of_verb, Globals& globals
) {
    std::vector<std::string> rest;
    for (auto token = tokens.begin(); token != tokens.end(); ++token) {
        if (*token == "--") {
            rest.insert(rest.end(), token, tokens.end());
            break;
        }
        const bool may_be_option = token->size() > 1 && token->front() == '-';
        if (const auto* own = may_be_option ? match(of_verb, *token) : nullptr) {
            rest.push_back(*token);
            const bool takes_next = !own->value.empty() && token->find('=') == std::string::npos;
            if (takes_next && std::next(token) != tokens.end()) {
                rest.push_back(*++token);
            }
            continue;
        }
        const auto* global = may_be_option ? match(global_options(), *token) : nullptr;
        if (global == nullptr) {
            rest.push_back(*token);
            continue;
        }
        if (global->value.empty()) {
            global->read(&globals, {}, {});
            continue;
        }
        const auto equals = token->find('=');
        if (equals != std::string::npos) {
            check_choices(*global, token->substr(equals + 1));
            global->read(&globals, token->substr(equals + 1), {});
        } else if (std::next(token) == tokens.end() || std::next(token)->starts_with('-')) {
            if (global->name == "fields") {
                globals.list_fields = true;
            } else if (std::next(token) != tokens.end() && *std::next(token) == "-") {
                global->read(&globals, *++token, {});
            } else {
                throw UsageError("--" + global->name + ": " + global->value + " is missing");
            }
        } else {
            ++token;
            check_choices(*global, *token);
            global->read(&globals, *token, {});
        }
    }
    return rest;
}

} // namespace praxis::command_line
