// SPDX-License-Identifier: MIT
/// Results and documents as bytes for a person or a machine. Stored text is hostile to a terminal:
/// every format for people goes through visible().
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
    std::string format;              // table plain csv tsv json jsonl md; empty: for a person
    std::vector<std::string> fields; // --fields a,b; empty: all
    bool list_fields = false;        // --fields alone: the names of the fields, one a line
    std::size_t width = 0;           // columns of the terminal; 0: not a terminal
    bool colour = false;
};

/// The bytes for stdout, ending in a line feed unless empty. File results are not shown here.
/// format  on a terminal a Table is aligned within `width`, widest text columns give way first;
///         off a terminal untruncated, uncoloured, one record a line; "plain" is the latter always
/// errors  UsageError for an unknown format or field, with the ones there are
PRAXIS_API std::string show(const Result& result, const Style& style);

/// The document for a terminal or a text file; width 0 stands for 80.
PRAXIS_API std::string text_of(const Document& document, std::size_t width, bool colour);

/// CommonMark with tables; everything that Markdown would understand is escaped.
PRAXIS_API std::string markdown_of(const Document& document);

} // namespace praxis::output
