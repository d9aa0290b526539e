// SPDX-License-Identifier: MIT
#pragma once
#include "client_row.hpp"

#include <praxis/session.hpp>
#include <praxis/value.hpp>

namespace praxis::clients {

/// FHIR R4 Patient.
/// is_referral  only what a letter tells about the person
/// source       HL7 FHIR R4, patient.html
Value patient_of(Session& session, const ClientRow& client, bool is_referral);

} // namespace praxis::clients
