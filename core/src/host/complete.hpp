// SPDX-License-Identifier: MIT
/// The arguments that can complete a command line, for `praxis completion SHELL`.
#pragma once
#include "plugins/platform.hpp"
#include "system/config.hpp"

#include <string>
#include <vector>

namespace praxis {

/// The candidates, one in a line. `arguments` come after `praxis`; the last one is the one to
/// complete as far as it is typed, and may be empty. Opens no practice, and loads no plugin but the
/// one that offers the noun. A wrong command line and a broken plugin have no candidates.
std::string completions(
    plugins::Platform& platform, const Config& config, const std::vector<std::string>& arguments
);

} // namespace praxis
