// SPDX-License-Identifier: MIT
#include "help/text_page.hpp"

#include "help/markdown.hpp"
#include "output/layout.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace praxis::help {
namespace {

using output::Emphasis;
using output::emphasize;

constexpr std::size_t indent = 2;
constexpr std::size_t continuation = 4; // further in, where a command line goes on
constexpr std::size_t code_indent = 4;
constexpr std::size_t narrowest = 40;
constexpr std::size_t widest_term = 30;

/// A command line in lines that the shell reads as one. It breaks between words, but keeps an
/// option and its value together unless they are longer than a line. Inside double quotes the next
/// line must not be indented: the spaces would become part of the text.
class CommandLine {
  public:
    CommandLine(std::size_t left, std::size_t width)
        : left_(left), width_(width), line_(left, ' ') {}

    std::string broken(const std::string& command) {
        std::string word;
        const auto pieces = split(command, ' ');
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            word += (word.empty() ? "" : " ") + pieces[i];
            const bool is_option = word.starts_with('-') && word == pieces[i];
            const bool has_value = i + 1 < pieces.size() && !pieces[i + 1].starts_with('-');
            const bool quoted = std::ranges::count(word, '"') % 2 == 1;
            if (!quoted && !(is_option && has_value)) {
                add_word(std::exchange(word, {}));
            }
        }
        if (!word.empty()) { // a quote without a partner
            add_word(word);
        }
        return text_ + line_ + "\n";
    }

  private:
    static constexpr std::size_t continuation_mark = 2; // " \"

    [[nodiscard]] bool fits(const std::string& word, std::size_t used) const {
        return used + display_width(word) + continuation_mark <= width_;
    }

    void add_word(const std::string& word) {
        if (fits(word, display_width(line_) + 1) || fits(word, left_ + continuation)) {
            add(word, left_ + continuation);
            return;
        }
        bool quoted = false;
        for (const auto& piece : split(word, ' ')) {
            add(piece, quoted ? 0 : left_ + continuation);
            quoted = (std::ranges::count(piece, '"') % 2 == 1) != quoted;
        }
    }

    void add(const std::string& word, std::size_t indentation) {
        if (!empty_ && !fits(word, display_width(line_) + 1)) {
            text_ += line_ + " \\\n";
            line_.assign(indentation, ' ');
            empty_ = true;
        }
        line_ += (empty_ ? "" : " ") + word;
        empty_ = empty_ && word.empty();
    }

    std::size_t left_;
    std::size_t width_;
    std::string line_;
    std::string text_;
    bool empty_ = true; // the line has no word yet
};

class Writer {
  public:
    explicit Writer(const TextStyle& style)
        : width_(std::clamp(style.width, narrowest, output::widest_prose)), colour_(style.colour) {}

    void section(const std::string& title) {
        text_ += "\n";
        for (const auto& line : wrap(title, width_)) {
            text_ += emphasize(line, Emphasis::bold, colour_) + "\n";
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
    void command_line(const std::string& command, std::size_t left);

    std::string take() { return std::move(text_); }

  private:
    void code(std::string_view lines, std::size_t left) {
        lines.remove_suffix(1);
        for (const auto& line : split(lines, '\n')) {
            if (line.starts_with("praxis ")) {
                command_line(line, left);
            } else {
                text_ += line.empty() ? "\n" : std::string(left, ' ') + line + "\n";
            }
        }
    }

    /// Cells are so short that backquotes would only be in the way.
    void table(const MarkdownBlock& block, std::size_t left) {
        const auto without_quotes = [](std::string cell) {
            std::erase(cell, '`');
            return cell;
        };
        Grid grid;
        for (const auto& row : block.rows) {
            auto& cells = grid.rows.emplace_back();
            std::ranges::transform(row, std::back_inserter(cells), without_quotes);
        }
        for (const auto& title : grid.rows.front()) {
            grid.columns.push_back({title, Align::left});
        }
        grid.rows.erase(grid.rows.begin());
        auto lines = split(output::aligned_table(grid, width_ - left, colour_), '\n');
        lines.pop_back(); // behind the last line feed
        for (const auto& line : lines) {
            text_ += std::string(left, ' ') + line + "\n";
        }
    }

    void block(const MarkdownBlock& block, std::size_t left) {
        using Kind = MarkdownBlock::Kind;
        if (block.kind == Kind::code) {
            code(block.text, left + code_indent);
        } else if (block.kind == Kind::table) {
            table(block, left);
        } else {
            const auto marker = block.marker.empty() ? "" : block.marker + " ";
            hanging(std::string(left, ' ') + marker, left + marker.size(), block.text);
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
            result += in_code ? emphasize(pieces[i], Emphasis::bold, true) : pieces[i];
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
    for (const auto& one : read_markdown(text)) {
        if (one.kind == Kind::heading) {
            section(one.text);
            left = indent;
        } else {
            const bool in_list = before == Kind::item && one.kind == Kind::item;
            text_ += before == Kind::heading || in_list ? "" : "\n";
            block(one, left);
        }
        before = one.kind;
    }
}

void Writer::command_line(const std::string& command, std::size_t left) {
    text_ += CommandLine{left, width_}.broken(command);
}

/// Examples come first: they answer most questions.
void write_use(Writer& writer, const Page& page) {
    if (!page.examples.empty()) {
        writer.section("Examples");
        for (const auto& example : page.examples) {
            writer.command_line(example, indent);
        }
    }
    if (!page.is_topic) {
        auto words = page.usage;
        words.insert(words.begin(), page.name);
        writer.section("Usage");
        writer.hanging(std::string(indent, ' '), indent + continuation, join(words, " "));
    }
}

void write_exits(Writer& writer, const std::vector<ExitMeaning>& exits) {
    std::vector<Entry> codes;
    for (const auto& [exit, meaning] : exits) {
        codes.push_back({std::to_string(static_cast<int>(exit)), meaning});
    }
    writer.section("Exit codes");
    writer.terms(codes);
}

} // namespace

std::string text_of(const Page& page, const TextStyle& style) {
    Writer writer{style};
    writer.hanging("", indent, page.name + ": " + page.summary);
    write_use(writer, page);
    writer.markdown(page.details);
    for (const auto& part : page.parts) {
        writer.section(part.title);
        writer.terms(part.entries);
    }
    if (!page.more.empty()) {
        writer.closing(page.more);
    }
    if (!page.exits.empty()) {
        write_exits(writer, page.exits);
    }
    return writer.take();
}

} // namespace praxis::help
