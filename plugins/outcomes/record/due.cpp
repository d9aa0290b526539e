// SPDX-License-Identifier: MIT
#include "record/due.hpp"

#include <algorithm>

namespace praxis::outcomes {

namespace {

/// The newest measure of each complaint, and of those that name none. The next answer names a
/// complaint if it can, so answers that name none are asked again only until one does.
std::vector<const Measure*>
newest_of(const std::vector<Measure>& measures, const std::string& instrument) {
    std::vector<const Measure*> newest;
    const Measure* last = nullptr;
    for (const auto& measure : measures) {
        if (measure.instrument != instrument) {
            continue;
        }
        last = &measure;
        const auto same =
            std::find_if(newest.begin(), newest.end(), [&measure](const Measure* other) {
                return other->complaint == measure.complaint;
            });
        if (same == newest.end()) {
            newest.push_back(&measure);
        } else {
            *same = &measure;
        }
    }
    std::erase_if(newest, [last](const Measure* one) {
        return !one->complaint && last->complaint;
    });
    return newest;
}

/// The earlier of both days; a review before the last measurement is done.
std::optional<Date>
day_due(const Instrument& instrument, Date last, const std::optional<Date>& review) {
    std::optional<Date> due;
    if (instrument.repeat_days > 0) {
        due = last.plus_days(instrument.repeat_days);
    }
    if (review && last < *review) {
        due = due ? std::min(*due, *review) : *review;
    }
    return due;
}

bool is_asked_again(const Instrument& instrument) {
    return instrument.enabled && !instrument.screen && instrument.from_notes.empty();
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
        if (!is_asked_again(instrument)) {
            continue;
        }
        for (const auto* last : newest_of(measures, instrument.id)) {
            const auto on = day_due(instrument, last->on, review);
            if (on && *on <= today) {
                due.push_back(
                    {.instrument = &instrument,
                     .complaint = last->complaint,
                     .last = last->on,
                     .on = *on}
                );
            }
        }
    }
    return due;
}

} // namespace praxis::outcomes
