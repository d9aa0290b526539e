// SPDX-License-Identifier: MIT
/// A page of help on a terminal.
#pragma once
#include "help/page.hpp"

#include <cstddef>
#include <string>

namespace praxis::help {

struct TextStyle {
    std::size_t width = 80; // columns; at least 40 are used
    bool colour = false;
};

/// Summary, examples, usage, description, arguments, options, exit codes. Lines break at spaces;
/// a command line that is too long goes on behind a backslash, as the shell reads it. Code that is
/// set apart keeps its lines. `code` stands out bold where there is colour, and keeps its
/// backquotes where there is none.
std::string text_of(const Page& page, const TextStyle& style);

} // namespace praxis::help
