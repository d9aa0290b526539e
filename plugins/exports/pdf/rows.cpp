// SPDX-License-Identifier: MIT
#include "pdf/rows.hpp"

#include "pdf/box_lines.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace praxis::exports::pdf {
namespace {

constexpr double cell_margin_x = 4;

} // namespace

Box& RowWriter::add_box(double space) {
    auto& box = boxes_.emplace_back();
    box.slot.space = space;
    return box;
}

/// Keeps a short table on one page.
void RowWriter::keep_short_together() {
    const double short_table = styles_.keeps_tables ? 150 : 50;
    double height = 0;
    for (const auto& box : boxes_) {
        height += box.slot.height();
    }
    for (std::size_t i = 0; height <= short_table && i + 1 < boxes_.size(); ++i) {
        boxes_[i].slot.keep_with_next = true;
    }
}

/// The head first, then the rows; short rows are filled up.
std::vector<std::vector<Text>> RowWriter::cells_of(const Grid& grid) {
    std::vector<std::vector<Text>> rows(grid.rows.size() + 1);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < grid.columns.size(); ++column) {
            auto style = row == 0 ? styles_.table_head : styles_.table_text;
            style.align = grid.columns[column].align;
            const bool given = row == 0 || column < grid.rows[row - 1].size();
            const auto& text = row == 0 ? grid.columns[column].title
                               : given  ? grid.rows[row - 1][column]
                                        : std::string{};
            rows[row].push_back(typesetter_.set(text, style));
        }
    }
    return rows;
}

/// Measures the least widths only when the natural ones do not fit, because they need another
/// layout of every cell.
std::vector<ColumnWish>
RowWriter::wishes_of(const Grid& grid, std::vector<std::vector<Text>>& rows) const {
    std::vector<ColumnWish> wishes(grid.columns.size());
    double natural = 0;
    for (std::size_t column = 0; column < wishes.size(); ++column) {
        auto& wish = wishes[column];
        wish.stretches = grid.columns[column].align == Align::left;
        for (const auto& row : rows) {
            wish.natural = std::max(wish.natural, row[column].width() + 2 * cell_margin_x);
        }
        natural += wish.natural;
    }
    for (std::size_t column = 0; natural > width_ && column < wishes.size(); ++column) {
        for (auto& row : rows) {
            const double least = row[column].least_width() + 2 * cell_margin_x;
            wishes[column].least = std::max(wishes[column].least, least);
        }
    }
    return wishes;
}

std::vector<Box> RowWriter::write(const Facts& facts) {
    constexpr double gap = 10;

    struct Item {
        Text name;
        Text value;
    };

    std::vector<Item> items;
    double names = 0;
    for (const auto& [name, value] : facts.items) {
        items.push_back({typesetter_.set(name, styles_.label), typesetter_.set(value, styles_.body)}
        );
        names = std::max(names, items.back().name.width());
    }
    names = std::min(std::max(names, styles_.least_label), width_ * 0.3);
    const double half = (width_ - 2 * gap) / 2;
    const auto is_short = [&](const Item& item) {
        return item.value.lines().size() == 1 && names + gap + item.value.width() <= half;
    };
    for (std::size_t i = 0; i < items.size();) {
        const bool first = i == 0;
        // Two short facts share a line when there are enough facts to look like columns.
        const bool pair = styles_.pairs_facts && items.size() >= 4 && i + 1 < items.size() &&
                          is_short(items[i]) && is_short(items[i + 1]);
        auto& box = add_box(first ? styles_.facts_space : 1);
        box.group = group_;
        box.group_tag = "Table";
        box.row_tag = "TR";
        for (int column = 0; column < (pair ? 2 : 1); ++column, ++i) {
            const double left = column == 0 ? 0 : half + 2 * gap;
            const double room = (pair ? half : width_) - names - gap;
            auto& [name, value] = items[i];
            name.wrap(names);
            value.wrap(room);
            box.cells.push_back({std::move(name), left, 0, "TH"});
            box.cells.push_back({std::move(value), left + names + gap, 0, "TD"});
        }
        box.slot.split = Split::when_too_tall;
        align_baselines(box);
        fill_lines(box, 0);
    }
    keep_short_together();
    return std::move(boxes_);
}

std::vector<Box> RowWriter::write(const Bullets& bullets) {
    double indent = 0;
    std::vector<Text> markers;
    for (std::size_t i = 0; i < bullets.items.size(); ++i) {
        const auto marker = bullets.numbered ? std::to_string(i + 1) + "." : "•";
        markers.push_back(typesetter_.set(marker, styles_.body));
        indent = std::max(indent, markers.back().width() + 7);
    }
    for (std::size_t i = 0; i < bullets.items.size(); ++i) {
        auto& box = add_box(i == 0 ? 5 : 2);
        box.group = group_;
        box.group_tag = "L";
        box.row_tag = "LI";
        auto text = typesetter_.set(bullets.items[i], styles_.body, width_ - indent);
        box.cells.push_back({std::move(markers[i]), 0, 0, "Lbl"});
        box.cells.push_back({std::move(text), indent, 0, "LBody"});
        box.slot.split = Split::freely;
        align_baselines(box);
        fill_lines(box, 0);
    }
    return std::move(boxes_);
}

std::vector<Box> RowWriter::write(const Grid& grid) {
    const auto columns = grid.columns.size();
    if (columns == 0) {
        return {};
    }
    auto rows = cells_of(grid);
    const auto widths = column_widths(wishes_of(grid, rows), width_);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        auto& box = add_box(row == 0 ? (grid.caption.empty() ? styles_.table_space : 3) : 0);
        box.group = group_;
        box.group_tag = "Table";
        box.row_tag = "TR";
        box.dress = row == 0 ? Dress::table_head : Dress::table_row;
        box.margin_top = styles_.cell_margin_y;
        double x = 0;
        for (std::size_t column = 0; column < columns; ++column) {
            auto& text = rows[row][column];
            text.wrap(widths[column] - 2 * cell_margin_x);
            box.cells.push_back({std::move(text), x + cell_margin_x, 0, row == 0 ? "TH" : "TD"});
            x += widths[column];
        }
        box.slot.split = Split::when_too_tall;
        box.slot.header = 0;
        align_baselines(box);
        fill_lines(box, styles_.cell_margin_y);
    }
    boxes_.front().slot.keep_with_next = rows.size() > 1;
    keep_short_together();
    return std::move(boxes_);
}

} // namespace praxis::exports::pdf
