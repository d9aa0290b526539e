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

std::shared_ptr<Letters> make_letters();

} // namespace praxis::referrals
