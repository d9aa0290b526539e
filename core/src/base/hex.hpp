// SPDX-License-Identifier: MIT
/// Bytes as hexadecimal digits in lower case, and back.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

using Bytes = std::vector<unsigned char>;

std::string to_hex(std::span<const unsigned char> bytes);

/// Nothing unless the text consists of one or more pairs of hexadecimal digits.
std::optional<Bytes> from_hex(std::string_view hex);

/// The same bytes, in the type that libsodium takes.
inline const unsigned char* as_bytes(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace praxis
