// SPDX-License-Identifier: MIT
#include "help/markdown.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace praxis::help {
namespace {

using Kind = MarkdownBlock::Kind;

constexpr std::string_view code_indent = "    ";
constexpr std::string_view fence = "```";

std::string without_stars(std::string text) {
    for (auto at = text.find("**"); at != std::string::npos; at = text.find("**", at)) {
        text.erase(at, 2);
    }
    return text;
}

/// How many characters "- ", "* " or "12. " take at the beginning; 0 when the line is no item.
std::size_t marker_size(std::string_view line) {
    if (line.starts_with("- ") || line.starts_with("* ")) {
        return 2;
    }
    const auto digits = line.find_first_not_of("0123456789");
    const bool numbered =
        digits != std::string_view::npos && digits > 0 && line.substr(digits).starts_with(". ");
    return numbered ? digits + 2 : 0;
}

class Reader {
  public:
    void read(std::string_view line) {
        const auto text = trim(line);
        if (text.starts_with(fence)) {
            in_fence_ = !in_fence_;
            open_ = false;
        } else if (in_fence_) {
            add_code(line);
        } else if (text.empty()) {
            open_ = false;
            ++blank_lines_;
            return;
        } else if (line.starts_with('|')) {
            add_row(text);
        } else if (!open_ && line.starts_with(code_indent)) {
            add_code(line.substr(code_indent.size()));
        } else if (line.starts_with('#')) {
            add(Kind::heading, trim(text.substr(text.find_first_not_of('#'))));
            open_ = false;
        } else {
            add_text(text);
        }
        blank_lines_ = 0;
    }

    std::vector<MarkdownBlock> take() { return std::move(blocks_); }

  private:
    MarkdownBlock& add(Kind kind, std::string text) {
        auto& block = blocks_.emplace_back();
        block.kind = kind;
        block.text = std::move(text);
        return block;
    }

    [[nodiscard]] bool goes_on(Kind kind) const {
        return !blocks_.empty() && blocks_.back().kind == kind;
    }

    void add_code(std::string_view line) {
        if (goes_on(Kind::code)) {
            blocks_.back().text.append(blank_lines_, '\n');
        } else {
            add(Kind::code, {});
        }
        blocks_.back().text.append(line).append("\n");
        open_ = false;
    }

    void add_row(std::string_view line) {
        line.remove_prefix(1);
        if (line.ends_with('|')) {
            line.remove_suffix(1);
        }
        if (!goes_on(Kind::table) || blank_lines_ > 0) {
            add(Kind::table, {});
        }
        open_ = false;
        if (line.find_first_not_of("|:- ") == line.npos) {
            return; // the rule below the titles
        }
        std::vector<std::string> cells;
        for (const auto& cell : split(line, '|')) {
            cells.push_back(without_stars(trim(cell)));
        }
        blocks_.back().rows.push_back(std::move(cells));
    }

    void add_text(const std::string& text) {
        if (const auto size = marker_size(text); size > 0) {
            add(Kind::item, without_stars(trim(text.substr(size)))).marker =
                text[0] == '*' ? "-" : text.substr(0, size - 1);
        } else if (open_) {
            blocks_.back().text += " " + without_stars(text);
        } else {
            add(Kind::paragraph, without_stars(text));
        }
        open_ = true;
    }

    std::vector<MarkdownBlock> blocks_;
    std::size_t blank_lines_ = 0; // since the last line that was not
    bool open_ = false;           // the next line can go on with the last block
    bool in_fence_ = false;
};

} // namespace

std::vector<MarkdownBlock> read_markdown(std::string_view text) {
    Reader reader;
    for (const auto& line : split(text, '\n')) {
        reader.read(line);
    }
    return reader.take();
}

std::vector<Span> split_spans(std::string_view line) {
    std::vector<Span> spans;
    while (!line.empty()) {
        const auto begin = line.find('`');
        const auto end = begin == line.npos ? line.npos : line.find('`', begin + 1);
        if (end == line.npos) {
            spans.push_back({std::string{line}, false});
            break;
        }
        if (begin > 0) {
            spans.push_back({std::string{line.substr(0, begin)}, false});
        }
        spans.push_back({std::string{line.substr(begin + 1, end - begin - 1)}, true});
        line.remove_prefix(end + 1);
    }
    return spans;
}

TitledMarkdown split_title(std::string_view text) {
    if (!text.starts_with("# ")) {
        return {{}, std::string{text}};
    }
    const auto end = std::min(text.find('\n'), text.size());
    return {
        trim(text.substr(2, end - 2)), std::string{text.substr(std::min(end + 1, text.size()))}};
}

} // namespace praxis::help
