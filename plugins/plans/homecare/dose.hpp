// SPDX-License-Identifier: MIT
/// How much of a home-care item, and how often.
#pragma once
#include <praxis/value.hpp>

#include <optional>
#include <string>

namespace praxis::plans::home {

struct Dose {
    std::optional<int> seconds; // held, or worked, each time
    std::optional<int> minutes; // instead of seconds
    std::optional<int> times;   // in a row
    std::optional<int> a_day;   // on one day
    std::string side;           // each, one, left, right; empty: the item has no side
    std::string often;          // "daily", "every 2nd day"
};

/// "20 seconds, 3 times a side, daily".
std::string dose_text(const Dose& dose);

Value dose_value(const Dose& dose);

/// Reads dose_value(); unknown members are left alone.
Dose dose_from(const Value& value);

} // namespace praxis::plans::home
