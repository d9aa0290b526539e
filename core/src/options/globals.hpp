// SPDX-License-Identifier: MIT
/// The options that every command takes, wherever they stand (cli.md section 1).
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
    std::vector<std::string> fields;
    bool list_fields = false;
    std::string colour = "auto";
    bool no_pager = false;
    bool no_input = false;
    bool yes = false;
    std::optional<std::string> confirm; // the name typed for a severe command
    bool dry_run = false;
    std::optional<std::string> as_of; // the day whose end is looked back to
    bool quiet = false;
    bool verbose = false;
    std::vector<std::string> plugin_dirs;
    bool no_plugins = false;
    std::optional<std::string> passphrase_file;
    bool version = false;
    bool help = false;
};

/// How the globals are spelled: for the help and for suggestions.
const std::vector<OptionSpec>& global_options();

/// Takes the globals out of the words; what remains keeps its order. `of_verb` are the options of
/// the verb, whose values are left alone even when they look like a global; unknown options are
/// left to the verb's own parser. After "--" nothing is taken.
/// errors  UsageError: a value is missing, or not one of those there are
std::vector<std::string> take_globals(
    const std::vector<std::string>& words, const std::vector<OptionSpec>& of_verb, Globals& globals
);

} // namespace praxis::command_line
