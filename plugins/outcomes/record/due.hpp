// SPDX-License-Identifier: MIT
/// Which instruments are to be asked again.
#pragma once
#include "instrument/instrument.hpp"
#include "measure.hpp"

#include <praxis/date.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::outcomes {

struct Due {
    const Instrument* instrument = nullptr;
    std::optional<ComplaintId> complaint;
    Date last; // measured
    Date on;   // due
};

/// What was measured is due again on the day that a note names for the review of the plan, and
/// after the days of the instrument's file, if it names any: for each complaint of its own. A
/// screen, what notes record, and closed complaints are not.
///
/// measures  those of open complaints, and those that name none; by day
std::vector<Due> due_instruments(
    const std::vector<Instrument>& instruments,
    const std::vector<Measure>& measures,
    const std::optional<Date>& review,
    Date today
);

} // namespace praxis::outcomes
