// SPDX-License-Identifier: MIT
/// Reads the subset of Markdown that help is written in: paragraphs, lists, headings and code.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace praxis::help {

struct MarkdownBlock {
    enum class Kind { heading, paragraph, item, code };

    Kind kind = Kind::paragraph;
    std::string text;   // one line, its `code` spans as written; of code: every line
    std::string marker; // of an item: "-" or "1."
};

/// Joins the lines of a paragraph or of an item. Code is indented by four spaces or fenced; the
/// lines of a table count as code, so they keep their shape. Two stars (**) are dropped.
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
