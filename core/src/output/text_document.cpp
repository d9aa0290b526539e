// SPDX-License-Identifier: MIT
#include "body_chart.hpp"
#include "layout.hpp"
#include "line_chart.hpp"
#include "render.hpp"
#include "slip.hpp"

#include <praxis/body_drawing.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <variant>

namespace praxis::output {
namespace {

constexpr std::size_t default_width = 80;
constexpr std::size_t pen_width = 40; // columns for a signature

class TextWriter {
  public:
    TextWriter(const Document& document, std::size_t width, bool colour)
        : document_(document)
        , width_(width)
        , prose_(std::min(width, widest_prose))
        , colour_(colour) {}

    std::string write() {
        front();
        for (index_ = 0; index_ < document_.blocks.size(); ++index_) {
            const auto& block = document_.blocks[index_];
            const bool heading = std::holds_alternative<Heading>(block);
            const std::string text = std::visit([this](const auto& it) { return of(it); }, block);
            part(text, !after_heading_ || heading);
            after_heading_ = text.empty() ? after_heading_ : heading;
        }
        part(prose(document_.footer, Emphasis::dim), true);
        return std::move(text_);
    }

  private:
    /// An empty line separates parts; the text of a heading follows directly below it.
    void part(const std::string& text, bool apart) {
        if (text.empty()) {
            return;
        }
        if (apart && !text_.empty()) {
            text_ += '\n';
        }
        text_ += text;
    }

    void front() {
        if (!document_.watermark.empty()) {
            const auto mark = "*** " + visible(document_.watermark) + " ***";
            part(emphasize(mark, Emphasis::bold, colour_) + "\n", true);
        }
        std::string letterhead;
        for (const auto& line : document_.letterhead) {
            letterhead += prose(line, letterhead.empty() ? Emphasis::bold : Emphasis::none);
        }
        part(letterhead, true);
        if (document_.letter) {
            front_of(*document_.letter); // says what the letter is
            return;
        }
        if (!document_.title.empty()) {
            part(underline(document_.title, '='), true);
        }
        part(prose(document_.subtitle, Emphasis::none), document_.title.empty());
    }

    void front_of(const LetterFrame& letter) {
        part(prose(letter.alarm, Emphasis::alarm), true);
        if (!letter.purpose.empty()) {
            part(underline(letter.purpose.front(), '='), true);
            const std::vector<std::string> rest{letter.purpose.begin() + 1, letter.purpose.end()};
            part(prose(join(rest, "\n"), Emphasis::none), false);
        }
        part(prose(join(letter.receiver, "\n"), Emphasis::none), true);
        part(of(Facts{letter.details}), true);
    }

    [[nodiscard]] std::string prose(const std::string& text, Emphasis emphasis) const {
        return text.empty() ? std::string{}
                            : hanging("", lines_of(text, prose_), emphasis, colour_);
    }

    [[nodiscard]] std::string underline(const std::string& text, char stroke) const {
        const auto lines = lines_of(visible(text), prose_);
        std::size_t longest = 1;
        for (const auto& line : lines) {
            longest = std::max(longest, display_width(line));
        }
        return hanging("", lines, Emphasis::bold, colour_) + std::string(longest, stroke) + "\n";
    }

    [[nodiscard]] std::string of(const Heading& heading) const {
        if (heading.level <= 1) {
            return underline(heading.text, '-');
        }
        if (heading.level == 2) {
            return underline(heading.text, '~');
        }
        return hanging("", lines_of(visible(heading.text), prose_), Emphasis::bold, colour_);
    }

    [[nodiscard]] std::string
    with_first(std::string_view first, const std::string& text, Emphasis emphasis) const {
        const std::size_t used = display_width(first);
        const std::size_t room = prose_ > 2 * used ? prose_ - used : prose_;
        return hanging(first, lines_of(text, room), emphasis, colour_);
    }

    [[nodiscard]] std::string quotation(const std::string& text) const {
        std::string result;
        for (const auto& line : lines_of(text, prose_ > 4 ? prose_ - 2 : prose_)) {
            result += hanging("> ", {line}, Emphasis::none, colour_);
        }
        return result;
    }

