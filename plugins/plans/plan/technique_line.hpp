// SPDX-License-Identifier: MIT
/// A technique of a plan as a person types it: "deep-tissue lower-back left 35 min for tension".
#pragma once
#include "plan/plan.hpp"
#include "plan/rules.hpp"

#include <string>

namespace praxis::plans {

/// TECHNIQUE [REGION] [SIDE] [MINUTES [min]] for PURPOSE [and PURPOSE ...]
/// errors  UsageError: no purpose, an unknown word; NotFound: no such technique
TechniqueLine
read_technique_line(Session& session, const PlanRules& rules, const std::string& text);

/// "deep-tissue, lower back, both sides, 35 min: less muscle tension"
std::string technique_text(const TechniqueLine& line, const PlanRules& rules);

/// The line without its purposes: "deep-tissue, lower back, both sides, 35 min".
std::string work_text(const TechniqueLine& line);

std::string purposes_text(const TechniqueLine& line, const PlanRules& rules);

} // namespace praxis::plans
