// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/abi.h>

#include <string>
#include <string_view>

namespace praxis {

/// BLAKE2b-256 (RFC 7693) of the bytes, as 64 hexadecimal digits in lower case.
PRAXIS_API std::string digest_of(std::string_view bytes);

} // namespace praxis
