// SPDX-License-Identifier: MIT
/// The options of every command. They are valid anywhere on the command line (POSIX Utility Syntax
/// Guidelines, except guideline 9).
#pragma once
#include "options/parse.hpp"

#include <optional>
#include <string>
#include <vector>

namespace praxis::command_line {

struct Globals {
    std::optional<std::string> practice;
    std::optional<std::string> config;
    std::string format;
    bool byte_order_mark = false; // before csv or tsv
    std::vector<std::string> fields;
    bool list_fields = false;
    std::string colour = "auto";
    bool no_pager = false;
    bool no_input = false;
    bool yes = false;
    std::optional<std::string> confirm; // the name that confirms a deletion
    bool dry_run = false;
    std::optional<std::string> as_of; // show the records at the end of that day
    bool quiet = false;
    bool verbose = false;
    std::vector<std::string> plugin_dirs;
    bool no_plugins = false;
    std::optional<std::string> passphrase_file;
    bool version = false;
    bool help = false;
};

/// The specs of the global options, for help and suggestions.
const std::vector<OptionSpec>& global_options();

/// Removes the global options from the arguments and returns the others in their order. `of_verb`
/// are the options of the verb: their values stay, even if they look like a global option. Unknown
/// options stay for the verb's parser, and everything after "--" stays.
/// errors  UsageError: a value is missing or invalid; options that exclude each other
std::vector<std::string> take_globals(
    const std::vector<std::string>& tokens, const std::vector<OptionSpec>& of_verb, Globals& globals
);

} // namespace praxis::command_line
