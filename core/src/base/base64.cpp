// SPDX-License-Identifier: MIT
#include <praxis/base64.hpp>

#include <sodium.h>

#include <cstddef>
#include <cstdint>
#include <utility>

namespace praxis {

std::string to_base64(std::string_view bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const auto group = bytes.substr(at, 3);
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            bits = bits << 8U | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            text += i <= group.size() ? digits[bits >> (18U - 6U * i) & 63U] : '=';
        }
    }
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size() / 4 * 3, '\0');
    std::size_t size = 0;
    const bool is_whole = sodium_base642bin(
                              reinterpret_cast<unsigned char*>(bytes.data()),
                              bytes.size(),
                              text.data(),
                              text.size(),
                              nullptr,
                              &size,
                              nullptr,
                              sodium_base64_VARIANT_ORIGINAL
                          ) == 0;
    bytes.resize(is_whole ? size : 0);
    return is_whole ? std::optional{std::move(bytes)} : std::nullopt;
}

} // namespace praxis