    [[nodiscard]] std::string of(const Paragraph& paragraph) const {
        if (paragraph.text.empty()) {
            return {};
        }
        switch (paragraph.tone) {
        case Tone::small:
            return prose(paragraph.text, Emphasis::dim);
        case Tone::remark:
            return with_first("    ", paragraph.text, Emphasis::dim);
        case Tone::warning:
            return with_first(
                begins_with_warning(paragraph.text) ? "" : "WARNING: ",
                paragraph.text,
                Emphasis::alarm
            );
        case Tone::quote:
        case Tone::question:
            return quotation(paragraph.text);
        case Tone::normal:
            break;
        }
        return prose(paragraph.text, Emphasis::none);
    }

    [[nodiscard]] std::string of(const Facts& facts) const {
        return labelled_values(facts.items, prose_, colour_);
    }

    [[nodiscard]] std::string of(const Bullets& bullets) const {
        std::string text;
        const std::size_t digits = std::to_string(bullets.items.size()).size();
        for (std::size_t i = 0; i < bullets.items.size(); ++i) {
            std::string first = "- ";
            if (bullets.numbered) {
                first = std::to_string(i + 1) + ". ";
                first.insert(0, digits + 2 - first.size(), ' ');
            }
            text += with_first(first, bullets.items[i], Emphasis::none);
        }
        return text;
    }

    [[nodiscard]] std::string of(const Grid& grid) const {
        return prose(grid.caption, Emphasis::none) + aligned_table(grid, width_, colour_);
    }

    [[nodiscard]] std::string of(const LineChart& chart) const {
        const auto picture = chart_picture(chart, prose_);
        const auto values = chart_values(chart);
        std::string text = prose(chart_title(chart), Emphasis::bold);
        text += picture;
        text += picture.empty() ? "" : "\n";
        return text + (values.rows.empty() ? prose("no value yet", Emphasis::none)
                                           : aligned_table(values, width_, colour_));
    }

    [[nodiscard]] std::string of(const BodyChart& chart) const {
        const auto picture = body_chart_picture(chart, width_, colour_);
        std::string text = prose(chart.title, Emphasis::bold) + picture;
        text += picture.empty() ? "" : "\n";
        return text + (chart.marks.empty()
                           ? prose("nothing marked", Emphasis::none)
                           : aligned_table(body_chart_legend(chart), width_, colour_));
    }

    [[nodiscard]] std::string of(const Drawing&) const { return {}; }

    [[nodiscard]] std::string of(const Slip& slip) const {
        std::string rows;
        for (const auto& row : slip_rows(slip)) {
            rows += prose(row, Emphasis::none);
        }
        return underline(slip.title, '~') + prose(join(slip.about, "\n"), Emphasis::none) + "\n" +
               prose(join(slip.return_to, "\n"), Emphasis::none) + "\n" + rows;
    }

    [[nodiscard]] std::string of(const SignatureLine& signature) const {
        const std::string above =
            signature.signed_at.empty() ? "\n" : prose(signature.signed_at, Emphasis::none);
        return above + std::string(std::min(pen_width, prose_), '_') + "\n" +
               prose(signature.name, Emphasis::none);
    }

    [[nodiscard]] std::string of(const PageBreak&) const { return "* * *\n"; }

    [[nodiscard]] std::string of(const TableOfContents&) const {
        std::string text;
        for (auto i = index_ + 1; i < document_.blocks.size(); ++i) {
            const auto* heading = std::get_if<Heading>(&document_.blocks[i]);
            if (heading != nullptr && heading->level <= 2) {
                const auto* first = heading->level == 2 ? "    " : "  ";
                text += with_first(first, visible(heading->text), Emphasis::none);
            }
        }
        return text.empty() ? text : emphasize("Contents", Emphasis::bold, colour_) + "\n" + text;
    }

    const Document& document_;
    std::size_t width_;
    std::size_t prose_;
    bool colour_;
    bool after_heading_ = false;
    std::size_t index_ = 0;
    std::string text_;
};

} // namespace

std::string text_of(const Document& document, std::size_t width, bool colour) {
    return TextWriter{document, width > 0 ? width : default_width, colour}.write();
}

} // namespace praxis::output
