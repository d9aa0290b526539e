// SPDX-License-Identifier: MIT
#include "date/readers.hpp"

#include <praxis/text.hpp>

#include <array>

namespace praxis {
namespace {

constexpr std::array<std::string_view, 12> month_names{
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"};

constexpr std::array<std::string_view, 7> weekday_names{
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};

/// The index of a name, or of an abbreviation of it with at least three letters.
template <std::size_t Count>
std::optional<unsigned>
find_name(const std::array<std::string_view, Count>& names, std::string_view word) {
    constexpr std::size_t fewest_letters = 3;
    if (word.size() < fewest_letters) {
        return std::nullopt;
    }
    for (unsigned i = 0; i < Count; ++i) {
        if (names[i].starts_with(word)) {
            return i;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::chrono::month> find_month(std::string_view folded) {
    const auto place = find_name(month_names, folded == "sept" ? "sep" : folded);
    return place ? std::optional{std::chrono::month{*place + 1}} : std::nullopt;
}

std::string month_name(std::chrono::month month) {
    return capitalise(std::string{month_names.at(static_cast<unsigned>(month) - 1)});
}

namespace dates {

std::optional<std::chrono::weekday> find_weekday(std::string_view word) {
    const auto place = find_name(weekday_names, word);
    return place ? std::optional{std::chrono::weekday{*place}} : std::nullopt;
}

std::string weekday_name(std::chrono::weekday day) {
    return std::string{weekday_names.at(day.c_encoding())};
}

} // namespace dates

} // namespace praxis
