// SPDX-License-Identifier: MIT
#include "checking.hpp"
#include "records.hpp"
#include "screen/brief.hpp"
#include "screen/screen_check.hpp"
#include "screen/screen_records.hpp"
#include "signing_check.hpp"

#include <praxis/plugin.hpp>

namespace praxis {

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.contribute(safety::rules_check());
    registry.contribute(safety::screen_check());
    registry.contribute(safety::overrides_section());
    registry.contribute(safety::screen_section());
    registry.contribute(safety::timeline_source());
    registry.contribute(safety::screen_timeline());
    registry.contribute(safety::screen_todo());
    registry.contribute(safety::checks_brief());
    registry.contribute(safety::screen_brief());
    registry.contribute(safety::record_mapper());
    registry.on<soap::NoteSigning>(When::before, safety::check_signing);
    registry.on<clients::ClientErasing>(When::before, safety::erase_records);
}

} // namespace praxis
