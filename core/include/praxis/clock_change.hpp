// SPDX-License-Identifier: MIT
/// Civil times that a change of clocks skips or repeats.
#pragma once
#include <praxis/date.hpp>

#include <optional>
#include <string>

namespace praxis {

/// The times on both sides of a change that skips a civil time.
struct SkippedTime {
    CivilTime before; // the last minute before the change
    CivilTime after;  // the first minute after it
};

/// Nothing when the time exists in the zone.
PRAXIS_API std::optional<SkippedTime> find_skipped_time(const TimeZone& zone, CivilTime civil);

/// The later of the two instants with that civil time; nothing when it occurs once or never. The
/// earlier one is TimeZone::at().
PRAXIS_API std::optional<ZonedTime> find_repeated_time(const TimeZone& zone, CivilTime civil);

} // namespace praxis
