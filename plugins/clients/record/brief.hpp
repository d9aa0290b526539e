// SPDX-License-Identifier: MIT
/// This plugin's part of `praxis client brief`.
#pragma once
#include <praxis/brief.hpp>

namespace praxis::clients {

/// Allergies, or that nobody asked; a minor without a guardian's permission; the open complaints.
BriefSource brief_source();

} // namespace praxis::clients
