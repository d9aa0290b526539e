// SPDX-License-Identifier: MIT
/// The screens in charts, letters, the course of a record and exports.
#pragma once
#include <praxis/chart.hpp>

#include <vector>

namespace praxis::safety {

/// The newest screen with its positive and negative answers. A letter lacks it when no screen
/// covers the complaint, when it is too old, and when one is due again.
ChartSection screen_section();

TimelineSource screen_timeline();

/// A line for each client with an open flag that asked for care on the same day, and for each
/// screen that is due. Many first visits share one line.
TodoSource screen_todo();

void write_screens(Session& session, std::optional<ClientId> client, const RecordSink& take);

/// Each screen as a QuestionnaireResponse, and each flag of the newest screen as a Flag. For a
/// referral only the newest screen of its complaint, without private answers.
std::vector<Value> screens_as_fhir(Session& session, const FhirRequest& request);

} // namespace praxis::safety
