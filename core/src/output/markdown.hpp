// SPDX-License-Identifier: MIT
/// Markdown whose texts are nothing but texts: no stored word becomes a link, a heading or HTML.
#pragma once
#include <praxis/document.hpp>

#include <string>
#include <string_view>

namespace praxis::output {

/// On one line, for a heading or between other words; line feeds become spaces.
std::string markdown_inline(std::string_view text);

/// A paragraph with its line breaks; `indent` stands before every line but the first.
/// Empty lines part paragraphs.
std::string markdown_lines(std::string_view text, std::string_view indent);

/// A table of GitHub's Markdown; line feeds in cells become <br>.
std::string markdown_table(const Grid& grid);

} // namespace praxis::output
