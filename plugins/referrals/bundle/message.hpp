// SPDX-License-Identifier: MIT
/// The letter's FHIR as a message between practices.
/// source  HL7 FHIR R4, messageheader.html; BSeR 1.0.0, BSeR-ReferralMessageHeader:
///         hl7.org/fhir/us/bser: event I12 of v2-0003, the Task in focus, the feedback document in
///         Task.output. The endpoints are names of the two sides: praxis sends nothing.
#pragma once
#include "referral.hpp"

#include <praxis/session.hpp>
#include <praxis/value.hpp>

namespace praxis::referrals {

/// document  the FHIR that was kept when the letter was sent
/// errors    Refused when it is no bundle
Value message_of(Session& session, const Referral& referral, const Value& document);

} // namespace praxis::referrals
