// SPDX-License-Identifier: MIT
#include "record/records.hpp"

#include <praxis/plugin.hpp>

namespace praxis {

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.contribute(outcomes::outcomes_section());
    registry.contribute(outcomes::timeline_source());
    registry.contribute(outcomes::brief_source());
    registry.contribute(outcomes::record_mapper());
    registry.on<clients::ClientErasing>(When::before, outcomes::erase_measures);
}

} // namespace praxis
