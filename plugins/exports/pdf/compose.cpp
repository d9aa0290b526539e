// SPDX-License-Identifier: MIT
#include "pdf/compose.hpp"

#include "pdf/box_lines.hpp"
#include "pdf/contents.hpp"
#include "pdf/letter_front.hpp"
#include "pdf/rows.hpp"
#include "pdf/slip_boxes.hpp"
#include "pdf/styles.hpp"

#include <praxis/body_drawing.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::exports::pdf {
namespace {

constexpr double frame_margin = 8;
constexpr double chart_height = 156;
constexpr double letter_chart_height = 116;

const Styles plain_styles{};

class Composer {
  public:
    Composer(const Document& document, Typesetter& typesetter, const Sheet& sheet)
        : document_(document)
        , typesetter_(typesetter)
        , sheet_(sheet)
        , styles_(document.letter ? letter_styles() : plain_styles)
        , width_(sheet.text_width()) {}

    std::vector<Box> write() {
        add_front();
        for (at_ = 0; at_ < document_.blocks.size(); ++at_) {
            const auto& block = document_.blocks[at_];
            if (is_section(block)) {
                end_section_beside();
                if (const auto* chart = find_chart_beside()) {
                    begin_section_beside(*chart);
                }
            }
            std::visit(*this, block);
            settle();
        }
        end_section_beside();
        add_missing_characters(typesetter_.missing_characters());
        return take();
    }

    std::vector<Box> take() {
        // From the last to the first, so that the places before stay valid.
        for (auto place = contents_.rbegin(); place != contents_.rend(); ++place) {
            insert_contents(boxes_, {*place, ++groups_, width_}, typesetter_);
        }
        return std::move(boxes_);
    }

    void add_front() {
        typesetter_.set(document_.footer, styles_.small); // counts the characters without a font
        if (document_.letter) {
            boxes_.push_back(letter_front(document_, typesetter_, sheet_));
            blacken(boxes_.back());
            return;
        }
        add_letterhead(document_.letterhead);
        if (!document_.title.empty()) {
            add_heading(document_.title, 1, 18, 4);
        }
        if (!document_.subtitle.empty()) {
            auto& box = add_text(document_.subtitle, {.size = 10.5, .colour = colours::quiet}, 2);
            box.slot.keep_with_next = true;
        }
    }

    /// Frees what only the layout of finished boxes needs.
    void settle() {
        for (; settled_ < boxes_.size(); ++settled_) {
            for (auto& cell : boxes_[settled_].cells) {
                cell.text.settle();
            }
        }
    }

    /// The document itself tells its reader that characters are missing.
    void add_missing_characters(int count) {
        if (count > 0) {
            const bool one = count == 1;
            operator()(Paragraph{
                std::to_string(count) +
                    (one ? " character of this document is" : " characters of this document are") +
                    " not in the fonts of the computer that wrote it. A box shows the number of " +
                    (one ? "the character." : "each character."),
                Tone::warning});
        }
    }

