// SPDX-License-Identifier: MIT
#include "instrument/population.hpp"

#include <praxis/body.hpp>

#include <algorithm>

namespace praxis::outcomes {

bool is_among(const Subject& subject, const Population& population) {
    const bool there =
        population.regions.empty() ||
        std::any_of(
            population.regions.begin(),
            population.regions.end(),
            [&subject](const std::string& region) { return region_holds(region, subject.region); }
        );
    return there && (population.phase.empty() || population.phase == subject.phase);
}

} // namespace praxis::outcomes
