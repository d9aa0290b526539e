// SPDX-License-Identifier: MIT
#include "bundle/making.hpp"
#include "consent.hpp"
#include "record/erasing.hpp"
#include "record/records.hpp"

#include <praxis/plugin.hpp>
#include <praxis/sharing.hpp>

namespace praxis {

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.provide<referrals::Letters>(referrals::make_letters());
    registry.contribute(referrals::referrals_section());
    registry.contribute(referrals::timeline_source());
    registry.contribute(referrals::todo_source());
    registry.contribute(referrals::brief_source());
    registry.contribute(referrals::record_mapper());
    registry.contribute(referrals::bundle_letter());
    registry.contribute(referrals::advice_source());
    registry.contribute(SharingCheck{
        .name = "consent", .missing = referrals::missing_sharing_consent});
    registry.on<clients::ClientErasing>(When::before, referrals::erase_referrals);
}

} // namespace praxis
