// SPDX-License-Identifier: MIT
#include "pdf/box_lines.hpp"

#include <algorithm>

namespace praxis::exports::pdf {

void align_baselines(Box& box) {
    double lowest = 0;
    for (const auto& cell : box.cells) {
        lowest = std::max(lowest, cell.text.lines().front().baseline);
    }
    for (auto& cell : box.cells) {
        cell.y = lowest - cell.text.lines().front().baseline;
    }
}

void fill_lines(Box& box, double margin_bottom) {
    const auto tallest = std::max_element(
        box.cells.begin(),
        box.cells.end(),
        [](const Cell& left, const Cell& right) {
            return left.y + left.text.height() < right.y + right.text.height();
        }
    );
    box.slot.lines.clear();
    for (const auto& line : tallest->text.lines()) {
        box.slot.lines.push_back(line.height);
    }
    box.slot.lines.front() += box.margin_top + tallest->y;
    box.slot.lines.back() += margin_bottom;
}

} // namespace praxis::exports::pdf
