// SPDX-License-Identifier: MIT
#include "options/globals.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::command_line {
namespace {

Globals& globals_of(void* args) {
    return *static_cast<Globals*>(args);
}

/// An option without a value.
template <class Read> OptionSpec flag(std::string name, char letter, std::string help, Read read) {
    OptionSpec spec;
    spec.name = std::move(name);
    spec.letter = letter;
    spec.help = std::move(help);
    spec.read = [read](void* args, std::string_view, const WordContext&) {
        read(globals_of(args));
    };
    return spec;
}

OptionSpec flag(std::string name, char letter, std::string help, bool Globals::*member) {
    return flag(std::move(name), letter, std::move(help), [member](Globals& globals) {
        globals.*member = true;
    });
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

template <class Member>
OptionSpec
value(std::string name, std::string placeholder, std::string help, Member Globals::*member) {
    return value(
        std::move(name),
        std::move(placeholder),
        std::move(help),
        [member](Globals& globals, std::string text) { globals.*member = std::move(text); }
    );
}

OptionSpec with_choices(OptionSpec spec, std::vector<std::string> choices) {
    spec.choices = std::move(choices);
    return spec;
}

/// --bom alone means csv.
void settle_byte_order_mark(Globals& globals) {
    if (!globals.byte_order_mark) {
        return;
    }
    globals.format = globals.format.empty() ? "csv" : globals.format;
    if (globals.format != "csv" && globals.format != "tsv") {
        throw UsageError("--bom is for --format csv and --format tsv", "leave out --bom");
    }
}

OptionSpec format_option() {
    return with_choices(
        value("format", "FORMAT", "table, plain, csv, tsv, json, jsonl or md", &Globals::format),
        {"table", "plain", "csv", "tsv", "json", "jsonl", "md"}
    );
}

OptionSpec json_option() {
    return flag("json", '\0', "the same as --format json", [](Globals& globals) {
        globals.format = "json";
    });
}

OptionSpec bom_option() {
    return flag(
        "bom",
        '\0',
        "csv (or tsv) that begins with a byte order mark, for spreadsheets",
        &Globals::byte_order_mark
    );
}

OptionSpec fields_option() {
    return value(
        "fields",
        "A,B",
        "show only these fields; without A,B, as the last argument: list the fields",
        [](Globals& globals, const std::string& text) { globals.fields = split(text, ','); }
    );
}

OptionSpec colour_option() {
    return with_choices(
        value("color", "WHEN", "auto, always or never", &Globals::colour),
        {"auto", "always", "never"}
    );
}

OptionSpec no_colour_option() {
    return flag("no-color", '\0', "the same as --color never", [](Globals& globals) {
        globals.colour = "never";
    });
}

OptionSpec confirm_option() {
    return value(
        "confirm",
        "NAME",
        "confirm a command that deletes records, with the name it asks for",
        &Globals::confirm
    );
}

OptionSpec as_of_option() {
    return value(
        "as-of", "DATE", "show the records as they were at the end of that day", &Globals::as_of
    );
}

OptionSpec plugin_dir_option() {
    auto spec = value(
        "plugin-dir",
        "DIR",
        "search this folder for plugins first",
        [](Globals& globals, std::string text) { globals.plugin_dirs.push_back(std::move(text)); }
    );
    spec.repeatable = true;
    return spec;
}

OptionSpec passphrase_option() {
    return value(
        "passphrase-file",
        "FILE",
        "the passphrase is the first line of this file (- for stdin)",
        &Globals::passphrase_file
    );
}

/// In the order of the help.
std::vector<OptionSpec> make_global_options() {
    return {
        value("practice", "FILE", "the practice to use (PRAXIS_PRACTICE)", &Globals::practice),
        value("config", "FILE", "a configuration file (PRAXIS_CONFIG)", &Globals::config),
        format_option(),
        json_option(),
        fields_option(),
        bom_option(),
        colour_option(),
        no_colour_option(),
        flag("no-pager", '\0', "do not use a pager", &Globals::no_pager),
        flag("no-input", '\0', "do not ask questions", &Globals::no_input),
        flag("yes", 'y', "answer yes to every confirmation", &Globals::yes),
        confirm_option(),
        flag("dry-run", 'n', "show what would change, and write nothing", &Globals::dry_run),
        as_of_option(),
        flag("quiet", 'q', "print only the result and errors", &Globals::quiet),
        flag("verbose", 'v', "print more messages", &Globals::verbose),
        plugin_dir_option(),
        flag("no-plugins", '\0', "use the core without plugins", &Globals::no_plugins),
        passphrase_option(),
        flag("version", '\0', "show the version of praxis", &Globals::version),
        flag("help", 'h', "show help", &Globals::help),
    };
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

bool has_value(const std::string& token) {
    return token.find('=') != std::string::npos;
}

void read_checked(const OptionSpec& option, const std::string& text, Globals& globals) {
    check_choices(option, text);
    option.read(&globals, text, {});
}

using Token = std::vector<std::string>::const_iterator;

/// Reads the global option at `token`, with its value; returns its last token.
Token read_global(const OptionSpec& option, Token token, Token end, Globals& globals) {
    const auto next = std::next(token);
    if (option.value.empty()) {
        option.read(&globals, {}, {});
        return token;
    }
    if (has_value(*token)) {
        read_checked(option, token->substr(token->find('=') + 1), globals);
        return token;
    }
    if (next != end && !next->starts_with('-')) {
        read_checked(option, *next, globals);
        return next;
    }
    if (option.name == "fields") {
        globals.list_fields = true;
        return token;
    }
    if (next != end && *next == "-") {
        option.read(&globals, *next, {});
        return next;
    }
    throw UsageError("--" + option.name + ": " + option.value + " is missing");
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
        const auto* own = may_be_option ? match(of_verb, *token) : nullptr;
        const auto* global =
            may_be_option && own == nullptr ? match(global_options(), *token) : nullptr;
        if (global != nullptr) {
            token = read_global(*global, token, tokens.end(), globals);
            continue;
        }
        rest.push_back(*token);
        const bool takes_next = own != nullptr && !own->value.empty() && !has_value(*token);
        if (takes_next && std::next(token) != tokens.end()) {
            rest.push_back(*++token);
        }
    }
    settle_byte_order_mark(globals);
    return rest;
}

} // namespace praxis::command_line
