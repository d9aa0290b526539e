// SPDX-License-Identifier: MIT
/// Which box stands on which page. Knows heights only, neither texts nor fonts.
#pragma once
#include <cstddef>
#include <limits>
#include <optional>
#include <vector>

namespace praxis::exports::pdf {

/// Whether a box may be divided between two pages, and when.
enum class Split { never, when_too_tall, freely };

/// What there is to know about a box for placing it.
struct Slot {
    double space = 0;          // above it; dropped at the top of a page
    std::vector<double> lines; // heights of its lines, its own margins in the first and the last
    Split split = Split::never;
    bool keep_with_next = false; // as a heading is with what it announces
    bool starts_page = false;
    std::optional<std::size_t> header; // box repeated above when this one begins a page

    [[nodiscard]] double height() const;
    [[nodiscard]] double height_of(std::size_t first, std::size_t last) const;
};

/// The lines [first, last) of a box, `y` below the top of the page's text.
struct Placed {
    std::size_t slot = 0;
    std::size_t first = 0;
    std::size_t last = 0;
    double y = 0;
    bool repeated = false; // a table's head again, on the next page
};

using Page = std::vector<Placed>;

/// Places all boxes in their order, from the top of the first page on. A heading is never the
/// last thing on a page; at least two lines of a paragraph stay together. What is taller than a
/// page and cannot be divided is placed all the same: nothing is ever left out.
std::vector<Page> paginate(const std::vector<Slot>& slots, double page_height);

} // namespace praxis::exports::pdf
