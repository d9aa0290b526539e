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
    Date last; // measured
    Date on;   // due
};

/// An instrument that was measured is due again after its days, and on the day that a note names
/// for the review of the plan. Those of closed complaints are not. measures  those of open
/// complaints, and those about the client; by day
std::vector<Due> due_instruments(
    const std::vector<Instrument>& instruments,
    const std::vector<Measure>& measures,
    const std::optional<Date>& review,
    Date today
);

} // namespace praxis::outcomes
