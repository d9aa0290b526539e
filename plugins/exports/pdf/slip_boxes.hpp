// SPDX-License-Identifier: MIT
#pragma once
#include "pdf/compose.hpp"
#include "pdf/typesetter.hpp"

#include <praxis/document.hpp>

#include <vector>

namespace praxis::exports::pdf {

/// The slip in one column of that width. Its boxes keep together, the line to cut along first.
std::vector<Box> slip_boxes(const Slip& slip, Typesetter& typesetter, double width);

} // namespace praxis::exports::pdf
