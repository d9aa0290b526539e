// SPDX-License-Identifier: MIT
/// A referral as HL7 FHIR R4 resources.
#pragma once
#include "letter/letter.hpp"
#include "provider.hpp"
#include "referral.hpp"

#include <praxis/session.hpp>
#include <praxis/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace praxis::referrals {

/// A UUID (version 8) for what has no row of its own, such as the Task of a referral: it depends
/// on the record's UUID and the purpose alone.
std::string derived_uuid(std::string_view uuid, std::string_view purpose);

/// ServiceRequest.status and Task.status for each state of a referral.
std::string service_request_status(std::string_view state);
std::string task_status(std::string_view state);

/// Practitioner; with an organisation also Organization and PractitionerRole.
std::vector<Value> provider_resources(Session& session, const Provider& provider);

/// ServiceRequest and Task.
std::vector<Value> referral_resources(Session& session, const Referral& referral);

/// Composition of type 57133-1, one section for each part of the letter. Sections name the
/// resources of other plugins' record mappers that they speak of.
Value composition_resource(Session& session, const Referral& referral, const WrittenLetter& letter);

} // namespace praxis::referrals
