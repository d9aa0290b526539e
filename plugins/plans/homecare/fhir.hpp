// SPDX-License-Identifier: MIT
/// Home care as FHIR R4: one CarePlan with an activity for each item, and a QuestionnaireResponse
/// for each time a checklist was answered.
/// source  HL7 FHIR R4 (4.0.1), careplan.html, questionnaireresponse.html
#pragma once
#include <praxis/chart.hpp>

#include <vector>

namespace praxis::plans::home {

/// A referral's bundle holds no home care: its letter informs the receiver.
std::vector<Value> home_care_resources(Session& session, const FhirRequest& request);

} // namespace praxis::plans::home
