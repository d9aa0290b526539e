// SPDX-License-Identifier: MIT
/// Reads the subset of Markdown that help is written in: paragraphs, lists, headings, tables, code.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace praxis::help {

struct MarkdownBlock {
    enum class Kind { heading, paragraph, item, table, code };

    Kind kind = Kind::paragraph;
    std::string text;   // one line, its `code` spans as written; of code: every line
    std::string marker; // of an item: "-" or "1."
    std::vector<std::vector<std::string>> rows; // of a table; the first one holds its titles
};

/// Joins the lines of a paragraph or of an item. Code is indented by four spaces or fenced. The
/// lines of a table begin and end with a bar. Two stars (**) are dropped.
std::vector<MarkdownBlock> read_markdown(std::string_view text);

struct Span {
    std::string text;
    bool is_code = false;
};

/// Splits a line at its backquotes. A backquote without a partner stays as it is.
std::vector<Span> split_spans(std::string_view line);

/// A page of which the first line is "# summary".
struct TitledMarkdown {
    std::string summary; // empty when there is no such line
    std::string body;
};

TitledMarkdown split_title(std::string_view text);

} // namespace praxis::help
