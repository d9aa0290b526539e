// SPDX-License-Identifier: MIT
/// What this plugin contributes to charts and exports.
#pragma once
#include <praxis/chart.hpp>
#include <praxis/clients/erasing.hpp>

namespace praxis::safety {

/// Rows of one client without loss; overrides as DetectedIssue with their mitigation (FHIR R4).
RecordMapper record_mapper();

/// Stops that were overridden, with who and why.
ChartSection overrides_section();

TimelineSource timeline_source();

void erase_overrides(Session& session, const clients::ClientErasing& erasing);

} // namespace praxis::safety
