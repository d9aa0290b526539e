// SPDX-License-Identifier: MIT
#include "layout.hpp"

#include "text/code_points.hpp"
#include "text/word_parts.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace praxis::output {
namespace {

constexpr std::size_t gap = 2;           // between two columns
constexpr std::size_t narrowest = 8;     // columns a wrapped text keeps
constexpr std::size_t longest_word = 40; // columns that a column keeps to leave a word whole
constexpr std::size_t command_room = 24; // columns that a command keeps, so that it can be read

struct Column {
    Align align = Align::left;
    std::size_t width = 0;
};

struct Cell {
    Lines lines;
    Emphasis emphasis = Emphasis::none;
};

using Row = std::vector<Cell>;

std::size_t widest(const Lines& lines) {
    std::size_t width = 0;
    for (const auto& line : lines) {
        width = std::max(width, display_width(line));
    }
    return width;
}

std::size_t widest_word(const Lines& lines) {
    std::size_t width = 0;
    for (const auto& line : lines) {
        for (const auto& word : split(line, ' ')) {
            for (const auto part : parts_of_word(word)) {
                width = std::max(width, display_width(part));
            }
        }
    }
    return width;
}

std::string capitals(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto step = unicode::step_at(text, at);
        if (step.code == unicode::no_code_point) {
            return std::string{text};
        }
        unicode::append(result, utf8proc_toupper(step.code));
        at += step.size;
    }
    return result;
}

/// Writes one line of a row: the nth line of each cell, without trailing spaces.
void write_line(
    std::string& text,
    const Row& row,
    const std::vector<Column>& columns,
    std::size_t line,
    bool colour
) {
    std::size_t pending = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& cell = row[i];
        const std::string content = line < cell.lines.size() ? cell.lines[line] : std::string{};
        const std::size_t used = display_width(content);
        const std::size_t room = columns[i].width > used ? columns[i].width - used : 0;
        const bool right = columns[i].align == Align::right;
        if (!content.empty()) {
            text.append(pending + (right ? room : 0), ' ');
            text += emphasize(content, cell.emphasis, colour);
            pending = right ? 0 : room;
        } else {
            pending += room;
        }
        pending += gap;
    }
    text += '\n';
}

void write_row(std::string& text, const Row& row, const std::vector<Column>& columns, bool colour) {
    std::size_t height = 1;
    for (const auto& cell : row) {
        height = std::max(height, cell.lines.size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        write_line(text, row, columns, line, colour);
    }
}

/// The cells of the grid as lines that are not wrapped yet; the header is the first row.
std::vector<Row> cells_of(const Grid& grid, bool one_line, std::size_t columns) {
    const auto cell = [one_line](const std::string& text, Emphasis emphasis) {
        return Cell{one_line ? Lines{visible(text)} : lines_of(text, 0), emphasis};
    };
    std::vector<Row> rows;
    auto& header = rows.emplace_back();
    for (const auto& column : grid.columns) {
        header.push_back(cell(capitals(column.title), Emphasis::bold));
    }
    header.resize(columns);
    for (const auto& texts : grid.rows) {
        auto& row = rows.emplace_back();
        for (const auto& text : texts) {
            row.push_back(cell(text, Emphasis::none));
        }
        row.resize(columns);
    }
    return rows;
}

std::vector<Column> natural_columns(const Grid& grid, const std::vector<Row>& rows) {
    std::vector<Column> columns(rows.front().size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].align = i < grid.columns.size() ? grid.columns[i].align : Align::left;
        for (const auto& row : rows) {
            columns[i].width = std::max(columns[i].width, widest(row[i].lines));
        }
    }
    return columns;
}

bool has_command(const std::vector<Row>& rows, std::size_t index) {
    return std::any_of(rows.begin(), rows.end(), [index](const Row& row) {
        const auto& lines = row[index].lines;
        return !lines.empty() && lines.front().starts_with("praxis ");
    });
}

