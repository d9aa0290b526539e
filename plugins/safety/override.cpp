// SPDX-License-Identifier: MIT
#include "override.hpp"

#include <praxis/body.hpp>

#include <algorithm>

namespace praxis::safety {

namespace {

bool contains(const std::vector<std::string>& list, const std::string& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// Work without a region may be anywhere, so limited overrides do not cover it.
bool covers(const std::vector<std::string>& regions, const std::string& work_region) {
    return regions.empty() ||
           (!work_region.empty() &&
            std::any_of(regions.begin(), regions.end(), [&work_region](const std::string& region) {
                return region_holds(region, work_region);
            }));
}

} // namespace

std::vector<std::string> basis_of(const Concern& concern) {
    return concern.basis.empty() ? std::vector{concern.found} : concern.basis;
}

bool applies_to(const Override& made, const Concern& stop, const Work& work, Date day) {
    return made.rule == stop.rule && made.technique == stop.technique && made.holds_on(day) &&
           covers(made.regions, work.region);
}

bool covers_basis(const Override& made, const Concern& stop) {
    const auto basis = basis_of(stop);
    return std::all_of(basis.begin(), basis.end(), [&made](const std::string& item) {
        return contains(made.basis, item);
    });
}

} // namespace praxis::safety
