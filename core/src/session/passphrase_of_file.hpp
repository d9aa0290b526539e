// SPDX-License-Identifier: MIT
/// The passphrase of a file that leaves the practice.
#pragma once
#include <praxis/session.hpp>

#include <string>

namespace praxis {

/// Makes a passphrase and reports it, once. praxis stores it nowhere.
std::string report_new_passphrase(Session& session);

} // namespace praxis
