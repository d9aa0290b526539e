// SPDX-License-Identifier: MIT
/// Results and documents as bytes for a person or a program. Stored text can steer a terminal, so
/// every format for people makes it visible().
#pragma once
#include <praxis/abi.h>
#include <praxis/document.hpp>
#include <praxis/result.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::output {

/// How a result is shown.
struct Style {
    std::string format;              // table plain csv tsv json jsonl md; empty: for people
    std::vector<std::string> fields; // --fields a,b; empty: all
    bool list_fields = false;        // --fields without names: list the fields, one per line
    std::size_t width = 0;           // columns of the terminal; 0: not a terminal
    bool colour = false;
};

/// The bytes for stdout, ending in a line feed unless empty. A File result is written elsewhere.
/// format  on a terminal a Table is aligned within `width`: the widest text columns wrap first;
///         elsewhere, and always as "plain", one record a line, not truncated, without colour
/// errors  UsageError for an unknown format or field, with the known ones
PRAXIS_API std::string show(const Result& result, const Style& style);

/// The document for a terminal or a text file; width 0 means 80.
PRAXIS_API std::string text_of(const Document& document, std::size_t width, bool colour);

/// CommonMark with GitHub's tables; every character of a text that could be markup is escaped.
PRAXIS_API std::string markdown_of(const Document& document);

} // namespace praxis::output
