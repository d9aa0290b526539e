// SPDX-License-Identifier: MIT
#include "records.hpp"

#include <praxis/plugin.hpp>

namespace praxis {

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.provide<referrals::Letters>(referrals::make_letters());
    registry.contribute(referrals::referrals_section());
    registry.contribute(referrals::record_mapper());
}

} // namespace praxis
