// SPDX-License-Identifier: MIT
#include "note/characters.hpp"

namespace praxis::soap {

std::pair<char32_t, std::size_t> character_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t bytes = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
    if (bytes == 1 || at + bytes > text.size()) {
        return {lead, 1};
    }
    char32_t character = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        character = (character << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    return {character, bytes};
}

} // namespace praxis::soap
