// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::exports::html {

/// For content, and for attributes in quotes: no character of the text is markup.
/// source  W3C/WHATWG HTML, "Writing HTML documents": text, attributes
std::string escape(std::string_view text);

/// For content: the same, and no line breaks inside a date or a record number.
std::string escape_content(std::string_view text);

/// For a quoted string of CSS: everything but ASCII letters and digits becomes an escape.
/// source  W3C CSS Syntax Module Level 3, 4.3.7 (at most six digits, then no space is needed)
std::string escape_css(std::string_view text);

/// For the data of a data: URL: everything but ASCII letters and digits becomes %XX.
/// source  RFC 3986, 2.1; RFC 2397
std::string escape_url(std::string_view bytes);

/// limits  0xFFFFFF: a colour or a code point
std::string six_hex_digits(std::uint32_t number);

} // namespace praxis::exports::html
