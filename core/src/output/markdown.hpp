// SPDX-License-Identifier: MIT
/// Escapes text for Markdown: no stored text becomes a link, a heading or HTML.
#pragma once
#include <praxis/document.hpp>

#include <string>
#include <string_view>

namespace praxis::output {

/// Text on one line, for a heading or inside a sentence; line feeds become spaces.
std::string markdown_inline(std::string_view text);

/// A paragraph with its line breaks; `indent` starts every line except the first. Empty lines
/// separate paragraphs.
std::string markdown_lines(std::string_view text, std::string_view indent);

/// A table of GitHub's Markdown; line feeds in cells become <br>.
std::string markdown_table(const Grid& grid);

} // namespace praxis::output
