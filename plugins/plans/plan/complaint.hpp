// SPDX-License-Identifier: MIT
/// The complaint that a plan or a goal is for.
#pragma once
#include <praxis/clients/directory.hpp>
#include <praxis/session.hpp>

#include <optional>
#include <string>

namespace praxis::plans {

/// The complaint with that id, or the only open complaint of that client; reports which one.
/// given  the option --complaint, when the complaint was not named by its id
/// errors  NotFound; Ambiguous: several open ones; Refused: closed, or another client's
clients::Complaint complaint_named(
    Session& session,
    const std::string& client_or_complaint,
    const std::optional<std::string>& given
);

} // namespace praxis::plans
