// SPDX-License-Identifier: MIT
/// A letter as JSON, so that one that was sent renders the same for ever, in any format.
///   {"format": 1, "document": {...}, "parts": [{"name", "title", "loinc", "blocks": [...]}]}
/// Every block is an object whose member "is" names its kind.
#pragma once
#include "letter/letter.hpp"

#include <praxis/document.hpp>
#include <praxis/value.hpp>

#include <string>
#include <vector>

namespace praxis::referrals {

Value document_to_value(const Document& document);

/// errors  PluginError for a kind of block that this version does not know
Document document_from_value(const Value& value);

std::string letter_to_json(const Document& document, const std::vector<LetterPart>& parts);

struct FrozenLetter {
    Document document;
    std::vector<LetterPart> parts;
};

/// errors  PluginError when a newer version wrote it; Refused when that is no JSON
FrozenLetter letter_from_json(const std::string& json);

} // namespace praxis::referrals
