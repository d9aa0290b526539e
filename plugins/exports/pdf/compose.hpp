// SPDX-License-Identifier: MIT
/// Turns the blocks of a document into boxes, which are then placed on pages and drawn.
#pragma once
#include "figure/sketch.hpp"
#include "pdf/flow.hpp"
#include "pdf/picture.hpp"
#include "pdf/sheet.hpp"
#include "pdf/typesetter.hpp"

#include <praxis/document.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace praxis::exports::pdf {

struct Cell {
    Text text;
    double x = 0;          // from the left margin
    double y = 0;          // below the box's own margin
    const char* tag = "P"; // structure element of PDF
};

/// What is drawn around a box's text.
enum class Dress {
    plain,
    letterhead,
    table_head,
    table_row,
    framed,
    tinted,
    barred,
    boxed,
    ruled,
    signature
};

struct Box {
    Slot slot;
    std::vector<Cell> cells;
    double margin_top = 0; // within the box; part of its first line's height
    Dress dress = Dress::plain;
    std::optional<double> width; // of its dress; nothing: the whole column

    // The structure around the box: boxes of one table share its number.
    int group = 0;
    const char* group_tag = nullptr; // "Table", "L", "TOC"
    const char* row_tag = nullptr;   // "TR", "LI", "TOCI"

    std::optional<Sketch> decoration; // lines and frames behind the texts
    std::optional<Sketch> sketch;
    std::optional<Picture> picture;
    std::string alternative; // what the sketch or the picture shows, in words

    std::string heading; // for bookmarks; empty for anything but a heading
    int heading_level = 0;
    std::optional<std::size_t> refers_to; // line of a table of contents: the heading's box
};

/// All boxes of the document for that sheet, letterhead and title first.
std::vector<Box> compose(const Document& document, Typesetter& typesetter, const Sheet& sheet);

} // namespace praxis::exports::pdf