/// The least width of a column: numbers stay whole, texts keep their words, commands some of them.
std::size_t floor_of(const Column& column, const std::vector<Row>& rows, std::size_t index) {
    if (column.align == Align::right) {
        return std::min(column.width, longest_word);
    }
    std::size_t word = 0;
    for (const auto& row : rows) {
        word = std::max(word, widest_word(row[index].lines));
    }
    const auto least = has_command(rows, index) ? command_room : narrowest;
    return std::min(column.width, std::clamp(word, least, longest_word));
}

/// The widths of the cells of some rows: enough to judge a layout by.
using Widths = std::vector<std::vector<std::size_t>>;

Widths widths_of(const std::vector<Row>& rows) {
    constexpr std::size_t most_rows = 200;
    Widths widths;
    for (const auto& row : rows) {
        auto& cells = widths.emplace_back();
        for (const auto& cell : row) {
            cells.push_back(widest(cell.lines));
        }
        if (widths.size() == most_rows) {
            break;
        }
    }
    return widths;
}

/// The lines that the rows take when one column is narrower by one column of the terminal.
std::size_t
height_without(const std::vector<Column>& columns, std::size_t narrower, const Widths& widths) {
    std::size_t height = 0;
    for (const auto& row : widths) {
        std::size_t lines = 1;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto width = columns[i].width - (i == narrower ? 1 : 0);
            lines = std::max(lines, (row[i] + width - 1) / width);
        }
        height += lines;
    }
    return height;
}

/// The column that costs the fewest lines when it is narrowed; among equal ones the widest.
std::size_t cheapest_to_narrow(
    const std::vector<Column>& columns, const std::vector<std::size_t>& floors, const Widths& widths
) {
    std::optional<std::size_t> next;
    std::pair<std::size_t, std::size_t> least;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].width <= floors[i]) {
            continue;
        }
        const std::pair cost{height_without(columns, i, widths), ~columns[i].width};
        if (!next || cost < least) {
            next = i;
            least = cost;
        }
    }
    return next.value();
}

/// Narrows columns until the table fits, so that long texts keep the most room. False when it
/// cannot fit.
bool fit(std::vector<Column>& columns, const std::vector<Row>& rows, std::size_t width) {
    const std::size_t gaps = gap * (columns.size() - 1);
    const std::size_t room = width > gaps ? width - gaps : 0;
    std::vector<std::size_t> floors;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        floors.push_back(floor_of(columns[i], rows, i));
        columns[i].width = std::max(floors[i], std::min(columns[i].width, room));
    }
    if (std::accumulate(floors.begin(), floors.end(), std::size_t{0}) > room) {
        return false;
    }
    std::size_t total = 0;
    for (const auto& column : columns) {
        total += column.width;
    }
    const auto widths = widths_of(rows);
    for (; total > room; --total) {
        --columns[cheapest_to_narrow(columns, floors, widths)].width;
    }
    return true;
}

/// Lines that fit stay as they are, with all their spaces.
Lines wrap_lines(const Lines& lines, std::size_t width) {
    Lines result;
    for (const auto& line : lines) {
        if (display_width(line) <= width) {
            result.push_back(line);
            continue;
        }
        for (auto& part : wrap(line, width)) {
            result.push_back(std::move(part));
        }
    }
    return result;
}

/// The columns in which some row has a text.
std::vector<std::size_t> filled_columns(const Grid& grid) {
    std::vector<std::size_t> filled;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        const bool any = std::any_of(grid.rows.begin(), grid.rows.end(), [i](const auto& row) {
            return i < row.size() && !row[i].empty();
        });
        if (any) {
            filled.push_back(i);
        }
    }
    return filled;
}

/// The grid without its empty columns.
Grid without_empty_columns(const Grid& grid) {
    Grid part{grid.caption, {}, std::vector<std::vector<std::string>>(grid.rows.size())};
    for (const auto column : filled_columns(grid)) {
        part.columns.push_back(grid.columns[column]);
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            const auto& cells = grid.rows[row];
            part.rows[row].push_back(column < cells.size() ? cells[column] : std::string{});
        }
    }
    return part;
}

