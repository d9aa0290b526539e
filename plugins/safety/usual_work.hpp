// SPDX-License-Identifier: MIT
/// The work that a client usually gets: what a check before a session is about.
#pragma once
#include <praxis/safety/check.hpp>
#include <praxis/session.hpp>

#include <vector>

namespace praxis::safety {

/// The techniques of the newest signed sessions; before the first one, all techniques.
std::vector<Work> usual_work(Session& session, ClientId client);

} // namespace praxis::safety
