// SPDX-License-Identifier: MIT
/// Plans and goals as HL7 FHIR R4 resources.
#pragma once
#include "goal/goal.hpp"
#include "plan/plan.hpp"
#include "plan/rules.hpp"

#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <vector>

namespace praxis::plans {

/// CarePlan with one activity for each technique.
/// source  https://hl7.org/fhir/R4/careplan.html
Value care_plan_resource(
    Session& session, const Plan& plan, const PlanRules& rules, const std::vector<Goal>& goals
);

/// source  https://hl7.org/fhir/R4/goal.html
Value goal_resource(Session& session, const Goal& goal);

} // namespace praxis::plans
