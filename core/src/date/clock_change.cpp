// SPDX-License-Identifier: MIT
#include <praxis/clock_change.hpp>

namespace praxis {

namespace {

// No zone moves its clocks twice within a day.
constexpr auto one_day = std::chrono::hours{24};

} // namespace

std::optional<SkippedTime> find_skipped_time(const TimeZone& zone, CivilTime civil) {
    const auto at = zone.at(civil);
    if (at.civil() == civil) {
        return std::nullopt;
    }
    // at() gave the instant of the change.
    return SkippedTime{
        .before = zone.at(at.instant - std::chrono::minutes{1}).civil(), .after = at.civil()};
}

std::optional<ZonedTime> find_repeated_time(const TimeZone& zone, CivilTime civil) {
    const auto first = zone.at(civil);
    const auto next_offset = zone.at(first.instant + one_day).offset;
    const auto second = zone.at(first.instant + first.offset - next_offset);
    return second.instant > first.instant && first.civil() == civil && second.civil() == civil
               ? std::optional{second}
               : std::nullopt;
}

} // namespace praxis
