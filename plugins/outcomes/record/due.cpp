// SPDX-License-Identifier: MIT
#include "record/due.hpp"

#include <algorithm>

namespace praxis::outcomes {

namespace {

std::optional<Date> last_day(const std::vector<Measure>& measures, const std::string& instrument) {
    std::optional<Date> last;
    for (const auto& measure : measures) {
        if (measure.instrument == instrument) {
            last = measure.on;
        }
    }
    return last;
}

/// The earlier of both days; a review before the last measurement is done.
Date day_due(const Instrument& instrument, Date last, const std::optional<Date>& review) {
    const auto repeat = last.plus_days(instrument.repeat_days);
    return review && last < *review ? std::min(repeat, *review) : repeat;
}

} // namespace

std::vector<Due> due_instruments(
    const std::vector<Instrument>& instruments,
    const std::vector<Measure>& measures,
    const std::optional<Date>& review,
    Date today
) {
    std::vector<Due> due;
    for (const auto& instrument : instruments) {
        const auto last = last_day(measures, instrument.id);
        if (!instrument.enabled || instrument.repeat_days == 0 || !last) {
            continue;
        }
        if (const auto on = day_due(instrument, *last, review); on <= today) {
            due.push_back({.instrument = &instrument, .last = *last, .on = on});
        }
    }
    return due;
}

} // namespace praxis::outcomes
