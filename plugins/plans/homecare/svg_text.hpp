// SPDX-License-Identifier: MIT
/// The text of an SVG file, checked so that every format of a document can show it: what one reader
/// of SVG forgives, another one does not.
/// source  W3C, XML 1.0 (fifth edition), 2.1: well-formed documents
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::plans::home {

struct SvgText {
    std::vector<std::pair<std::string, std::string>> attributes; // of <svg>, as written
    std::string content;                                         // between <svg> and </svg>

    /// Empty when there is no such attribute.
    [[nodiscard]] std::string attribute(std::string_view name) const;
};

/// Nothing when the text is not one well-formed <svg> element. Entities beyond those of XML are a
/// fault: they need a document type.
std::optional<SvgText> read_svg(std::string_view text);

} // namespace praxis::plans::home
