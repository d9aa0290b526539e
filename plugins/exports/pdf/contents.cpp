// SPDX-License-Identifier: MIT
#include "pdf/contents.hpp"

#include "pdf/box_lines.hpp"

#include <iterator>
#include <optional>
#include <utility>

namespace praxis::exports::pdf {
namespace {

/// The line for a heading; its space and reference are still missing.
Box contents_line(const Box& heading, const ContentsPlace& place, Typesetter& typesetter) {
    constexpr double number_room = 30;
    const bool is_main = heading.heading_level == 2;
    const double indent = is_main ? 0 : 14;
    Box box;
    box.group = place.group;
    box.group_tag = "TOC";
    box.row_tag = "TOCI";
    box.cells.push_back(
        {typesetter.set(
             heading.heading, {.size = 9.5, .bold = is_main}, place.width - indent - number_room
         ),
         indent}
    );
    box.slot.split = Split::when_too_tall;
    fill_lines(box, 0);
    return box;
}

/// Moves the indices from `first` on by `count`.
void shift_indices(std::vector<Box>& boxes, std::size_t first, std::size_t count) {
    const auto shift = [&](std::optional<std::size_t>& index) {
        if (index && *index >= first) {
            *index += count;
        }
    };
    for (auto& box : boxes) {
        shift(box.slot.header);
        shift(box.refers_to);
    }
}

} // namespace

void insert_contents(std::vector<Box>& boxes, const ContentsPlace& place, Typesetter& typesetter) {
    std::vector<Box> lines;
    for (std::size_t i = place.before; i < boxes.size(); ++i) {
        const int level = boxes[i].heading_level;
        if (level == 2 || level == 3) {
            auto& line = lines.emplace_back(contents_line(boxes[i], place, typesetter));
            line.slot.space = lines.size() == 1 ? 4 : 2;
            line.refers_to = i;
        }
    }
    shift_indices(boxes, place.before, lines.size());
    shift_indices(lines, place.before, lines.size());
    boxes.insert(
        boxes.begin() + static_cast<std::ptrdiff_t>(place.before),
        std::make_move_iterator(lines.begin()),
        std::make_move_iterator(lines.end())
    );
}

} // namespace praxis::exports::pdf
