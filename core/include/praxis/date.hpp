// SPDX-License-Identifier: MIT
/// Days, instants and civil times. praxis never guesses a date: it refuses a text with two readings
/// and shows both.
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

    /// Reads "2026-11-20" only; empty for another form or a day that does not exist.
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

/// Age in whole years on a day. Who was born on 29 February is a year older on 1 March in common
/// years.
PRAXIS_API int age_in_years(Date born, Date on);

/// The month with that English name, or with that abbreviation of at least three letters: "nov".
PRAXIS_API std::optional<std::chrono::month> find_month(std::string_view folded);

/// "November"
PRAXIS_API std::string month_name(std::chrono::month month);

/// A date and a time of day as a wall clock shows them, without a zone.
struct CivilTime {
    Date date;
    Minutes time_of_day{0};

    /// "2026-11-20 14:30"
    [[nodiscard]] PRAXIS_API std::string str() const;

    friend auto operator<=>(const CivilTime&, const CivilTime&) = default;
};

/// An instant and the zone's offset at that instant, as records store them.
struct ZonedTime {
    Instant instant{};
    Minutes offset{0}; // east of UTC is positive

    [[nodiscard]] PRAXIS_API CivilTime civil() const;
    /// "2026-11-20T14:30:00+01:00"
    [[nodiscard]] PRAXIS_API std::string iso() const;
    /// Reads what iso() writes; nothing for any other text.
    static PRAXIS_API std::optional<ZonedTime> from_iso(std::string_view text);
};

/// Which "monday" is meant: the last one for a record of the past, the next one for an appointment.
enum class Sense { past, future };

/// How to read 11/12/2026. `ask` refuses it and shows both readings.
enum class DateOrder { ask, day_first, month_first };

/// Reads a date: today, -2w, 3 days ago, next monday, eom, 20 Nov, 2026-11-20 ... Relative dates
/// count from `today`.
/// errors  UsageError: not a date; a day that does not exist; two readings
/// source  ISO 8601-1:2019 for 2026-11-20
PRAXIS_API Date
parse_date(std::string_view text, Date today, Sense sense, DateOrder order = DateOrder::ask);

/// Reads a date with an optional time of day at its end: "2026-11-20 14:30", "yesterday 9:00",
/// "now", "14:30" (today). Without a time of day it takes the time of `now`.
PRAXIS_API CivilTime parse_civil_time(
    std::string_view text, CivilTime now, Sense sense, DateOrder order = DateOrder::ask
);

/// A zone of the IANA time zone database, such as "Europe/Paris".
class PRAXIS_API TimeZone {
  public:
    /// errors  Refused when there is no such zone
    explicit TimeZone(std::string name);

    /// Whether the system's time zone database has that zone. Reads that zone only.
    static bool exists(const std::string& name);

    [[nodiscard]] const std::string& name() const { return name_; }

    [[nodiscard]] ZonedTime at(Instant instant) const;

    /// Where a change of clocks repeats a civil time, this is the earlier instant; where the change
    /// skips it, this is the instant of the change.
    [[nodiscard]] ZonedTime at(CivilTime civil) const;

  private:
    std::string name_;
};

} // namespace praxis
