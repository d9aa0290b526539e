// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/date.hpp>

#include <functional>
#include <span>
#include <string>

namespace praxis {

/// UUIDv7 (RFC 9562): 48 bits of milliseconds, 74 random bits.
std::string
make_uuid(Instant now, const std::function<void(std::span<unsigned char>)>& fill_random);

} // namespace praxis
