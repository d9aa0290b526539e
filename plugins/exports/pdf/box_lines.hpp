// SPDX-License-Identifier: MIT
#pragma once
#include "pdf/compose.hpp"

namespace praxis::exports::pdf {

/// Puts the first lines of all cells on one baseline, even when their fonts differ.
void align_baselines(Box& box);

/// Gives the box the line heights of its tallest cell, with its margins.
void fill_lines(Box& box, double margin_bottom);

} // namespace praxis::exports::pdf
