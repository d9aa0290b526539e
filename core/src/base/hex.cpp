// SPDX-License-Identifier: MIT
#include "base/hex.hpp"

#include <sodium.h>

namespace praxis {

std::string to_hex(std::span<const unsigned char> bytes) {
    std::string hex(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    hex.pop_back();
    return hex;
}

std::optional<Bytes> from_hex(std::string_view hex) {
    if (hex.empty() || hex.size() % 2 != 0) {
        return std::nullopt;
    }
    Bytes bytes(hex.size() / 2);
    std::size_t length = 0;
    const char* end = nullptr;
    if (sodium_hex2bin(
            bytes.data(), bytes.size(), hex.data(), hex.size(), nullptr, &length, &end
        ) != 0 ||
        end != hex.data() + hex.size() || length != bytes.size()) {
        return std::nullopt;
    }
    return bytes;
}

} // namespace praxis
