// SPDX-License-Identifier: MIT
/// Where a field is in a note, in the reader's terms: messages never show "block[1].skin_after".
#pragma once
#include <praxis/value.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap {

struct Problem;

struct FieldPlace {
    std::string group = {}; // "block 1 (deep tissue)", "subjective"; empty: the top of the note
    std::string field = {}; // "skin after"; empty: the group itself

    /// "block 1 (deep tissue), skin after"
    [[nodiscard]] std::string text(std::string_view between = ", ") const;
};

/// The place of a path such as "block[1].skin_after".
/// note  the note file or body, for the techniques of its blocks
FieldPlace find_place(std::string_view path, const Value& note);

} // namespace praxis::soap
