// SPDX-License-Identifier: MIT
#include "markdown.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <vector>

namespace praxis::output {
namespace {

bool is_digit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Whether the character at that place can be markup within a line (CommonMark 0.31, 6 Inlines).
bool is_special(std::string_view line, std::size_t place) {
    constexpr std::string_view always = "\\`*_[]<>|~$#";
    const char letter = line[place];
    const auto rest = line.substr(place);
    if (always.find(letter) != std::string_view::npos) {
        return true;
    }
    if (letter == '&') {
        return rest.size() > 1 &&
               (rest[1] == '#' || std::isalnum(static_cast<unsigned char>(rest[1])) != 0);
    }
    if (letter == ':') {
        return rest.substr(0, 3) == "://";
    }
    if (letter == '.') { // GitHub makes such words links (GFM 6.9, autolinks)
        return place >= 3 && fold(line.substr(place - 3, 3)) == "www";
    }
    return false;
}

std::string inline_of(std::string_view line) {
    std::string result;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (is_special(line, i)) {
            result += '\\';
        }
        result += line[i];
    }
    return result;
}

/// The beginning of a line makes a list, an underline or a heading (CommonMark 0.31, 4 and 5).
std::string line_of(std::string_view line) {
    constexpr std::string_view starts = "-+=:";
    std::string result = inline_of(line);
    if (result.empty()) {
        return result;
    }
    if (starts.find(result.front()) != std::string_view::npos) {
        return '\\' + result;
    }
    const auto digits = static_cast<std::size_t>(
        std::find_if_not(result.begin(), result.end(), is_digit) - result.begin()
    );
    if (digits > 0 && digits < result.size() && (result[digits] == '.' || result[digits] == ')')) {
        result.insert(digits, 1, '\\');
    }
    return result;
}

std::string cell_of(const std::string& text) {
    std::vector<std::string> lines;
    for (const auto& line : split(visible(text, true), '\n')) {
        lines.push_back(inline_of(trim(line)));
    }
    while (lines.size() > 1 && lines.back().empty()) {
        lines.pop_back();
    }
    return join(lines, "<br>");
}

std::string row_of(const std::vector<std::string>& cells) {
    return "| " + join(cells, " | ") + " |\n";
}

} // namespace

std::string markdown_inline(std::string_view text) {
    std::string line = visible(text, true);
    std::replace(line.begin(), line.end(), '\n', ' ');
    return inline_of(trim(line));
}

std::string markdown_lines(std::string_view text, std::string_view indent) {
    std::string result;
    bool follows_gap = false; // an empty line follows the last written line
    for (const auto& line : split(visible(text, true), '\n')) {
        const std::string written = line_of(trim(line));
        if (written.empty()) {
            follows_gap = !result.empty();
            continue;
        }
        if (follows_gap) {
            const auto end = indent.find_last_not_of(' ');
            const auto bare = indent.substr(0, end == std::string_view::npos ? 0 : end + 1);
            result.append("\n").append(bare).append("\n").append(indent);
        } else if (!result.empty()) {
            result.append("\\\n").append(indent);
        }
        result += written;
        follows_gap = false;
    }
    return result;
}

std::string markdown_table(const Grid& grid) {
    std::size_t count = grid.columns.size();
    for (const auto& row : grid.rows) {
        count = std::max(count, row.size());
    }
    if (count == 0) {
        return {};
    }
    std::vector<std::string> titles(count);
    std::vector<std::string> rules(count, "---");
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        titles[i] = cell_of(grid.columns[i].title);
        rules[i] = grid.columns[i].align == Align::right ? "---:" : "---";
    }
    std::string text = row_of(titles) + row_of(rules);
    for (const auto& row : grid.rows) {
        std::vector<std::string> cells(count);
        std::transform(row.begin(), row.end(), cells.begin(), cell_of);
        text += row_of(cells);
    }
    return text;
}

} // namespace praxis::output
