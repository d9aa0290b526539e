// SPDX-License-Identifier: MIT
#include "homecare/contributions.hpp"
#include "record/events.hpp"
#include "record/records.hpp"

#include <praxis/plugin.hpp>

namespace praxis {

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.contribute(plans::plan_section());
    registry.contribute(plans::goals_section());
    registry.contribute(plans::timeline_source());
    registry.contribute(plans::todo_source());
    registry.contribute(plans::brief_source());
    registry.contribute(plans::note_start());
    registry.contribute(plans::record_mapper());
    registry.on<ScreenRecorded>(When::before, plans::hear_screen);
    registry.on<ReferralSent>(When::before, plans::hear_referral_sent);
    registry.on<ReferralClosed>(When::before, plans::hear_referral_closed);
    registry.on<clients::ClientErasing>(When::before, plans::erase_plans);

    registry.contribute(plans::home_care_section());
    registry.contribute(plans::home_care_timeline());
    registry.contribute(plans::home_care_todo());
    registry.contribute(plans::home_care_brief());
    registry.contribute(plans::home_care_mapper());
    registry.on<clients::ClientErasing>(When::before, plans::erase_home_care);
    registry.on<soap::NoteSigned>(When::after, plans::ask_about_home_care);
}

} // namespace praxis
