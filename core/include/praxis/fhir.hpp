// SPDX-License-Identifier: MIT
/// The data types of HL7 FHIR R4 that the resources of every plugin are built from, and the ids of
/// resources without a record of their own. A RecordMapper (<praxis/chart.hpp>) returns resources.
/// Nothing here checks a code or a URL; tests/support/check_fhir checks whole bundles.
/// source  HL7 FHIR R4 (4.0.1), https://hl7.org/fhir/R4/; page and anchor are named per function
#pragma once
#include <praxis/abi.h>
#include <praxis/document.hpp>
#include <praxis/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace praxis::fhir {

inline constexpr std::string_view loinc = "http://loinc.org";
inline constexpr std::string_view snomed = "http://snomed.info/sct";

/// HL7's own code system of that name: "v3-ActCode".
PRAXIS_API std::string hl7_system(std::string_view name);

/// A resource with its type and id, to which the caller adds members.
/// source  resource.html
PRAXIS_API Value resource(std::string_view type, std::string_view id);

/// The URL of the record with that UUID: "urn:uuid:<uuid>".
/// source  bundle.html#bundle-unique; RFC 9562, section 4
PRAXIS_API std::string url_of(std::string_view uuid);

/// Reference to the resource with that UUID; an empty `display` is left out.
/// source  references.html#Reference
PRAXIS_API Value reference(std::string_view uuid, std::string_view display = {});

/// Identifier: a number or name that is unique in `system`.
/// source  datatypes.html#Identifier
PRAXIS_API Value identifier(std::string_view system, std::string_view value);

/// Coding; an empty `display` is left out.
/// source  datatypes.html#Coding
PRAXIS_API Value
coding(std::string_view system, std::string_view code, std::string_view display = {});

/// CodeableConcept with one coding; an empty `text` is left out.
/// source  datatypes.html#CodeableConcept
PRAXIS_API Value codeable_concept(Value coding, std::string_view text = {});

/// An element that has its text alone: a CodeableConcept without a code, an Annotation, a HumanName
/// or an Address in one line.
/// source  datatypes.html#CodeableConcept, #Annotation, #HumanName, #Address
PRAXIS_API Value text_element(std::string_view text);

/// ContactPoint: `system` is "phone", "fax" or "email"; an empty `use` is left out.
/// source  datatypes.html#ContactPoint
PRAXIS_API Value
contact_point(std::string_view system, std::string_view value, std::string_view use = {});

/// The value of an element that may repeat and occurs once.
/// source  json.html#repeat
PRAXIS_API Value list_of(Value item);

/// Narrative: the blocks as XHTML with every text escaped. Characters that XML forbids become
/// visible escapes. FHIR allows no empty narrative: without content it is "Not recorded."
/// status  "generated" from the resource alone, "additional" when it tells more than the resource
/// source  narrative.html#Narrative
PRAXIS_API Value narrative(std::string_view status, const std::vector<Block>& blocks);

/// A UUID of version 8 for a resource without a record of its own, such as the Task of a referral.
/// It is made of the first 128 bits of BLAKE2b-256 of the name: the same name gives the same UUID.
/// name    for a part of a record, its UUID and the part: "<uuid>/task"
/// source  RFC 9562, sections 4.1 and 5.8
PRAXIS_API std::string derived_uuid(std::string_view name);

} // namespace praxis::fhir
