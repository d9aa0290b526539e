// SPDX-License-Identifier: MIT
/// A new plan, from a complaint and its goals.
#pragma once
#include "plan/plan.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::plans {

/// errors  Refused: the complaint has no cause ("unknown" is one), or an open plan
void check_can_be_planned(Session& session, const clients::Complaint& complaint);

/// Makes each text a goal of the complaint, and each line of the complaint's own goals that is not
/// one yet; reports them, and when there is none at all.
void add_goals(
    Session& session, const clients::Complaint& complaint, const std::vector<std::string>& texts
);

} // namespace praxis::plans
