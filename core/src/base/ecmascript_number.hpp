// SPDX-License-Identifier: MIT
/// Numbers as ECMAScript writes them, which RFC 8785 requires of canonical JSON.
#pragma once
#include <string>

namespace praxis {

/// "60", "0.1", "1e+21": the shortest digits that read back as the same double.
/// source  ECMA-262, Number::toString; RFC 8785, 3.2.2.3
/// number  finite
std::string to_ecmascript(double number);

} // namespace praxis
