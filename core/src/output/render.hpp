// SPDX-License-Identifier: MIT
/// Renders results and documents for a person or a machine. Stored text can attack a terminal, so
/// every format for people passes through visible().
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
    std::string format;              // table plain csv tsv json jsonl md; empty: default
    std::vector<std::string> fields; // --fields a,b; empty: all
    bool list_fields = false;        // --fields without names: list the fields, one per line
    std::size_t width = 0;           // columns of the terminal; 0: not a terminal
    bool colour = false;
};

/// The bytes for stdout, with a line feed at the end unless empty. The host handles File results.
/// format  on a terminal a Table is aligned within `width`, and its widest text columns wrap first;
///         otherwise it is untruncated and uncoloured with one record per line; "plain" always
///         means the latter
/// errors  UsageError for an unknown format or field, with the valid ones
PRAXIS_API std::string show(const Result& result, const Style& style);

/// The document for a terminal or a text file; width 0 means 80.
PRAXIS_API std::string text_of(const Document& document, std::size_t width, bool colour);

/// CommonMark with tables; stored text is escaped.
PRAXIS_API std::string markdown_of(const Document& document);

} // namespace praxis::output
