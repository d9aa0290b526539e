// SPDX-License-Identifier: MIT
/// Tables of contents. They are written when all headings of the document are known.
#pragma once
#include "pdf/compose.hpp"
#include "pdf/typesetter.hpp"

#include <cstddef>
#include <vector>

namespace praxis::exports::pdf {

/// before  index of the box that follows the table; only headings from there on are listed
/// group   number of the table in the structure of the document
/// width   of the column
struct ContentsPlace {
    std::size_t before = 0;
    int group = 0;
    double width = 0;
};

/// Inserts one line for each heading of level 2 or 3. Indices in all boxes are moved along.
void insert_contents(std::vector<Box>& boxes, const ContentsPlace& place, Typesetter& typesetter);

} // namespace praxis::exports::pdf
