// SPDX-License-Identifier: MIT
#pragma once
#include "provider.hpp"

namespace praxis::referrals {

/// Merges `from` into `into` and returns `into` as it is afterwards. Reports the details that it
/// took, those that differ, and the drafts that now go to it.
/// errors  Refused: both are one entry, or one of them was merged already
Provider merge_providers(Session& session, Provider from, Provider into);

} // namespace praxis::referrals
