// SPDX-License-Identifier: MIT
/// Sizes and spaces of a document on paper, in points.
#pragma once
#include "pdf/typesetter.hpp"

#include <array>

namespace praxis::exports::pdf {

struct Styles {
    TextStyle body{};
    TextStyle small{.size = 8, .colour = colours::quiet};
    TextStyle label{.size = 8.5, .colour = colours::quiet};
    TextStyle table_text{.size = 8.5};
    TextStyle table_head{.size = 8.5, .bold = true, .colour = colours::accent};
    std::array<double, 3> heading_sizes{13, 11, 9.5}; // by level
    std::array<double, 3> heading_spaces{15, 11, 8};
    double paragraph_space = 5;
    double facts_space = 6; // above the first one
    double table_space = 7;
    double least_label = 0; // width of the labels of facts, at least
    double cell_margin_y = 2.2;
    bool keeps_tables = true;    // a short table on one page
    bool pairs_facts = true;     // two short facts share a line
    bool rules_sections = false; // a line above each heading of level 2
};

/// Of a letter: no text below 8.5 points, so that a fax stays readable.
inline const Styles& letter_styles() {
    static const Styles styles{
        .body = {.size = 9.2},
        .small = {.size = 8.5},
        .label = {.size = 9, .bold = true},
        .table_text = {.size = 9},
        .table_head = {.size = 9, .bold = true},
        .heading_sizes = {13, 10.6, 9.4},
        .heading_spaces = {0, 5, 4},
        .paragraph_space = 2.5,
        .facts_space = 3,
        .table_space = 3,
        .least_label = 58,
        .cell_margin_y = 1,
        .keeps_tables = false,
        .rules_sections = true};
    return styles;
}

} // namespace praxis::exports::pdf