    void operator()(const Heading& heading) {
        if (const auto* next = next_paragraph(); next != nullptr && next->tone == Tone::question) {
            question_title_ = heading.text; // inside the box
            return;
        }
        const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 3) - 1);
        add_heading(
            heading.text,
            static_cast<int>(level) + 2,
            styles_.heading_sizes.at(level),
            styles_.heading_spaces.at(level)
        );
        if (level == 1 && styles_.rules_sections) {
            auto& box = boxes_.back();
            if (section_begins_ && *section_begins_ + 2 == boxes_.size()) {
                box.slot.space = 0; // the chart beside it has the space above
            }
            box.dress = Dress::ruled;
            box.width = width_;
            box.margin_top = 3;
            fill_lines(box, 1);
        }
    }

    void operator()(const Paragraph& paragraph) {
        auto style = paragraph.tone == Tone::small ? styles_.small : styles_.body;
        style.follows_script = true;
        switch (paragraph.tone) {
        case Tone::normal:
        case Tone::small:
            add_text(paragraph.text, style, styles_.paragraph_space);
            break;
        case Tone::remark:
            add_framed(paragraph.text, style, Dress::tinted, Split::when_too_tall);
            break;
        case Tone::warning:
            style.bold = true;
            if (document_.letter) {
                add_letter_warning(paragraph.text, style);
                break;
            }
            style.colour = colours::alarm;
            add_framed(paragraph.text, style, Dress::framed, Split::when_too_tall);
            break;
        case Tone::quote:
            if (document_.letter) {
                add_text(in_quotes(paragraph.text), {.size = 9.8, .follows_script = true}, 2);
                break;
            }
            add_framed(paragraph.text, style, Dress::barred, Split::freely);
            break;
        case Tone::question:
            add_question(paragraph.text);
            break;
        }
    }

    void operator()(const Facts& facts) { append(row_writer().write(facts)); }

    void operator()(const Bullets& bullets) { append(row_writer().write(bullets)); }

    void operator()(const Grid& grid) {
        if (!grid.columns.empty() && !grid.caption.empty()) {
            add_text(grid.caption, styles_.label, 7).slot.keep_with_next = true;
        }
        append(row_writer().write(grid));
    }

    void operator()(const LineChart& chart) {
        auto sketch =
            draw_line_chart(chart, width_, document_.letter ? letter_chart_height : chart_height);
        add_figure(
            document_.letter ? in_black(std::move(sketch)) : std::move(sketch), describe(chart)
        );
    }

    void operator()(const BodyChart& chart) {
        if (chart.beside && section_begins_) {
            return; // drawn with the heading of the section
        }
        auto sketch = draw_body_chart(chart, width_);
        add_figure(
            document_.letter ? in_black(std::move(sketch)) : std::move(sketch), describe(chart)
        )
            .slot.keep_with_next = true;
        operator()(body_chart_legend(chart));
    }

    /// It stays with the text below it.
    void operator()(const Drawing& drawing) {
        auto& box = add_box(8);
        box.picture.emplace(drawing);
        box.slot.lines = {box.picture->height()};
        box.slot.keep_with_next = true;
        box.alternative = drawing.title;
    }

    void operator()(const Slip& slip) { append(slip_boxes(slip, typesetter_, width_)); }

    void operator()(const SignatureLine& signature) {
        if (!boxes_.empty() && boxes_.back().row_tag == nullptr) {
            boxes_.back().slot.keep_with_next = true; // no page begins with a signature alone
        }
        auto& box = add_box(signature.signed_at.empty() ? 30 : 14);
        box.dress = Dress::signature;
        box.margin_top = 4;
        box.cells.push_back({typesetter_.set(signature.name, styles_.body, width_)});
        double height = box.cells.back().text.height();
        if (!signature.signed_at.empty()) {
            box.cells.push_back(
                {typesetter_.set(signature.signed_at, styles_.small, width_), 0, height}
            );
            height += box.cells.back().text.height();
        }
        box.slot.lines = {box.margin_top + height};
    }

    void operator()(const PageBreak&) { page_break_ = true; }

    void operator()(const TableOfContents&) {
        auto& title =
            add_text("Contents", {.size = 11, .bold = true, .colour = colours::accent}, 13);
        title.slot.keep_with_next = true;
        contents_.push_back(boxes_.size());
    }

  private:
    static std::string in_quotes(const std::string& text) {
        const bool quoted = text.starts_with("\"") || text.starts_with("“") ||
                            text.starts_with("„") || text.starts_with("«");
        return quoted ? text : "“" + text + "”";
    }

    static bool is_section(const Block& block) {
        const auto* heading = std::get_if<Heading>(&block);
        return heading != nullptr && heading->level <= 2;
    }

    [[nodiscard]] const Paragraph* next_paragraph() const {
        const auto next = at_ + 1;
        return next < document_.blocks.size() ? std::get_if<Paragraph>(&document_.blocks[next])
                                              : nullptr;
    }

    /// The small chart of the section that begins here.
    [[nodiscard]] const BodyChart* find_chart_beside() const {
        for (auto i = at_ + 1; i < document_.blocks.size() && !is_section(document_.blocks[i]);
             ++i) {
            const auto* chart = std::get_if<BodyChart>(&document_.blocks[i]);
            if (chart != nullptr && chart->beside) {
                return chart;
            }
        }
        return nullptr;
    }

    /// The chart takes no height of its own; the section is as tall as the chart at least.
    void begin_section_beside(const BodyChart& chart) {
        section_begins_ = boxes_.size();
        auto& box = add_figure(draw_small_body_chart(chart, width_), describe(chart));
        box.slot.lines = {0};
        width_ -= small_body_chart_size().x + 8;
    }

    /// All of it on one page, because the chart belongs to it.
    void end_section_beside() {
        if (!section_begins_) {
            return;
        }
        double height = 0;
        for (auto i = *section_begins_; i < boxes_.size(); ++i) {
            height += boxes_[i].slot.space + boxes_[i].slot.height();
            boxes_[i].slot.keep_with_next = true;
        }
        section_begins_.reset();
        width_ = sheet_.text_width();
        auto& rest = add_box(0);
        rest.slot.lines = {std::max(0.0, small_body_chart_size().y + 4 - height)};
    }

    void blacken(Box& box) const {
        if (document_.letter && box.decoration) {
            box.decoration = in_black(std::move(*box.decoration));
        }
    }

    /// The question alone has a frame in a letter: a warning has a triangle.
    void add_letter_warning(const std::string& text, const TextStyle& style) {
        constexpr double indent = 14;
        auto& box = add_box(styles_.paragraph_space);
        box.decoration.emplace();
        box.decoration->parts.emplace_back(filled({{0, 10}, {4.5, 2}, {9, 10}}, colours::text));
        blacken(box);
        box.cells.push_back({typesetter_.set(text, style, width_ - indent), indent});
        box.slot.split = Split::when_too_tall;
        fill_lines(box, 0);
    }

    void add_question(const std::string& text) {
        constexpr double margin = 12;
        auto& box = add_box(8);
        box.dress = Dress::boxed;
        box.margin_top = 6;
        double y = 0;
        const auto add = [&](const std::string& words, const TextStyle& style) {
            auto set = typesetter_.set(words, style, width_ - 2 * margin);
            const double height = set.height();
            box.cells.push_back({std::move(set), margin, y});
            y += height;
        };
        if (!question_title_.empty()) {
            add(std::exchange(question_title_, {}), styles_.label);
        }
        add(text, {.size = 14.5, .bold = true, .follows_script = true});
        box.slot.lines = {y + 2 * box.margin_top};
    }

    RowWriter row_writer() { return {typesetter_, styles_, width_, ++groups_}; }

    /// Boxes that refer to each other by their places among themselves.
    void append(std::vector<Box> boxes) {
        const auto begin = boxes_.size();
        for (auto& box : boxes) {
            box.slot.starts_page = std::exchange(page_break_, false);
            if (box.slot.header) {
                *box.slot.header += begin;
            }
            blacken(box);
            boxes_.push_back(std::move(box));
        }
    }

    Box& add_box(double space) {
        auto& box = boxes_.emplace_back();
        box.slot.space = space;
        box.slot.starts_page = std::exchange(page_break_, false);
        return box;
    }

    Box& add_figure(Sketch sketch, std::string alternative) {
        auto& box = add_box(8);
        for (const auto& part : sketch.parts) {
            if (const auto* drawn = std::get_if<Label>(&part)) {
                typesetter_.set(drawn->text, styles_.small); // counts the characters without a font
            }
        }
        box.slot.lines = {sketch.height};
        box.sketch = std::move(sketch);
        box.alternative = std::move(alternative);
        return box;
    }

    Box& add_text(std::string_view text, const TextStyle& style, double space) {
        auto& box = add_box(space);
        box.cells.push_back({typesetter_.set(text, style, width_)});
        box.slot.split = Split::freely;
        fill_lines(box, 0);
        return box;
    }

    void add_heading(const std::string& text, int level, double size, double space) {
        static constexpr std::array tags{"H1", "H2", "H3", "H4"};
        const auto colour = level < 4 ? colours::accent : colours::text;
        auto& box = add_text(text, {.size = size, .bold = true, .colour = colour}, space);
        box.cells.front().tag = tags.at(static_cast<std::size_t>(level) - 1);
        box.slot.keep_with_next = true;
        box.slot.split = Split::when_too_tall;
        box.heading = text;
        std::replace(box.heading.begin(), box.heading.end(), '\n', ' ');
        box.heading_level = level;
    }

    void add_framed(const std::string& text, const TextStyle& style, Dress dress, Split split) {
        auto& box = add_box(dress == Dress::barred ? 5 : 8);
        const double right = dress == Dress::barred ? 0 : frame_margin;
        box.dress = dress;
        box.margin_top = dress == Dress::barred ? 1 : frame_margin - 2;
        box.cells.push_back(
            {typesetter_.set(text, style, width_ - frame_margin - 4 - right), frame_margin + 4}
        );
        box.slot.split = split;
        fill_lines(box, box.margin_top);
    }

    void add_letterhead(const std::vector<std::string>& lines) {
        if (lines.empty()) {
            return;
        }
        auto& box = add_box(0);
        box.dress = Dress::letterhead;
        box.cells.push_back({typesetter_.set(
            lines.front(), {.size = 14, .bold = true, .colour = colours::accent}, width_
        )});
        double height = box.cells.back().text.height();
        const auto contacts = join({lines.begin() + 1, lines.end()}, "  ·  ");
        if (!contacts.empty()) {
            box.cells.push_back({typesetter_.set(contacts, styles_.label, width_), 0, height});
            height += box.cells.back().text.height();
        }
        box.slot.lines = {height + 6};
        // room below the rule
        auto& gap = add_box(0);
        gap.slot.lines = {14};
    }

    const Document& document_;
    Typesetter& typesetter_;
    const Sheet& sheet_;
    const Styles& styles_;
    double width_;       // of the column
    std::size_t at_ = 0; // the block that is being written
    std::vector<Box> boxes_;
    std::optional<std::size_t>
        section_begins_;                // the chart beside the section that is being written
    std::string question_title_;        // for the box of the question that follows
    std::size_t settled_ = 0;           // boxes whose texts are settled
    std::vector<std::size_t> contents_; // a table of contents goes before these boxes
    bool page_break_ = false;
    int groups_ = 0;
};

} // namespace

std::vector<Box> compose(const Document& document, Typesetter& typesetter, const Sheet& sheet) {
    return Composer{document, typesetter, sheet}.write();
}

} // namespace praxis::exports::pdf
