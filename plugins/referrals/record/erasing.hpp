// SPDX-License-Identifier: MIT
#pragma once
#include <praxis/clients/erasing.hpp>
#include <praxis/session.hpp>

namespace praxis::referrals {

/// Deletes the referrals and letters of a client who is being erased.
void erase_referrals(Session& session, const clients::ClientErasing& erasing);

} // namespace praxis::referrals
