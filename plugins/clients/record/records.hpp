// SPDX-License-Identifier: MIT
/// The plugin's records as lossless JSON and as FHIR R4.
#pragma once
#include "client_queries.hpp"
#include "complaint_queries.hpp"
#include "consent_queries.hpp"
#include "health_queries.hpp"

#include <praxis/chart.hpp>
#include <praxis/value.hpp>

namespace praxis::clients {

// All columns of a row: dates as ISO text, times with their offset, absent values as null.
Value json_of(const ClientRow& client);
Value json_of(const ComplaintRow& complaint);
Value json_of(const ConditionRow& condition);
Value json_of(const MedicationRow& medication);
Value json_of(const AllergyRow& allergy);
Value json_of(ClientId client, const NoneKnown& answer);
Value json_of(const ConsentRow& consent);

/// Patient, Condition, AllergyIntolerance, MedicationStatement, Consent.
std::vector<Value> record_fhir(Session& session, const FhirRequest& request);

RecordMapper record_mapper();

} // namespace praxis::clients
