// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

namespace praxis::exports::pdf {

/// What a column would like to have, and the least it can do with.
struct ColumnWish {
    double natural = 0; // no cell is wrapped
    double least = 0;   // no word is broken
    bool stretches = true;
};

/// Widths that together fill `width`. With room to spare, columns that stretch share it; without,
/// each gives way as far as its words allow, the widest first to be wrapped; words are broken only
/// when even that is too wide.
std::vector<double> column_widths(const std::vector<ColumnWish>& wishes, double width);

} // namespace praxis::exports::pdf
