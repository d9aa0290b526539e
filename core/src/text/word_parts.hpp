// SPDX-License-Identifier: MIT
/// Where a long word may be broken: "myofascial-release" after its hyphen.
#pragma once
#include <string_view>
#include <vector>

namespace praxis {

/// The parts of a word, each with the hyphen at its end. Only a hyphen between two letters ends a
/// part: ids, dates and options such as --dry-run are one part.
std::vector<std::string_view> parts_of_word(std::string_view word);

} // namespace praxis
