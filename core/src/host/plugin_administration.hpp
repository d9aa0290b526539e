// SPDX-License-Identifier: MIT
/// What the `praxis plugin` commands have in common: finding a plugin, showing it, putting folders
/// in their place. None of it runs a plugin's code.
#pragma once
#include "plugins/platform.hpp"
#include "session/host_session.hpp"

#include <string>
#include <vector>

namespace praxis::plugins {

/// The plugin of that name.
/// errors  NotFound
const Manifest& get_plugin(HostSession& session, const std::string& name);

/// Those that need it, by name.
std::vector<std::string> dependents_of(const Platform& platform, const std::string& name);

/// "bundled", or the folder as the person knows it.
std::string shown_place(const Manifest& manifest);

std::string words_of_nouns(const Manifest& manifest);

/// "API 1.0 of 1.0, compiler ...": what its library says of itself; empty for one without a
/// library, and for a library that says nothing.
std::string build_of(const Manifest& manifest);

/// SHA-256 of its library; empty when there is none to read.
std::string digest_of_library(const Manifest& manifest);

/// Copies a plugin's folder, or unpacks a .tar.gz of one, into the person's plugins, where it
/// appears whole or not at all. `replace` puts it in the place of one of that name. errors Refused:
/// no plugin in it, links or other things than files, one of that name is there
Manifest install(HostSession& session, const std::string& source, bool replace);

/// errors  Refused: it is none that `install` put there
void refuse_unless_own(HostSession& session, const Manifest& manifest);

/// Removes the folder of one of the person's own plugins.
/// errors  as refuse_unless_own
void uninstall(HostSession& session, const Manifest& manifest);

} // namespace praxis::plugins
