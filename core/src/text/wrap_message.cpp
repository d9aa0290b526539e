// SPDX-License-Identifier: MIT
#include "text/wrap_message.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <vector>

namespace praxis {
namespace {

constexpr std::string_view program = "praxis: ";

/// Columns under which a continued line begins; nothing when the line is no part of a message.
std::size_t indent_of(std::string_view line, bool in_message) {
    if (line.starts_with(program)) {
        return program.size();
    }
    const auto spaces = std::min(line.find_first_not_of(' '), line.size());
    return in_message ? spaces : 0;
}

std::string wrap_line(std::string_view line, std::size_t indent, std::size_t columns) {
    const auto text = line.substr(indent);
    std::string wrapped{line.substr(0, indent)};
    std::size_t width = indent;
    bool first = true;
    for (const auto& word : split(text, ' ')) {
        const auto word_width = display_width(word);
        if (!first && width + 1 + word_width > columns) {
            wrapped += "\n" + std::string(indent, ' ');
            width = indent;
            first = true;
        }
        wrapped += (first ? "" : " ") + word;
        width += word_width + (first ? 0 : 1);
        first = false;
    }
    return wrapped;
}

} // namespace

std::string wrap_message(std::string_view text, std::size_t columns) {
    if (columns == 0) {
        return std::string{text};
    }
    std::vector<std::string> lines;
    bool in_message = false;
    for (const auto& line : split(text, '\n')) {
        const auto indent = indent_of(line, in_message);
        in_message = indent > 0;
        lines.push_back(in_message ? wrap_line(line, indent, columns) : line);
    }
    return join(lines, "\n");
}

} // namespace praxis
