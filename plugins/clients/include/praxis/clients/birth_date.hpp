// SPDX-License-Identifier: MIT
/// A birth date of which only the year, or the year and the month, may be known.
#pragma once
#include <praxis/period.hpp>

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
        const auto period = period_from_iso(text);
        return period ? std::optional{BirthDate{period->text, period->first, period->last}}
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
