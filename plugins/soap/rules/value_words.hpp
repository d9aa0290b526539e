// SPDX-License-Identifier: MIT
/// The texts that a rule looks for in a field ([[rule.when]], any).
#pragma once
#include <string_view>

namespace praxis::soap::suggest {

/// Whether the value names it. A point of acupuncture is named by each of its codes, and "LI-4" is
/// not in "LI-40". Any other text must be there word for word; its last word may go on with
/// letters: "almond" is in "almonds".
bool value_names(std::string_view value, std::string_view wanted);

} // namespace praxis::soap::suggest
