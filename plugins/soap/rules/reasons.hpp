// SPDX-License-Identifier: MIT
/// All reasons for and against techniques for one client: for `technique suggest`, and as a service
/// for other plugins.
#pragma once
#include "rules/consent_gaps.hpp"
#include "rules/facts.hpp"
#include "rules/match.hpp"

#include <memory>
#include <string>
#include <vector>

namespace praxis::soap::suggest {

/// Reasons from rules, earlier sessions, missing consents and missing answers; sorted.
std::vector<Reason> collect_reasons(
    const Facts& facts,
    const std::vector<RuleFile>& files,
    const std::vector<std::string>& techniques,
    const std::vector<ConsentGap>& gaps
);

/// The command that records one of Facts::not_asked.
std::string command_to_record(const std::string& what, ClientId client);

/// The command that records consent to treatment.
std::string command_to_record_consent(ClientId client);

std::shared_ptr<Reasons> make_reasons();

} // namespace praxis::soap::suggest
