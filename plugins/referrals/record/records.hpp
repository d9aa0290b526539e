// SPDX-License-Identifier: MIT
/// This plugin's contributions to charts and exports, and its service.
#pragma once
#include <praxis/advice.hpp>
#include <praxis/brief.hpp>
#include <praxis/chart.hpp>
#include <praxis/referrals/letters.hpp>

#include <memory>

namespace praxis::referrals {

/// Every row of one client, and FHIR R4 resources.
RecordMapper record_mapper();

/// A client's referrals with their states.
ChartSection referrals_section();

/// The events of the client's referrals.
TimelineSource timeline_source();

/// Letters not yet sent, replies not yet received, and referrals that were declined or lost.
TodoSource todo_source();

/// The client's open referrals, for `praxis client brief`.
BriefSource brief_source();

/// The recommendations of reports that came back.
AdviceSource advice_source();

std::shared_ptr<Letters> make_letters();

} // namespace praxis::referrals
