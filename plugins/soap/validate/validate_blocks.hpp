// SPDX-License-Identifier: MIT
/// The blocks of a note: the work done with each of its techniques.
#pragma once
#include "validate/validate_value.hpp"

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap {

/// The technique that has a field of that name: "it is a field of cupping"; empty when none has.
std::string find_technique_of_key(const TemplateBook& book, const std::string& key);

/// Checks the blocks of a note file and adds the valid ones to `body`.
/// techniques  those of the note; nothing when they are missing or wrong, so that blocks may have
///             any technique
/// body        the checked fields of the session, whose minutes the blocks must not exceed
void check_blocks(
    const Value& file,
    const TemplateBook& book,
    const std::optional<std::vector<std::string>>& techniques,
    Value::Object& body,
    ValueChecker& checker
);

} // namespace praxis::soap
