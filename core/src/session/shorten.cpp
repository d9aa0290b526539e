// SPDX-License-Identifier: MIT
#include "output/render.hpp"
#include "session/host_session.hpp"

#include <praxis/shorten.hpp>

#include <algorithm>
#include <variant>

namespace praxis {
namespace {

std::size_t lines_of(const Document& document, std::size_t width) {
    const auto text = output::text_of(document, width, false);
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

Document first_blocks(const Document& document, std::size_t count) {
    auto part = document;
    part.blocks.resize(count);
    return part;
}

/// The most blocks that fit.
std::size_t find_fitting(const Document& document, std::size_t width, std::size_t most_lines) {
    std::size_t fitting = 0;
    std::size_t end = std::min(document.blocks.size(), most_lines + 1); // each has a line at least
    while (fitting + 1 < end) {
        const auto middle = (fitting + end) / 2;
        (lines_of(first_blocks(document, middle), width) <= most_lines ? fitting : end) = middle;
    }
    return fitting;
}

} // namespace

Document
shorten(Session& session, Document document, std::size_t most_lines, const std::string& whole) {
    const auto* host = dynamic_cast<const HostSession*>(&session);
    const auto format = host == nullptr ? std::string{} : host->globals().format;
    if (!format.empty() && format != "table") {
        return document;
    }
    const auto width = host != nullptr && host->environment().terminal.out_is_terminal
                           ? host->environment().terminal.width
                           : 0;
    const auto all = lines_of(document, width);
    if (all <= most_lines) {
        return document;
    }
    constexpr std::size_t last_lines = 3; // a blank line, and the last one if it wraps
    auto part = first_blocks(document, find_fitting(document, width, most_lines - last_lines));
    while (!part.blocks.empty() && std::holds_alternative<Heading>(part.blocks.back())) {
        part.blocks.pop_back();
    }
    const auto left = all - lines_of(part, width);
    part.add(Paragraph{std::to_string(left) + " more lines: " + whole});
    return part;
}

} // namespace praxis
