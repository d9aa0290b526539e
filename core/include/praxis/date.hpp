// SPDX-License-Identifier: MIT
/// Days, instants and civil times. Dates are never guessed: what can be read two ways is refused
/// with both readings.
#pragma once
#include <praxis/abi.h>

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace praxis {

/// A moment in UTC; stored as seconds since 1970.
using Instant = std::chrono::sys_seconds;
using Minutes = std::chrono::minutes;

/// A calendar day without a time or a zone: a birthday, a next visit. Always a real day.
class PRAXIS_API Date {
  public:
    Date() = default; // 1970-01-01

    explicit Date(std::chrono::year_month_day day) : day_(day) {}

    /// "2026-11-20" and nothing else; nothing for a day that does not exist.
    static std::optional<Date> from_iso(std::string_view text);

    [[nodiscard]] std::string iso() const; // "2026-11-20"

    [[nodiscard]] std::chrono::year_month_day day() const { return day_; }

    [[nodiscard]] std::chrono::sys_days days() const { return std::chrono::sys_days{day_}; }

    [[nodiscard]] Date plus_days(int days) const;

    friend auto operator<=>(const Date&, const Date&) = default;

  private:
    std::chrono::year_month_day day_{
        std::chrono::year{1970}, std::chrono::month{1}, std::chrono::day{1}};
};

/// Whole years from birth to a day, as birthdays count (29 February: 1 March in common years).
PRAXIS_API int age_in_years(Date born, Date on);

/// A date and a time of day as a clock on the wall shows them; no zone.
struct CivilTime {
    Date date;
    Minutes time_of_day{0};

    /// "2026-11-20 14:30"
    [[nodiscard]] PRAXIS_API std::string str() const;

    friend auto operator<=>(const CivilTime&, const CivilTime&) = default;
};

/// An instant with the zone's offset at that time, as records store it.
struct ZonedTime {
    Instant instant{};
    Minutes offset{0}; // east of UTC is positive

    [[nodiscard]] PRAXIS_API CivilTime civil() const;
    /// "2026-11-20T14:30:00+01:00"
    [[nodiscard]] PRAXIS_API std::string iso() const;
};

/// Which way a word without a date points: "monday" is the last one for a record of what was,
/// the next one for an appointment.
enum class Sense { past, future };

/// How 11/12/2026 is to be read; `ask` refuses it and spells out both readings.
enum class DateOrder { ask, day_first, month_first };

/// Reads what cli.md section 1 lists under Dates (today, -2w, 3 days ago, next monday, eom,
/// 20 Nov, 2026-11-20 ...), counted from `today`.
/// errors  UsageError: not a date; a day that does not exist; two readings
PRAXIS_API Date
parse_date(std::string_view text, Date today, Sense sense, DateOrder order = DateOrder::ask);

/// The same with an optional time of day at the end ("2026-11-20 14:30", "yesterday 9:00", "now",
/// "14:30" = today). Without a time of day, the time of `now` counts.
PRAXIS_API CivilTime parse_civil_time(
    std::string_view text, CivilTime now, Sense sense, DateOrder order = DateOrder::ask
);

/// A zone of the IANA time zone database, such as "Europe/Paris".
class PRAXIS_API TimeZone {
  public:
    /// errors  Refused when there is no such zone
    explicit TimeZone(std::string name);

    /// Whether the database of the system has that zone; reads no more than that zone.
    static bool exists(const std::string& name);

    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] ZonedTime at(Instant instant) const;

    /// A civil time that a change of clocks repeats is its earlier instant; one that it skips is
    /// the instant of the change.
    [[nodiscard]] ZonedTime at(CivilTime civil) const;

  private:
    std::string name_;
};

} // namespace praxis
