// SPDX-License-Identifier: MIT
#include "help/text_page.hpp"

#include "help/markdown.hpp"
#include "output/layout.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::help {
namespace {

using output::Emphasis;
using output::emphasized;

constexpr std::size_t indent = 2;
constexpr std::size_t continuation = 6; // of a command line that goes on
constexpr std::size_t code_indent = 4;
constexpr std::size_t narrowest = 40;
constexpr std::size_t widest_term = 30;

class Writer {
  public:
    explicit Writer(const TextStyle& style)
        : width_(std::clamp(style.width, narrowest, output::widest_prose)), colour_(style.colour) {}

    void section(const std::string& title) {
        text_ += "\n";
        for (const auto& line : wrap(title, width_)) {
            text_ += emphasized(line, Emphasis::bold, colour_) + "\n";
        }
    }

    void closing(const std::string& text) {
        text_ += "\n";
        hanging("", 0, text);
    }

    /// `first` stands before the first line, spaces before the others.
    void hanging(const std::string& first, std::size_t left, const std::string& text) {
        bool is_first = true;
        bool in_code = false;
        for (const auto& line : wrap(text, width_ - left)) {
            text_ += is_first ? first : std::string(left, ' ');
            text_ += emphasize_code(line, in_code) + "\n";
            is_first = false;
        }
    }

    void terms(const std::vector<Entry>& entries) {
        const auto widest = std::min(widest_term, width_ * 2 / 5);
        std::size_t column = 0;
        for (const auto& entry : entries) {
            if (const auto width = display_width(entry.term); width <= widest) {
                column = std::max(column, width);
            }
        }
        const auto left = indent + column + 2;
        for (const auto& entry : entries) {
            auto first = std::string(indent, ' ') + entry.term;
            const auto used = indent + display_width(entry.term);
            if (used + 2 > left && !entry.meaning.empty()) {
                first += "\n" + std::string(left, ' ');
            } else {
                first += std::string(used < left ? left - used : 0, ' ');
            }
            hanging(first, left, entry.meaning);
        }
    }

    void markdown(const std::string& text);
    void command_line(const std::string& command);

    std::string take() { return std::move(text_); }

  private:
    void code(std::string_view lines, std::size_t left) {
        lines.remove_suffix(1);
        for (const auto& line : split(lines, '\n')) {
            text_ += line.empty() ? "\n" : std::string(left, ' ') + line + "\n";
        }
    }

    /// A span of code may go on in the next line.
    std::string emphasize_code(const std::string& line, bool& in_code) const {
        if (!colour_) {
            return line;
        }
        std::string result;
        const auto pieces = split(line, '`');
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            in_code = i > 0 ? !in_code : in_code;
            result += in_code ? emphasized(pieces[i], Emphasis::bold, true) : pieces[i];
        }
        return result;
    }

    std::size_t width_;
    bool colour_;
    std::string text_;
};

/// What a heading heads is indented, as in the other sections.
void Writer::markdown(const std::string& text) {
    using Kind = MarkdownBlock::Kind;
    std::size_t left = 0;
    auto before = Kind::paragraph;
    for (const auto& block : read_markdown(text)) {
        if (block.kind == Kind::heading) {
            section(block.text);
            left = indent;
        } else {
            const bool tight =
                before == Kind::heading || (before == Kind::item && block.kind == Kind::item);
            text_ += tight ? "" : "\n";
            if (block.kind == Kind::code) {
                code(block.text, left + code_indent);
            } else {
                const auto marker = block.marker.empty() ? "" : block.marker + " ";
                hanging(std::string(left, ' ') + marker, left + marker.size(), block.text);
            }
        }
        before = block.kind;
    }
}

/// Breaks between words. Inside double quotes a line that goes on must not be indented: the
/// spaces would become part of the text.
void Writer::command_line(const std::string& command) {
    std::string line(indent, ' ');
    bool empty = true;
    bool quoted = false;
    for (const auto& word : split(command, ' ')) {
        if (!empty && display_width(line) + 1 + display_width(word) + 2 > width_) {
            text_ += line + " \\\n";
            line = quoted ? "" : std::string(continuation, ' ');
            empty = true;
        }
        line += (empty ? "" : " ") + word;
        empty = false;
        quoted = (std::count(word.begin(), word.end(), '"') % 2 == 1) != quoted;
    }
    text_ += line + "\n";
}

} // namespace

std::string text_of(const Page& page, const TextStyle& style) {
    Writer writer{style};
    writer.hanging("", indent, page.name + ": " + page.summary);
    if (!page.examples.empty()) {
        writer.section("Examples");
        for (const auto& example : page.examples) {
            writer.command_line(example);
        }
    }
    if (!page.usage.empty() || !page.exits.empty()) {
        const auto usage = page.name + (page.usage.empty() ? "" : " " + join(page.usage, " "));
        writer.section("Usage");
        writer.hanging(std::string(indent, ' '), continuation, usage);
    }
    writer.markdown(page.details);
    for (const auto& part : page.parts) {
        writer.section(part.title);
        writer.terms(part.entries);
    }
    if (!page.more.empty()) {
        writer.closing(page.more);
    }
    if (!page.exits.empty()) {
        std::vector<Entry> codes;
        for (const auto& [exit, meaning] : page.exits) {
            codes.push_back({std::to_string(static_cast<int>(exit)), meaning});
        }
        writer.section("Exit codes");
        writer.terms(codes);
    }
    return writer.take();
}

} // namespace praxis::help
