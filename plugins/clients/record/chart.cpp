// SPDX-License-Identifier: MIT
#include "record/chart.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::clients {

std::string readable(std::string_view id) {
    std::string text{id};
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

std::string in_one_line(std::string_view text) {
    std::vector<std::string> lines;
    for (const auto& line : split(text, '\n')) {
        auto trimmed = trim(line);
        if (!trimmed.empty()) {
            lines.push_back(std::move(trimmed));
        }
    }
    return join(lines, ", ");
}

Grid compact_grid(
    std::string caption,
    const std::vector<std::string>& titles,
    const std::vector<std::vector<std::string>>& rows
) {
    Grid grid;
    grid.caption = std::move(caption);
    grid.rows.resize(rows.size());
    for (std::size_t column = 0; column < titles.size(); ++column) {
        const bool is_empty = std::all_of(rows.begin(), rows.end(), [&](const auto& row) {
            return row[column].empty();
        });
        if (is_empty) {
            continue;
        }
        grid.columns.push_back({titles[column], Align::left});
        for (std::size_t row = 0; row < rows.size(); ++row) {
            grid.rows[row].push_back(rows[row][column]);
        }
    }
    return grid;
}

} // namespace praxis::clients
