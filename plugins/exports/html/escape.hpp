// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

namespace praxis::exports::html {

/// Clean text in which nothing is markup any more: for attributes in quotes, and for content.
std::string escape(std::string_view text);

/// The same for content, with dates and record numbers kept whole at the ends of lines.
std::string escape_content(std::string_view text);

/// For a quoted string of CSS: everything but letters and digits becomes its number.
std::string escape_css(std::string_view text);

} // namespace praxis::exports::html
