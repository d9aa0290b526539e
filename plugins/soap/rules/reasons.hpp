// SPDX-License-Identifier: MIT
/// Everything that speaks for techniques and against them, of one client: for `technique suggest`,
/// and for other plugins as a service.
#pragma once
#include "rules/facts.hpp"
#include "rules/match.hpp"

#include <memory>
#include <string>
#include <vector>

namespace praxis::soap::suggest {

/// Rules, sessions before, gaps of consent and what nobody has asked about; sorted.
std::vector<Reason> all_reasons(
    const Facts& facts,
    const std::vector<RuleFile>& files,
    const std::vector<std::string>& techniques,
    const std::vector<ConsentGap>& gaps
);

/// The command that records what nobody has asked about: of Facts::not_asked.
std::string fix_for(const std::string& what, ClientId client);

/// The command that records consent to treatment.
std::string consent_command(ClientId client);

std::shared_ptr<Reasons> make_reasons();

} // namespace praxis::soap::suggest
