// SPDX-License-Identifier: MIT
/// Who made a bundle.
#pragma once
#include "bundle/bundle.hpp"
#include "provider.hpp"

#include <praxis/session.hpp>

#include <string>

namespace praxis::referrals {

/// "signed by Ana Kim with the key 0123 4567 89ab cdef".
std::string describe_signature(const Bundle& bundle);

/// The sender's entry in the directory: the one with that UUID, or with that name and organisation;
/// otherwise a new one, which is reported.
Provider take_sender(Session& session, const Bundle& bundle);

} // namespace praxis::referrals
