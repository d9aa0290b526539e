// SPDX-License-Identifier: MIT
/// What `config set`, `unset` and `get` share.
#pragma once
#include "session/host_session.hpp"
#include "system/settings.hpp"

#include <praxis/result.hpp>

#include <string>
#include <vector>

namespace praxis {

/// The setting of that name.
/// errors  NotFound with the name that was probably meant
const Setting& get_setting(const std::vector<Setting>& settings, const std::string& name);

/// The text of a configuration file; empty when there is none yet.
/// errors  Refused when it cannot be read
std::string read_config(const std::string& path);

/// Writes the configuration file whole, owner-only, unless this is a dry run.
/// errors  Error file_error
Result write_config(
    HostSession& session, const std::string& path, const std::string& text, const std::string& name
);

} // namespace praxis
