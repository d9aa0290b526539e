// SPDX-License-Identifier: MIT
/// The points of acupuncture, which each tradition abbreviates in its own way.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace praxis::soap::suggest {

/// The points that the text names, each by its code in the standard of the WHO: "sj15", "TB 15" and
/// "triple heater 15" are all "TE-15".
std::vector<std::string> point_codes_in(std::string_view text);

} // namespace praxis::soap::suggest
