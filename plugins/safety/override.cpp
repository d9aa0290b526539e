// SPDX-License-Identifier: MIT
#include "override.hpp"

#include <praxis/body.hpp>

#include <algorithm>

namespace praxis::safety {

namespace {

bool holds(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// Work whose place nobody said may be anywhere.
bool covers(const std::vector<std::string>& regions, const std::string& place) {
    return regions.empty() ||
           (!place.empty() &&
            std::any_of(regions.begin(), regions.end(), [&place](const std::string& region) {
                return region_holds(region, place);
            }));
}

} // namespace

std::vector<std::string> basis_of(const Concern& concern) {
    return concern.basis.empty() ? std::vector{concern.found} : concern.basis;
}

bool is_for(const Override& made, const Concern& stop, const Work& work, Date day) {
    return made.rule == stop.rule && made.technique == stop.technique && made.holds_on(day) &&
           covers(made.regions, work.region);
}

bool knew_all(const Override& made, const Concern& stop) {
    const auto basis = basis_of(stop);
    return std::all_of(basis.begin(), basis.end(), [&made](const std::string& item) {
        return holds(made.basis, item);
    });
}

} // namespace praxis::safety
