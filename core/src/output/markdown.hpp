// SPDX-License-Identifier: MIT
/// Markdown in which no stored text becomes a link, a heading or HTML.
/// source  CommonMark 0.31; GitHub Flavored Markdown (tables, autolinks)
#pragma once
#include <praxis/document.hpp>

#include <string>
#include <string_view>

namespace praxis::output {

/// On one line, for a heading or within a sentence; line feeds become spaces.
std::string markdown_inline(std::string_view text);

/// Paragraphs with their line breaks; `indent` precedes every line but the first. An empty line
/// ends a paragraph.
std::string markdown_lines(std::string_view text, std::string_view indent);

/// A table of GitHub's Markdown; line feeds in cells become <br>.
std::string markdown_table(const Grid& grid);

} // namespace praxis::output
