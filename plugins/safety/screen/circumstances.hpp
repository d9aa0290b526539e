// SPDX-License-Identifier: MIT
/// Reads what the flags of a screen need from the record.
#pragma once
#include "screen/evaluate.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/session.hpp>

#include <vector>

namespace praxis::safety {

/// on  the day for ages, days since onset, and medication
Circumstances gather_circumstances(
    Session& session,
    const ScreenBook& book,
    const clients::Client& client,
    const std::vector<clients::Complaint>& complaints,
    Date on
);

} // namespace praxis::safety
