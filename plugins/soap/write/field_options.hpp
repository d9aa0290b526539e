// SPDX-License-Identifier: MIT
/// The options --work and --set of every command that writes a note.
#pragma once
#include "write/completions.hpp"

#include <praxis/command.hpp>

#include <string>
#include <vector>

namespace praxis::soap {

struct FieldArgs {
    std::vector<std::string> work; // lines of shorthand
    std::vector<std::string> sets; // FIELD=VALUE
};

/// Args  has a `kind`
template <class Args> void add_kind_option(Options<Args>& options) {
    options.option(&Args::kind, "kind", "KIND", "the kind of the session; default: treatment")
        .choices({"treatment", "wellness"});
}

/// Args      derives from FieldArgs
/// set_help  the help of --set in that command
template <class Args> void add_field_options(Options<Args>& options, const std::string& set_help) {
    using Words = std::vector<std::string> Args::*;
    options
        .option(Words{&Args::work}, "work", "LINE", "the work in short words, one line for a block")
        .letter('w')
        .completed_by(complete_work);
    options.option(Words{&Args::sets}, "set", "FIELD=VALUE", set_help)
        .letter('s')
        .completed_by(complete_set);
}

} // namespace praxis::soap
