// SPDX-License-Identifier: MIT
/// Results and documents as bytes for a person or a program. Stored text can steer a terminal, so
/// every format for people makes it visible().
#pragma once
#include <praxis/abi.h>
#include <praxis/document.hpp>
#include <praxis/result.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::output {

/// How a result is shown.
struct Style {
    std::string format;              // table plain csv tsv json jsonl md; empty: for people
    bool byte_order_mark = false;    // before csv or tsv
    std::vector<std::string> fields; // --fields a,b; empty: all
    bool list_fields = false;        // --fields without names: list the fields, one per line
    std::size_t width = 0;           // columns of the terminal; 0: not a terminal
    bool colour = false;
};

/// The code of the error when a list ends early: `error.code` of --json.
inline constexpr std::string_view incomplete = "output_incomplete";

/// Whether lists in this format are written row by row; the other formats need all rows first.
PRAXIS_API bool is_written_by_row(std::string_view format);

/// Reads the rows of a list that has a source of rows.
PRAXIS_API void collect_rows(Result& result);

/// Takes a piece of text. Returns false when nobody reads on.
using TextSink = std::function<bool(std::string_view text)>;

/// Writes a list that has a source of rows, in a format that is_written_by_row(), until its last
/// row or until nobody reads on. Returns the number of rows.
///
/// errors  UsageError for an unknown field, before anything is written; Error failed with the
///         number of rows when the source fails after the first row
PRAXIS_API std::size_t write_rows(const Table& table, const Style& style, const TextSink& sink);

/// The bytes for stdout, ending in a line feed unless empty. A File result is written elsewhere.
/// The rows of a list must have been collected.
/// format  on a terminal a Table is aligned within `width`: the widest text columns wrap first;
///         elsewhere, and always as "plain", one record a line, not truncated, without colour
/// errors  UsageError for an unknown format or field, with the known ones
PRAXIS_API std::string show(const Result& result, const Style& style);

/// The document for a terminal or a text file; width 0 means 80.
PRAXIS_API std::string text_of(const Document& document, std::size_t width, bool colour);

/// CommonMark with GitHub's tables; every character of a text that could be markup is escaped.
PRAXIS_API std::string markdown_of(const Document& document);

} // namespace praxis::output
