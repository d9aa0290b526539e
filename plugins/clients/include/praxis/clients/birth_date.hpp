// SPDX-License-Identifier: MIT
/// A birth date of which only the year, or the year and the month, may be known.
#pragma once
#include <praxis/date.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace praxis::clients {

class BirthDate {
  public:
    BirthDate(Date day) : BirthDate(day.iso(), day, day) {}

    /// Reads "1962", "1962-03" and "1962-03-05"; nothing for any other text.
    static std::optional<BirthDate> from_iso(std::string_view text) {
        const auto earliest = first_day(text);
        return earliest ? std::optional{BirthDate{
                              std::string{text}, *earliest, last_day(*earliest, text.size())}}
                        : std::nullopt;
    }

    /// As it is known: "1962-03".
    [[nodiscard]] const std::string& iso() const { return iso_; }

    [[nodiscard]] Date earliest() const { return earliest_; }

    [[nodiscard]] Date latest() const { return latest_; }

    [[nodiscard]] bool is_exact() const { return earliest_ == latest_; }

    friend bool operator==(const BirthDate&, const BirthDate&) = default;

  private:
    BirthDate(std::string iso, Date earliest, Date latest)
        : iso_(std::move(iso)), earliest_(earliest), latest_(latest) {}

    static std::optional<Date> first_day(std::string_view text) {
        const std::string rest{text.size() == 4 ? "-01-01" : text.size() == 7 ? "-01" : ""};
        return Date::from_iso(std::string{text} + rest);
    }

    static Date last_day(Date first, std::size_t size) {
        const auto year = first.day().year();
        if (size == 4) {
            return Date{year / std::chrono::December / 31};
        }
        return size == 7 ? Date{std::chrono::year_month_day{
                               year / first.day().month() / std::chrono::last}}
                         : first;
    }

    std::string iso_;
    Date earliest_;
    Date latest_;
};

/// The least and the greatest age in whole years that the client can have on that day. A rule about
/// age takes the one that is cautious for it.
inline int least_age(const BirthDate& born, Date on) {
    return age_in_years(born.latest(), on);
}

inline int greatest_age(const BirthDate& born, Date on) {
    return age_in_years(born.earliest(), on);
}

/// "64 years", "1 year", "about 64 years".
inline std::string age_text(const BirthDate& born, Date on) {
    const auto age = greatest_age(born, on);
    return (born.is_exact() ? "" : "about ") + std::to_string(age) +
           (age == 1 ? " year" : " years");
}

/// Whether both can be the same day: "1962" and "1962-03-05".
inline bool can_be_same(const BirthDate& one, const BirthDate& other) {
    return one.earliest() <= other.latest() && other.earliest() <= one.latest();
}

} // namespace praxis::clients
