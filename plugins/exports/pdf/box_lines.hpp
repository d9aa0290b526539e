// SPDX-License-Identifier: MIT
#pragma once
#include "pdf/compose.hpp"

namespace praxis::exports::pdf {

/// The first lines of all cells stand on one baseline, whatever their fonts.
void align_baselines(Box& box);

/// The heights of the box's lines are those of its tallest cell, and its margins.
void fill_lines(Box& box, double margin_bottom);

} // namespace praxis::exports::pdf
