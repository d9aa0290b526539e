// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace praxis::exports {

/// Whether the word is a date, a record's number or the like, which no line may break at its
/// dashes: "2026-11-20", "N-0001".
bool is_identifier(std::string_view word);

} // namespace praxis::exports
