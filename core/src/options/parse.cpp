// SPDX-License-Identifier: MIT
#include "options/parse.hpp"

#include "options/globals.hpp"

#include <praxis/text.hpp>

#include <boost/program_options/errors.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/value_semantic.hpp>

#include <algorithm>

namespace praxis::command_line {
namespace po = boost::program_options;

namespace {

po::options_description describe(const std::vector<OptionSpec>& options) {
    po::options_description description;
    for (const auto& option : options) {
        if (option.argument) {
            continue;
        }
        const auto name =
            option.letter == '\0' ? option.name : option.name + "," + std::string{option.letter};
        if (option.value.empty()) {
            description.add_options()(name.c_str(), "");
        } else {
            description.add_options()(name.c_str(), po::value<std::vector<std::string>>(), "");
        }
    }
    return description;
}

/// Splits "--email=" into two arguments: Program_options refuses an empty value after an equal
/// sign.
std::vector<std::string> with_empty_values(const std::vector<std::string>& tokens) {
    std::vector<std::string> split;
    bool options_over = false;
    for (const auto& token : tokens) {
        options_over = options_over || token == "--";
        if (!options_over && token.starts_with("--") && token.ends_with('=')) {
            split.push_back(token.substr(0, token.size() - 1));
            split.emplace_back();
        } else {
            split.push_back(token);
        }
    }
    return split;
}

std::vector<std::string> names_of(const std::vector<OptionSpec>& options) {
    std::vector<std::string> names;
    for (const auto& option : options) {
        if (!option.argument) {
            names.push_back("--" + option.name);
        }
    }
    for (const auto& option : global_options()) {
        names.push_back("--" + option.name);
    }
    return names;
}

[[noreturn]] void unknown_option(std::string name, const std::vector<OptionSpec>& options) {
    name = name.substr(0, name.find('='));
    const auto meant = did_you_mean(name, names_of(options));
    throw UsageError("unknown option " + name, meant ? "did you mean " + *meant + "?" : "");
}

const OptionSpec& find_option(const std::vector<OptionSpec>& options, const std::string& name) {
    const auto found = std::find_if(options.begin(), options.end(), [&](const auto& option) {
        return !option.argument &&
               (option.name == name || "-" + std::string{option.letter} == name);
    });
    if (found == options.end()) {
        unknown_option("--" + name, options);
    }
    return *found;
}

void check_choice(const OptionSpec& option, const std::string& token) {
    if (option.choices.empty() || (token.empty() && !option.required) ||
        std::find(option.choices.begin(), option.choices.end(), token) != option.choices.end()) {
        return;
    }
    const auto meant = did_you_mean(token, option.choices);
    throw UsageError(
        spelling_of(option) + ": invalid value '" + visible(token) + "', choose from " +
            join(option.choices, ", "),
        meant ? "did you mean " + *meant + "?" : ""
    );
}

void place_arguments(
    std::vector<Given>& given,
    const std::vector<std::string>& tokens,
    const std::vector<OptionSpec>& options
) {
    auto token = tokens.begin();
    const bool has_arguments = std::ranges::any_of(options, &OptionSpec::argument);
    for (const auto& option : options) {
        if (!option.argument) {
            continue;
        }
        if (token == tokens.end()) {
            if (option.required) {
                throw UsageError(option.name + " is missing");
            }
            continue;
        }
        do {
            check_choice(option, *token);
            given.push_back({&option, *token++});
        } while (option.repeatable && token != tokens.end());
    }
    if (token != tokens.end()) {
        throw UsageError(
            "unexpected argument '" + visible(*token) + "'",
            has_arguments ? "put a value with spaces in quotation marks" : ""
        );
    }
}

void check_required(const std::vector<Given>& given, const std::vector<OptionSpec>& options) {
    for (const auto& option : options) {
        const bool missing = option.required && !option.argument &&
                             std::none_of(given.begin(), given.end(), [&](const auto& one) {
                                 return one.spec == &option;
                             });
        if (missing) {
            throw UsageError(
                spelling_of(option) + " is missing",
                "give " + spelling_of(option) + " " + option.value
            );
        }
    }
}

} // namespace

std::string spelling_of(const OptionSpec& option) {
    return option.argument ? option.name : "--" + option.name;
}

std::vector<Given>
parse(const std::vector<std::string>& tokens, const std::vector<OptionSpec>& options) {
    const auto description = describe(options);
    std::vector<po::option> parsed;
    try {
        using style = po::command_line_style::style_t;
        parsed =
            po::command_line_parser(with_empty_values(tokens))
                .options(description)
                .style(
                    static_cast<int>(style::unix_style) & ~static_cast<int>(style::allow_guessing)
                )
                .run()
                .options;
    } catch (const po::unknown_option& error) {
        unknown_option(error.get_option_name(), options);
    } catch (const po::error_with_option_name& error) {
        throw UsageError(error.get_option_name() + ": a value is missing or unexpected");
    } catch (const po::error& error) {
        throw UsageError(error.what());
    }
    std::vector<Given> given;
    std::vector<std::string> arguments;
    for (const auto& option : parsed) {
        if (option.string_key.empty()) {
            arguments.insert(arguments.end(), option.value.begin(), option.value.end());
            continue;
        }
        const auto& spec = find_option(options, option.string_key);
        if (spec.value.empty()) {
            given.push_back({&spec, {}});
        }
        for (const auto& token : option.value) {
            check_choice(spec, token);
            given.push_back({&spec, token});
        }
    }
    place_arguments(given, arguments, options);
    check_required(given, options);
    return given;
}

void read_into(void* args, const std::vector<Given>& given, const WordContext& context) {
    for (auto one = given.begin(); one != given.end(); ++one) {
        const bool given_again = !one->spec->repeatable &&
                                 std::any_of(std::next(one), given.end(), [&](const auto& later) {
                                     return later.spec == one->spec;
                                 });
        if (given_again) {
            continue;
        }
        try {
            one->spec->read(args, one->token, context);
        } catch (const UsageError& error) {
            throw UsageError(spelling_of(*one->spec) + ": " + error.what(), error.hint());
        }
    }
}

} // namespace praxis::command_line
