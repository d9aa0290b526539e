// SPDX-License-Identifier: MIT
/// What could stand where the person pressed the tab key: for `praxis completion SHELL`.
#pragma once
#include "plugins/platform.hpp"
#include "system/config.hpp"

#include <string>
#include <vector>

namespace praxis {

/// One in a line. `words` are those behind `praxis`; the last is what is typed of the one to
/// complete, or empty. Opens no practice; loads the plugin whose noun stands there, and nothing
/// before that. What cannot be known (the command line makes no sense, a plugin is broken) is
/// nothing.
std::string completions(
    plugins::Platform& platform, const Config& config, const std::vector<std::string>& words
);

} // namespace praxis
