// SPDX-License-Identifier: MIT
#pragma once
#include "pdf/sheet.hpp"
#include "pdf/typesetter.hpp"

#include <praxis/document.hpp>

#include <cairo.h>

#include <cstddef>

namespace praxis::exports::pdf {

struct PageNumber {
    std::size_t page = 1;
    std::size_t of = 1;
};

/// Fold marks, head and foot of a page of a letter. Each sheet names the person: the pages of a fax
/// get separated.
void draw_letter_margins(
    cairo_t* cairo,
    Typesetter& typesetter,
    const Document& document,
    const Sheet& sheet,
    PageNumber number
);

} // namespace praxis::exports::pdf
