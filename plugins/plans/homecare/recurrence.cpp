// SPDX-License-Identifier: MIT
#include "homecare/recurrence.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

namespace praxis::plans::home {

namespace {

constexpr int six_months = 183; // days
constexpr int days_of_a_week = 7;
constexpr int weeks_as_days = 14; // up to here a gap is given in days

bool same_side(const std::string& left, const std::string& right) {
    return left == right || left.empty() || right.empty() || left == "both" || right == "both";
}

bool same_place(const ComplaintSpan& earlier, const ComplaintSpan& later) {
    if (earlier.region.empty() || later.region.empty()) {
        return !earlier.title.empty() && fold(earlier.title) == fold(later.title);
    }
    return (region_holds(earlier.region, later.region) || region_holds(later.region, earlier.region)
           ) &&
           same_side(earlier.side, later.side);
}

/// When the later one began after that end; nothing when it did not, or too late.
std::optional<Date> opened_after(const ComplaintSpan& later, Date closed) {
    const auto opened = later.onset && closed <= *later.onset ? *later.onset : later.opened;
    return closed <= opened && opened <= closed.plus_days(six_months) ? std::optional{opened}
                                                                      : std::nullopt;
}

std::string gap_text(Date from, Date until) {
    const auto days = static_cast<int>((until.days() - from.days()).count());
    if (days <= 1) {
        return days == 0 ? "on the day" : "1 day after";
    }
    return days < weeks_as_days ? std::to_string(days) + " days after"
                                : std::to_string(days / days_of_a_week) + " weeks after";
}

} // namespace

std::vector<Recurrence> find_recurrences(const std::vector<ComplaintSpan>& complaints) {
    std::vector<Recurrence> found;
    for (const auto& later : complaints) {
        std::optional<Recurrence> newest;
        for (const auto& earlier : complaints) {
            if (!(earlier.id < later.id) || !earlier.closed || !same_place(earlier, later) ||
                (newest && *earlier.closed < newest->closed)) {
                continue;
            }
            if (const auto opened = opened_after(later, *earlier.closed)) {
                newest = Recurrence{
                    earlier.id, *earlier.closed, later.id, *opened, later.place, !later.closed};
            }
        }
        if (newest) {
            found.push_back(*newest);
        }
    }
    return found;
}

std::string recurrence_text(const Recurrence& recurrence, bool with_number) {
    return gap_text(recurrence.closed, recurrence.opened) + " " +
           (with_number ? recurrence.earlier.str() : "it") + " was closed (" +
           recurrence.closed.iso() + "): " + recurrence.place;
}

} // namespace praxis::plans::home
