// SPDX-License-Identifier: MIT
/// Asks before something dangerous is done (cli.md section 1).
#pragma once
#include "session/host_session.hpp"

#include <praxis/result.hpp>

#include <string>

namespace praxis {

/// Shows what would happen; then a yes is needed, or --yes.
/// errors  NeedsInput: declined, or nobody is there to ask
void confirm_yes(const HostSession& session, const Result& preview);

/// Shows what would happen; then the name must be typed, or given with --confirm. `whose` says
/// what it is the name of: "the practice".
/// errors  NeedsInput: another name, or nobody is there to ask
void confirm_name(
    const HostSession& session,
    const Result& preview,
    const std::string& name,
    const std::string& whose
);

} // namespace praxis
