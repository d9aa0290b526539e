// SPDX-License-Identifier: MIT
/// Reads texts of notes character by character. The core accepts only UTF-8.
#pragma once
#include <cstddef>
#include <string_view>
#include <utility>

namespace praxis::soap {

/// The character at that byte, and its number of bytes.
std::pair<char32_t, std::size_t> character_at(std::string_view text, std::size_t at);

} // namespace praxis::soap
