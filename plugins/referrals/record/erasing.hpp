// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/clients/erasing.hpp>
#include <praxis/session.hpp>

namespace praxis::referrals {

/// Deletes the referrals of a client who is erased, with their letters.
void erase_referrals(Session& session, const clients::ClientErasing& erasing);

} // namespace praxis::referrals
