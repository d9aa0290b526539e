// SPDX-License-Identifier: MIT
/// What the resources of referrals share.
#pragma once
#include "letter/profile.hpp"
#include "provider.hpp"

#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace praxis::referrals {

/// The concept with the profile's code; its text alone when the profile has none.
Value concept_of(std::string_view system, const std::optional<Code>& code, const std::string& text);

/// Of a part of the record with that UUID, such as its Task.
std::string part_uuid(const std::string& uuid, const std::string& part);

/// Of the PractitionerRole.
std::string role_uuid(const Provider& provider);

} // namespace praxis::referrals
