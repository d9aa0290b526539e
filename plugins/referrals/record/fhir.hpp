// SPDX-License-Identifier: MIT
/// A referral as HL7 FHIR R4 resources.
#pragma once
#include "letter/letter.hpp"
#include "provider.hpp"
#include "referral.hpp"

#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <vector>

namespace praxis::referrals {

/// Practitioner; for a provider with an organisation also Organization and PractitionerRole.
std::vector<Value> provider_resources(Session& session, const Provider& provider);

/// ServiceRequest, Task with the reports as its output, and each report as a DiagnosticReport.
std::vector<Value> referral_resources(Session& session, const Referral& referral);

/// Composition of type 57133-1 with one section for each part of the letter. A section refers to
/// the resources of other plugins' record mappers that it covers.
Value composition_resource(Session& session, const Referral& referral, const WrittenLetter& letter);

} // namespace praxis::referrals
