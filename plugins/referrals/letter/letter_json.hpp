// SPDX-License-Identifier: MIT
/// A sent letter as JSON, so that it renders the same in later years, in any format.
///   {"format": 1, "document": {...}, "parts": [{"name", "title", "loinc", "blocks": [...]}]}
/// <praxis/document_json.hpp> describes the document and the blocks.
#pragma once
#include "letter/letter.hpp"

#include <praxis/document.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace praxis::referrals {

inline constexpr std::size_t most_letter_bytes = std::size_t{16} << 20U;

std::string letter_to_json(const Document& document, const std::vector<LetterPart>& parts);

struct FrozenLetter {
    Document document;
    std::vector<LetterPart> parts;
};

/// errors  PluginError when a newer version of this plugin wrote it; Refused when the text is not
///         JSON, or holds a block that this praxis does not know
FrozenLetter letter_from_json(const std::string& json);

} // namespace praxis::referrals
