// SPDX-License-Identifier: MIT
#pragma once
#include "show/note_document.hpp"

#include <optional>

namespace praxis::soap {

/// The regions of the note's work and findings: blocks by their number in the note, findings by
/// letters in the order of their table. Nothing when none of them names a region.
std::optional<BodyChart> body_chart_of(const ReadableNote& readable);

} // namespace praxis::soap
