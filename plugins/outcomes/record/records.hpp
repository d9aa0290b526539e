// SPDX-License-Identifier: MIT
/// This plugin's part of charts, exports, the timeline and the lines before a session.
#pragma once
#include "measure.hpp"

#include <praxis/brief.hpp>
#include <praxis/chart.hpp>
#include <praxis/clients/erasing.hpp>

namespace praxis::outcomes {

/// The rows of a client as lossless JSON; as FHIR R4 an Observation for each score and a
/// QuestionnaireResponse for the answers behind it.
RecordMapper record_mapper();

/// One row as that JSON. Every column of the table is in it.
Value measure_value(const Measure& measure);

/// Whether a FHIR export has the measure. A referral gets the measures of its complaint that count.
/// Nothing private leaves with it, and nothing of which praxis cannot read whether it is private.
/// instrument  nullptr when no file describes it
bool is_wanted(const Measure& measure, const Instrument* instrument, const FhirRequest& request);

/// Every instrument with values, compared with itself. Pain of sessions is in the section of notes.
ChartSection outcomes_section();

TimelineSource timeline_source();

/// The instruments that are due again.
BriefSource brief_source();

void erase_measures(Session& session, const clients::ClientErasing& erasing);

} // namespace praxis::outcomes
