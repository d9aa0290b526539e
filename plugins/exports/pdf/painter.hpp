// SPDX-License-Identifier: MIT
#pragma once
#include "pdf/compose.hpp"
#include "pdf/flow.hpp"
#include "pdf/sheet.hpp"
#include "pdf/typesetter.hpp"

#include <praxis/document.hpp>

#include <cairo.h>

#include <vector>

namespace praxis::exports::pdf {

/// Draws the boxes at their places and frees the texts and drawings of each, inside the structure
/// of a tagged PDF (ISO 32000-1, 14.8). The watermark, the running head and the foot stay outside
/// of it: Cairo 1.16 cannot mark them as artifacts, and a program that reads the structure skips
/// content without a tag.
void paint(
    cairo_t* cairo,
    Typesetter& typesetter,
    const Document& document,
    const Sheet& sheet,
    std::vector<Box>& boxes,
    const std::vector<Page>& pages
);

} // namespace praxis::exports::pdf
