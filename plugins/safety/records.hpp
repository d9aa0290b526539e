// SPDX-License-Identifier: MIT
/// This plugin's part of charts and exports.
#pragma once
#include <praxis/chart.hpp>
#include <praxis/clients/erasing.hpp>

namespace praxis::safety {

/// The rows of a client as lossless JSON; overrides as FHIR R4 DetectedIssue with mitigation,
/// screens as QuestionnaireResponse and Flag.
RecordMapper record_mapper();

/// Overridden stops with author and reason.
ChartSection overrides_section();

TimelineSource timeline_source();

void erase_records(Session& session, const clients::ClientErasing& erasing);

} // namespace praxis::safety
