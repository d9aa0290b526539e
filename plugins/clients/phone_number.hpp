// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace praxis::clients {

/// The digits of a text that looks like a telephone number or a part of one; otherwise empty.
std::string phone_digits(std::string_view text);

/// Whether the digits are a part of the number on record, or the same number with another prefix:
/// "+44 20 7946 0958", "0044 20 7946 0958", "(020) 7946-0958".
/// number  as written, perhaps with an extension
/// digits  as phone_digits() returns them
bool matches_phone(std::string_view number, std::string_view digits);

} // namespace praxis::clients
