// SPDX-License-Identifier: MIT
/// Functions that the `praxis plugin` commands share: find, describe, install and remove a plugin.
/// None of them runs a plugin's code.
#pragma once
#include "plugins/platform.hpp"
#include "session/host_session.hpp"

#include <string>
#include <vector>

namespace praxis::plugins {

/// The plugin of that name.
/// errors  NotFound
const Manifest& get_plugin(HostSession& session, const std::string& name);

/// The plugins that need it, by name.
std::vector<std::string> dependents_of(const Platform& platform, const std::string& name);

/// "bundled", or the plugin's folder.
std::string describe_place(const Manifest& manifest);

std::string list_nouns(const Manifest& manifest);

/// "API 1.0 of 1.0, compiler ...": the build that its library states; empty without a library or
/// without a descriptor in it.
std::string build_of(const Manifest& manifest);

/// SHA-256 of its library; empty if it has none or praxis cannot read it.
std::string digest_of_library(const Manifest& manifest);

/// Copies a plugin's folder, or unpacks a .tar.gz, into the user's plugin folder, completely or not
/// at all. With `replace` it replaces an installed plugin of that name.
Manifest install(HostSession& session, const std::string& source, bool replace);

/// errors  Refused: install() did not put it there
void refuse_unless_own(HostSession& session, const Manifest& manifest);

/// Removes the folder of a plugin that the user added.
/// errors  as refuse_unless_own
void uninstall(HostSession& session, const Manifest& manifest);

} // namespace praxis::plugins
