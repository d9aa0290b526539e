// SPDX-License-Identifier: MIT
#include "layout.hpp"
#include "line_chart.hpp"
#include "markdown.hpp"
#include "render.hpp"
#include "slip.hpp"

#include <praxis/body_drawing.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <variant>

namespace praxis::output {
namespace {

constexpr int lowest_heading = 3;

class MarkdownWriter {
  public:
    explicit MarkdownWriter(const Document& document) : document_(document) {}

    std::string write() {
        front();
        for (index_ = 0; index_ < document_.blocks.size(); ++index_) {
            part(std::visit([this](const auto& it) { return of(it); }, document_.blocks[index_]));
        }
        if (!document_.footer.empty()) {
            part("---");
            part(markdown_lines(document_.footer, ""));
        }
        return std::move(text_);
    }

  private:
    void part(std::string text) {
        while (!text.empty() && text.back() == '\n') {
            text.pop_back();
        }
        if (!text.empty()) {
            text_ += (text_.empty() ? "" : "\n") + text + "\n";
        }
    }

    static std::string strong(const std::string& text) {
        const auto inside = markdown_inline(text);
        return inside.empty() ? inside : "**" + inside + "**";
    }

    static std::string heading(int level, const std::string& text) {
        const auto inside = markdown_inline(text);
        return inside.empty() ? inside
                              : std::string(static_cast<std::size_t>(level), '#') + " " + inside;
    }

    void front() {
        part(strong(document_.watermark));
        std::string letterhead;
        for (const auto& line : document_.letterhead) {
            letterhead += (letterhead.empty() ? "" : "\n") + line;
        }
        part(markdown_lines(letterhead, ""));
        if (document_.letter) {
            front_of(*document_.letter); // says what the letter is
            return;
        }
        part(heading(1, document_.title));
        part(markdown_lines(document_.subtitle, ""));
    }

    void front_of(const LetterFrame& letter) {
        part(strong(letter.alarm));
        if (!letter.purpose.empty()) {
            part(heading(1, letter.purpose.front()));
            const std::vector<std::string> rest{letter.purpose.begin() + 1, letter.purpose.end()};
            part(markdown_lines(join(rest, "\n"), ""));
        }
        part(markdown_lines(join(letter.receiver, "\n"), ""));
        part(of(Facts{letter.details}));
    }

    [[nodiscard]] std::string of(const Heading& block) const {
        return heading(1 + std::clamp(block.level, 1, lowest_heading), block.text);
    }

    [[nodiscard]] std::string of(const Paragraph& block) const {
        const bool quoted = block.tone != Tone::normal && block.tone != Tone::small;
        if (block.text.empty()) {
            return {};
        }
        if (block.tone == Tone::warning && !begins_with_warning(block.text)) {
            return "> **Warning:** " + markdown_lines(block.text, "> ");
        }
        return quoted ? "> " + markdown_lines(block.text, "> ") : markdown_lines(block.text, "");
    }

    [[nodiscard]] std::string of(const Facts& block) const {
        std::string text;
        for (const auto& [label, value] : block.items) {
            const auto lines = markdown_lines(value, "  ");
            text += "- " + strong(label + ":") + " " + (lines.empty() ? "–" : lines) + "\n";
        }
        return text;
    }

    [[nodiscard]] std::string of(const Bullets& block) const {
        std::string text;
        for (std::size_t i = 0; i < block.items.size(); ++i) {
            const std::string first = block.numbered ? std::to_string(i + 1) + ". " : "- ";
            text += first + markdown_lines(block.items[i], std::string(first.size(), ' ')) + "\n";
        }
        return text;
    }

    [[nodiscard]] std::string of(const Grid& block) const {
        const auto caption = markdown_lines(block.caption, "");
        return (caption.empty() ? caption : caption + "\n\n") + markdown_table(block);
    }

    [[nodiscard]] std::string of(const LineChart& block) const {
        const auto values = chart_values(block);
        const auto title = strong(chart_title(block));
        return (title.empty() ? title : title + "\n\n") +
               (values.rows.empty() ? "no value yet" : markdown_table(values));
    }

    /// Only the legend: its text can be read aloud and searched, a picture of characters cannot.
    [[nodiscard]] std::string of(const BodyChart& block) const {
        const auto title = strong(block.title);
        return (title.empty() ? title : title + "\n\n") +
               (block.marks.empty() ? "nothing marked" : markdown_table(body_chart_legend(block)));
    }

    [[nodiscard]] std::string of(const Drawing&) const { return {}; }

    /// What to send back and where; the boxes and lines are for paper.
    [[nodiscard]] std::string of(const Slip& slip) const {
        return heading(3, slip.title) + "\n\n" + markdown_lines(join(slip.about, "\n"), "") +
               "\n\n" + markdown_lines(join(slip.return_to, "\n"), "") + "\n\n" +
               of(Bullets{slip_rows(slip)});
    }

    [[nodiscard]] std::string of(const SignatureLine& block) const {
        const std::string above =
            block.signed_at.empty() ? "Signature: ………………………………" : block.signed_at;
        return markdown_lines(above + "\n" + block.name, "");
    }

    [[nodiscard]] std::string of(const PageBreak&) const { return "---"; }

    [[nodiscard]] std::string of(const TableOfContents&) const {
        std::string text;
        bool in_part = false;
        for (auto i = index_ + 1; i < document_.blocks.size(); ++i) {
            const auto* block = std::get_if<Heading>(&document_.blocks[i]);
            if (block != nullptr && block->level <= 2) {
                in_part = in_part || block->level <= 1;
                const bool nested = in_part && block->level == 2;
                text += (nested ? "  - " : "- ") + markdown_lines(visible(block->text), "") + "\n";
            }
        }
        return text.empty() ? text : strong("Contents") + "\n\n" + text;
    }

    const Document& document_;
    std::size_t index_ = 0;
    std::string text_;
};

} // namespace

std::string markdown_of(const Document& document) {
    return MarkdownWriter{document}.write();
}

} // namespace praxis::output
