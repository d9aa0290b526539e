// SPDX-License-Identifier: MIT
/// What this plugin contributes to charts and exports, and offers as a service.
#pragma once
#include <praxis/chart.hpp>
#include <praxis/referrals/letters.hpp>

#include <memory>

namespace praxis::referrals {

/// Rows of one client without loss, and FHIR R4 resources.
RecordMapper record_mapper();

/// A client's referrals with their states.
ChartSection referrals_section();

/// What became of the client's referrals, event by event.
TimelineSource timeline_source();

/// Letters that were not sent, reports that are awaited, and what was declined or lost.
TodoSource todo_source();

std::shared_ptr<Letters> make_letters();

} // namespace praxis::referrals
