// SPDX-License-Identifier: MIT
#include "slip.hpp"

#include <praxis/text.hpp>

namespace praxis::output {
namespace {

constexpr std::size_t pen_width = 40; // underscores to write on by hand

std::string row_text(const Slip::Row& row) {
    if (row.boxes.empty()) {
        return join(row.labels, ", ") + ": " + std::string(pen_width, '_');
    }
    std::vector<std::string> boxes;
    for (const auto& box : row.boxes) {
        boxes.push_back("[ ] " + box);
    }
    const auto label = join(row.labels, ", ");
    return (label.empty() ? "" : label + ": ") + join(boxes, "  ");
}

} // namespace

std::vector<std::string> slip_rows(const Slip& slip) {
    std::vector<std::string> rows;
    for (const auto& row : slip.rows) {
        rows.push_back(row_text(row));
    }
    return rows;
}

} // namespace praxis::output
