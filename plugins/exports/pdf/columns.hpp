// SPDX-License-Identifier: MIT
#pragma once
#include <vector>

namespace praxis::exports::pdf {

/// The width that a column wants, and the least width that it accepts.
struct ColumnWish {
    double natural = 0; // no cell wraps
    double least = 0;   // no word breaks
    bool stretches = true;
};

/// Widths that fill `width` together. When there is room, the columns that stretch share it. When
/// there is not, the widest columns wrap first, down to their longest words; words break only when
/// even that is too wide.
std::vector<double> column_widths(const std::vector<ColumnWish>& wishes, double width);

} // namespace praxis::exports::pdf
