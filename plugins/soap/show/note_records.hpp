// SPDX-License-Identifier: MIT
/// A client's notes for exports: JSON without loss, and FHIR R4.
#pragma once
#include <praxis/chart.hpp>
#include <praxis/session.hpp>

#include <vector>

namespace praxis::soap {

/// Every row of the plugin's tables that belongs to the client, drafts too.
Value notes_as_json(Session& session, ClientId client);

/// Of each signed note an Encounter, a Procedure per block, and pain before and after as
/// Observations. The resources that are no record of their own have an id worked out from the
/// note's: the same note gives the same id every time.
/// source  domain.md 4.1, 4.2: LOINC 72514-3, as a whole number and never as an answer code
std::vector<Value> notes_as_fhir(Session& session, const FhirRequest& request);

} // namespace praxis::soap
