// SPDX-License-Identifier: MIT
#include "record/erasing.hpp"

#include "referral.hpp"

#include <algorithm>

namespace praxis::referrals {

void erase_referrals(Session& session, const clients::ClientErasing& erasing) {
    if (const auto last = last_step(session.db(), erasing.client)) {
        *erasing.last_entry = std::max(*erasing.last_entry, *last);
    }
    delete_referrals(session.db(), erasing.client);
}

} // namespace praxis::referrals
