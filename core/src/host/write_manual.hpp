// SPDX-License-Identifier: MIT
/// The hidden command `praxis __manual FOLDER`: the build calls it to make the man pages.
#pragma once
#include "system/environment.hpp"

#include <praxis/error.hpp>

#include <string>

namespace praxis {

/// Writes FOLDER/man1/praxis.1, praxis-NOUN.1 and praxis-NOUN-VERB.1, and
/// FOLDER/man7/praxis-TOPIC.7 of the core and of the plugins that came with praxis. Loads those
/// plugins. Reads no configuration.
///
/// errors  PluginError: one of them cannot be loaded; Error failed: a file cannot be written
Exit write_manual(const Environment& environment, const std::string& folder);

} // namespace praxis
