// SPDX-License-Identifier: MIT
#include "concept/read_concepts.hpp"
#include "directory.hpp"
#include "record/brief.hpp"
#include "record/chart.hpp"
#include "record/records.hpp"
#include "record/timeline.hpp"
#include "record/todo.hpp"

#include <praxis/plugin.hpp>

namespace praxis {

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.provide<clients::Directory>(clients::make_directory());
    registry.provide<clients::Concepts>(clients::make_concepts());
    registry.contribute(clients::person_section());
    registry.contribute(clients::problems_section());
    registry.contribute(clients::medications_section());
    registry.contribute(clients::allergies_section());
    registry.contribute(clients::complaint_section());
    registry.contribute(clients::consent_section());
    registry.contribute(clients::timeline_source());
    registry.contribute(clients::todo_source());
    registry.contribute(clients::brief_source());
    registry.contribute(clients::record_mapper());
}

} // namespace praxis
