// SPDX-License-Identifier: MIT
#include "org.hpp"

#include <praxis/body_drawing.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <sstream>
#include <string_view>
#include <variant>
#include <vector>

namespace org {
namespace {

using namespace praxis;

/// Org's own escape: a zero-width space before a character that would begin markup.
/// source  The Org Manual, "Escape Character"
constexpr std::string_view barrier = "\u200b";

bool contains(std::string_view letters, char letter) {
    return letters.find(letter) != std::string_view::npos;
}

/// Letters and digits of any script: behind them no emphasis begins, as in "and/or".
bool is_word_part(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || std::isalnum(byte) != 0;
}

/// before  the character before it; NUL at the beginning of a line
bool begins_markup(char letter, char before) {
    const bool anywhere = contains("[<{\\$@", letter);
    const bool emphasis = contains("*/_=~+", letter) && !is_word_part(before);
    const bool at_begin = before == '\0' && contains("-#:|%0123456789", letter);
    return anywhere || emphasis || at_begin;
}

/// The text on one line, without markup.
std::string inline_of(std::string_view text) {
    std::string result;
    char before = '\0';
    for (const char letter : text) {
        if (begins_markup(letter, before)) {
            result += barrier;
        }
        result += letter == '\n' ? ' ' : letter;
        before = letter;
    }
    return result;
}

/// The lines of a text; two backslashes keep a line break.
std::string lines_of(std::string_view text, std::string_view indent) {
    std::string result;
    for (const auto& line : split(text, '\n')) {
        result += result.empty() ? "" : "\\\\\n" + std::string{indent};
        result += inline_of(trim(line));
    }
    return result;
}

/// A bar would end the cell, so it becomes Org's entity for it.
std::string cell_of(std::string_view text) {
    std::string result;
    for (const auto& piece : split(text, '|')) {
        result += (result.empty() ? "" : "\\vert{}") + inline_of(piece);
    }
    return result;
}

class Writer {
  public:
    std::string write(const Document& document) {
        keyword("TITLE", document.title);
        keyword("AUTHOR", document.author);
        keyword("LANGUAGE", document.language);
        out_ << "#+OPTIONS: ^:nil toc:nil\n"; // an underscore is an underscore
        paragraph(document.watermark);
        paragraph(join(document.letterhead, "\n"));
        paragraph(document.subtitle);
        if (document.letter) {
            paragraph(document.letter->alarm);
            paragraph(join(document.letter->receiver, "\n"));
            operator()(Facts{document.letter->details});
        }
        for (const auto& block : document.blocks) {
            std::visit(*this, block);
        }
        paragraph(document.footer);
        return out_.str();
    }

    void operator()(const Heading& heading) {
        out_ << '\n'
             << std::string(static_cast<std::size_t>(std::max(heading.level, 1)), '*') << ' '
             << inline_of(heading.text) << '\n';
    }

    void operator()(const Paragraph& text) {
        if (text.tone == Tone::quote || text.tone == Tone::remark) {
            out_ << "\n#+begin_quote\n" << lines_of(text.text, "") << "\n#+end_quote\n";
        } else if (text.tone == Tone::warning) {
            out_ << "\n*Warning:* " << lines_of(text.text, "") << '\n';
        } else {
            paragraph(text.text);
        }
    }

    void operator()(const Facts& facts) {
        out_ << '\n';
        for (const auto& [label, value] : facts.items) {
            out_ << "- " << inline_of(label) << " :: " << lines_of(value, "  ") << '\n';
        }
    }

    void operator()(const Bullets& bullets) {
        out_ << '\n';
        for (std::size_t i = 0; i < bullets.items.size(); ++i) {
            const auto mark = bullets.numbered ? std::to_string(i + 1) + ". " : std::string{"- "};
            out_ << mark << lines_of(bullets.items[i], std::string(mark.size(), ' ')) << '\n';
        }
    }

    void operator()(const Grid& grid) {
        paragraph(grid.caption);
        out_ << '\n';
        std::vector<std::string> titles;
        for (const auto& column : grid.columns) {
            titles.push_back(column.title);
        }
        row(titles);
        out_ << "|-\n";
        for (const auto& cells : grid.rows) {
            row(cells);
        }
    }

    void operator()(const LineChart& chart) {
        Grid values{chart.title, {{"Date"}, {"Series"}, {chart.unit, Align::right}}, {}};
        for (const auto& series : chart.series) {
            for (const auto& point : series.points) {
                values.rows.push_back({point.date.iso(), series.name, Value{point.value}.plain()});
            }
        }
        operator()(values);
    }

    void operator()(const BodyChart& chart) { operator()(body_chart_legend(chart)); }

    void operator()(const Drawing&) {} // the text beside it is complete without it

    void operator()(const SignatureLine& signature) {
        paragraph(signature.signed_at.empty() ? "Signature:" : signature.signed_at);
        paragraph(signature.name);
    }

    /// Its boxes and lines are for paper.
    void operator()(const Slip& slip) {
        paragraph(slip.title);
        paragraph(join(slip.about, "\n"));
        paragraph(join(slip.return_to, "\n"));
    }

    void operator()(const PageBreak&) { out_ << "\n-----\n"; }

    void operator()(const TableOfContents&) { out_ << "\n#+TOC: headlines 2\n"; }

  private:
    void keyword(const char* name, const std::string& text) {
        if (!text.empty()) {
            out_ << "#+" << name << ": " << inline_of(text) << '\n';
        }
    }

    void paragraph(const std::string& text) {
        if (!text.empty()) {
            out_ << '\n' << lines_of(text, "") << '\n';
        }
    }

    void row(const std::vector<std::string>& cells) {
        for (const auto& cell : cells) {
            out_ << "| " << cell_of(cell) << ' ';
        }
        out_ << "|\n";
    }

    std::ostringstream out_;
};

} // namespace

std::string write(const Document& document) {
    return Writer{}.write(document);
}

} // namespace org
