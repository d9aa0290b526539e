// SPDX-License-Identifier: MIT
/// From the arguments of a command line to the page of help that answers them.
#pragma once
#include "help/page.hpp"
#include "plugins/platform.hpp"
#include "system/config.hpp"

#include <string>
#include <vector>

namespace praxis {

/// `praxis help ARGUMENTS`: of praxis, of a noun, of a command, of a topic, or the list of topics.
/// A noun comes before a topic of the same name.
/// errors  UsageError: there is no such thing, or an unexpected argument; PluginError as offering()
help::Page help_about(
    plugins::Platform& platform, const Config& config, const std::vector<std::string>& arguments
);

/// `praxis NOUN VERB ... --help`. The second argument may be a value, when the command is only a
/// noun.
/// errors  as help_about()
help::Page help_for_command(
    plugins::Platform& platform, const Config& config, std::vector<std::string> arguments
);

} // namespace praxis
