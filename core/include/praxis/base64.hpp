// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/abi.h>

#include <optional>
#include <string>
#include <string_view>

namespace praxis {

/// The bytes in letters, digits, + and /, padded with =, without line ends.
/// source  RFC 4648, 4
PRAXIS_API std::string to_base64(std::string_view bytes);

/// The bytes; nothing when the text is not exactly in that form.
PRAXIS_API std::optional<std::string> from_base64(std::string_view text);

} // namespace praxis
