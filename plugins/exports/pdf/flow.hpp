// SPDX-License-Identifier: MIT
/// Places boxes on pages. Knows only their heights, neither texts nor fonts.
#pragma once
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace praxis::exports::pdf {

/// Whether a box may be divided between two pages, and when.
enum class Split { never, when_too_tall, freely };

/// The facts about a box that decide its place.
struct Slot {
    double space = 0;          // above it; none at the top of a page
    std::vector<double> lines; // heights; the first and last include the margins
    Split split = Split::never;
    bool keep_with_next = false; // a heading with its text
    bool starts_page = false;
    std::optional<std::size_t> header; // repeated above this box at the top of a page

    [[nodiscard]] double height() const;
    [[nodiscard]] double height_of(std::size_t first, std::size_t last) const;
};

/// The lines [first, last) of a box, `y` below the top of the page's text.
struct Placed {
    std::size_t slot = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    double y = 0;
    bool repeated = false; // a table's head, on a later page
};

using Page = std::vector<Placed>;

/// Places all boxes in their order, from the top of the first page. A heading is never the last
/// box on a page; at least two lines of a paragraph stay together. A box that is taller than a page
/// and cannot be divided still gets a page and runs over its end: no box is left out.
std::vector<Page> paginate(const std::vector<Slot>& slots, double page_height);

} // namespace praxis::exports::pdf
