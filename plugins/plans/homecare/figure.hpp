// SPDX-License-Identifier: MIT
/// Line drawings for the handout: the SVG files of items, and the body with an area marked.
#pragma once
#include <praxis/document.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace praxis::plans::home {

/// A picture of 240 by 150 units, without the <svg> around it.
struct Figure {
    std::string title; // what it shows
    std::string content;
};

/// The picture inside a whole SVG file, as large as a figure.
/// errors  Refused when it is not a well-formed SVG file with a viewBox
Figure figure_from(std::string_view text, std::string title, const std::string& source);

/// The body from the front or from behind, with the areas marked. Without content when there is no
/// area, or only the whole body.
Figure body_figure_with(const std::vector<std::string>& areas, const std::string& side);

/// Up to four figures side by side, with their numbers.
/// numbers  as many as figures: "1.", "2."
Drawing side_by_side(const std::vector<Figure>& figures, const std::vector<std::string>& numbers);

} // namespace praxis::plans::home
