// SPDX-License-Identifier: MIT
/// The help texts, all made from the commands' cards and the plugins' manifests.
#pragma once
#include "plugins/platform.hpp"

#include <praxis/command.hpp>

#include <cstddef>
#include <string>

namespace praxis::command_line {

/// `praxis help`: what praxis is, and every noun. Loads no plugin.
std::string help_of_praxis(plugins::Platform& platform, std::size_t width);

/// `praxis help client`: the verbs of a noun. `plugin` is the one that offers it.
std::string help_of_noun(const plugins::Loaded& plugin, const std::string& noun, std::size_t width);

/// `praxis help client add`: examples first, then the words it takes.
std::string help_of_verb(
    const std::string& noun, const std::string& verb, const CommandSpec& spec, std::size_t width
);

/// "praxis client add --given NAME [--born DATE] ...": one line.
std::string usage_of(const std::string& noun, const std::string& verb, const CommandSpec& spec);

} // namespace praxis::command_line
