// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace praxis::referrals {

/// The text of a narrative's XHTML, a paragraph, a row or an item of a list in each line. A
/// document type may declare entities, so a narrative with one has no text. source  HL7 FHIR R4
/// (4.0.1), narrative.html
std::string text_of_narrative(std::string_view xhtml);

} // namespace praxis::referrals
