// SPDX-License-Identifier: MIT
#include "keys/keys.hpp"

#include <array>
#include <cctype>

namespace praxis::practice {
namespace {

constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
constexpr std::size_t groups = 8;
constexpr std::size_t letters_of_a_group = 4;
constexpr std::size_t letters_of_a_code = groups * letters_of_a_group;

/// The letter that was printed, for a letter that a person may confuse with it.
char as_written(char letter) {
    const auto big = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return big == 'O' ? '0' : big == 'I' || big == 'L' ? '1' : big;
}

} // namespace

std::string new_recovery_code(const FillRandom& fill_random) {
    const Secret<letters_of_a_code> random{fill_random};
    std::string code;
    for (std::size_t i = 0; i < letters_of_a_code; ++i) {
        if (i > 0 && i % letters_of_a_group == 0) {
            code += '-';
        }
        code += letters[random.bytes()[i] % letters.size()]; // 256 is a multiple of 32: no bias
    }
    return code;
}

std::optional<std::string> read_recovery_code(std::string_view typed) {
    std::string plain;
    for (const char letter : typed) {
        if (letter == '-' || letter == ' ') {
            continue;
        }
        const char written = as_written(letter);
        if (letters.find(written) == std::string_view::npos) {
            return std::nullopt;
        }
        plain += written;
    }
    return plain.size() == letters_of_a_code ? std::optional{plain} : std::nullopt;
}

} // namespace praxis::practice
