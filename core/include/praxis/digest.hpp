// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/abi.h>

#include <string>
#include <string_view>

namespace praxis {

/// The BLAKE2b-256 digest of the bytes, as 64 hexadecimal digits in lower case.
/// source  RFC 7693
PRAXIS_API std::string digest_of(std::string_view bytes);

} // namespace praxis
