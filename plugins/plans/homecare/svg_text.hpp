// SPDX-License-Identifier: MIT
/// The text of an SVG file, checked so that every format of a document can show it: what one reader
/// of SVG forgives, another one does not.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::plans::home {

struct SvgText {
    std::string view_box;                                        // empty when <svg> has none
    std::vector<std::pair<std::string, std::string>> namespaces; // of <svg>: prefix and URI
    std::string content;                                         // between <svg> and </svg>
};

/// Nothing when the text is not one well-formed <svg> element in UTF-8. Entities beyond those of
/// XML are a fault: they need a document type with declarations.
std::optional<SvgText> read_svg(std::string_view text);

} // namespace praxis::plans::home