std::string rows_as_lists(const Grid& grid, std::size_t width, bool colour) {
    std::string text;
    for (const auto& row : grid.rows) {
        LabelledTexts items;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (!row[i].empty()) {
                items.emplace_back(i < grid.columns.size() ? grid.columns[i].title : "", row[i]);
            }
        }
        text += text.empty() ? "" : "\n";
        text += labelled_values(items, width, colour);
    }
    return text;
}

} // namespace

Lines lines_of(std::string_view text, std::size_t width) {
    auto lines = split(visible(text, true), '\n');
    if (lines.size() > 1 && lines.back().empty()) {
        lines.pop_back();
    }
    if (width > 0) {
        lines = wrap_lines(lines, width);
    }
    if (lines.empty()) {
        lines.emplace_back();
    }
    return lines;
}

std::string emphasize(std::string_view text, Emphasis emphasis, bool colour) {
    if (!colour || text.empty() || emphasis == Emphasis::none) {
        return std::string{text};
    }
    std::string start = "\x1b[1m";
    if (emphasis == Emphasis::dim) {
        start = "\x1b[2m";
    } else if (emphasis == Emphasis::alarm) {
        start = "\x1b[1;31m";
    }
    return start + std::string{text} + "\x1b[0m";
}

bool begins_with_warning(std::string_view text) {
    constexpr std::string_view word = "warning";
    return fold(text.substr(0, word.size())) == word;
}

std::string hanging(std::string_view first, const Lines& lines, Emphasis emphasis, bool colour) {
    const std::string indent(display_width(first), ' ');
    std::string text;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string before{i == 0 ? first : std::string_view{indent}};
        const std::string line = before + lines[i];
        const auto end = line.find_last_not_of(' ');
        text += end == std::string::npos
                    ? std::string{}
                    : emphasize(std::string_view{line}.substr(0, end + 1), emphasis, colour);
        text += '\n';
    }
    return text;
}

std::string aligned_table(const Grid& grid, std::size_t width, bool colour) {
    std::size_t count = grid.columns.size();
    for (const auto& row : grid.rows) {
        count = std::max(count, row.size());
    }
    if (count == 0) {
        return {};
    }
    auto rows = cells_of(grid, width == 0, count);
    auto columns = natural_columns(grid, rows);
    if (width > 0) {
        if (!fit(columns, rows, width) && !grid.rows.empty()) {
            const auto filled = without_empty_columns(grid);
            return count == grid.columns.size() && filled.columns.size() < count
                       ? aligned_table(filled, width, colour)
                       : rows_as_lists(grid, width, colour);
        }
        for (auto& row : rows) {
            for (std::size_t i = 0; i < count; ++i) {
                row[i].lines = wrap_lines(row[i].lines, columns[i].width);
            }
        }
    }
    std::string text;
    for (const auto& row : rows) {
        write_row(text, row, columns, colour);
    }
    return text;
}

std::string labelled_values(const LabelledTexts& items, std::size_t width, bool colour) {
    std::vector<Row> rows;
    std::vector<Column> columns(2);
    const std::size_t label_room = width > 0 ? std::max(narrowest, width * 2 / 5) : 0;
    for (const auto& [label, value] : items) {
        auto& row = rows.emplace_back();
        row.push_back({lines_of(label, label_room), Emphasis::bold});
        columns[0].width = std::max(columns[0].width, widest(row[0].lines));
        row.push_back({lines_of(value.empty() ? "–" : value, 0), Emphasis::none});
    }
    const std::size_t used = columns[0].width + gap;
    columns[1].width = width > used + narrowest ? width - used : narrowest;
    std::string text;
    for (auto& row : rows) {
        if (width > 0) {
            row[1].lines = wrap_lines(row[1].lines, columns[1].width);
        }
        write_row(text, row, columns, colour);
    }
    return text;
}

} // namespace praxis::output
