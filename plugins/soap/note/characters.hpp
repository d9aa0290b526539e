// SPDX-License-Identifier: MIT
/// Texts of notes, character by character. They are UTF-8: the core lets no other in.
#pragma once
#include <cstddef>
#include <string_view>
#include <utility>

namespace praxis::soap {

/// The character that begins there, and its bytes.
std::pair<char32_t, std::size_t> character_at(std::string_view text, std::size_t at);

} // namespace praxis::soap
