// SPDX-License-Identifier: MIT
#include "pdf/compose.hpp"

#include "pdf/box_lines.hpp"
#include "pdf/columns.hpp"
#include "pdf/contents.hpp"

#include <praxis/body_drawing.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::exports::pdf {
namespace {

constexpr double cell_margin_x = 4;
constexpr double cell_margin_y = 2.2;
constexpr double frame_margin = 8;
constexpr double chart_height = 156;

const TextStyle body{};
const TextStyle small{.size = 8, .colour = colours::quiet};
const TextStyle label{.size = 8.5, .colour = colours::quiet};
const TextStyle table_text{.size = 8.5};
const TextStyle table_head{.size = 8.5, .bold = true, .colour = colours::accent};

class Composer {
  public:
    Composer(Typesetter& typesetter, double width) : typesetter_(typesetter), width_(width) {}

    std::vector<Box> take() {
        // From the last to the first, so that the places before stay valid.
        for (auto place = contents_.rbegin(); place != contents_.rend(); ++place) {
            insert_contents(boxes_, {*place, ++groups_, width_}, typesetter_);
        }
        return std::move(boxes_);
    }

    void add_front(const Document& document) {
        typesetter_.set(document.footer, small); // counts the characters without a font
        add_letterhead(document.letterhead);
        if (!document.title.empty()) {
            add_heading(document.title, 1, 18, 4);
        }
        if (!document.subtitle.empty()) {
            auto& box = add_text(document.subtitle, {.size = 10.5, .colour = colours::quiet}, 2);
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
        constexpr std::array<double, 3> sizes{13, 11, 9.5};
        constexpr std::array<double, 3> spaces{15, 11, 8};
        const auto level = static_cast<std::size_t>(std::clamp(heading.level, 1, 3) - 1);
        add_heading(heading.text, static_cast<int>(level) + 2, sizes.at(level), spaces.at(level));
    }

    void operator()(const Paragraph& paragraph) {
        auto style = paragraph.tone == Tone::small ? small : body;
        style.follows_script = true;
        switch (paragraph.tone) {
        case Tone::normal:
        case Tone::small:
            add_text(paragraph.text, style, 5);
            break;
        case Tone::remark:
            add_framed(paragraph.text, style, Dress::tinted, Split::when_too_tall);
            break;
        case Tone::warning:
            style.bold = true;
            style.colour = colours::alarm;
            add_framed(paragraph.text, style, Dress::framed, Split::when_too_tall);
            break;
        case Tone::quote:
            add_framed(paragraph.text, style, Dress::barred, Split::freely);
            break;
        }
    }

    void operator()(const Facts& facts);
    void operator()(const Bullets& bullets);
    void operator()(const Grid& grid);

    void operator()(const LineChart& chart) {
        add_figure(draw_line_chart(chart, width_, chart_height), describe(chart));
    }

    void operator()(const BodyChart& chart) {
        add_figure(draw_body_chart(chart, width_), describe(chart)).slot.keep_with_next = true;
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

    void operator()(const SignatureLine& signature) {
        if (!boxes_.empty() && boxes_.back().row_tag == nullptr) {
            boxes_.back().slot.keep_with_next = true; // no page begins with a signature alone
        }
        auto& box = add_box(signature.signed_at.empty() ? 30 : 14);
        box.dress = Dress::signature;
        box.margin_top = 4;
        box.cells.push_back({typesetter_.set(signature.name, body, width_)});
        double height = box.cells.back().text.height();
        if (!signature.signed_at.empty()) {
            box.cells.push_back({typesetter_.set(signature.signed_at, small, width_), 0, height});
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
                typesetter_.set(drawn->text, small); // counts the characters without a font
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
            box.cells.push_back({typesetter_.set(contacts, label, width_), 0, height});
            height += box.cells.back().text.height();
        }
        box.slot.lines = {height + 6};
        // room below the rule
        auto& gap = add_box(0);
        gap.slot.lines = {14};
    }

    /// Keeps the boxes from `first` on, when they are a short table, on one page.
    void keep_short_together(std::size_t first) {
        constexpr double short_table = 150;
        double height = 0;
        for (std::size_t i = first; i < boxes_.size(); ++i) {
            height += boxes_[i].slot.height();
        }
        for (std::size_t i = first; height <= short_table && i + 1 < boxes_.size(); ++i) {
            boxes_[i].slot.keep_with_next = true;
        }
    }

    /// The head first, then the rows; short rows are filled up.
    std::vector<std::vector<Text>> cells_of(const Grid& grid) {
        std::vector<std::vector<Text>> rows(grid.rows.size() + 1);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (std::size_t column = 0; column < grid.columns.size(); ++column) {
                auto style = row == 0 ? table_head : table_text;
                style.align = grid.columns[column].align;
                const bool given = row == 0 || column < grid.rows[row - 1].size();
                const auto& text = row == 0 ? grid.columns[column].title
                                   : given  ? grid.rows[row - 1][column]
                                            : std::string{};
                rows[row].push_back(typesetter_.set(text, style));
            }
        }
        return rows;
    }

    /// Measures the least widths only when the natural ones do not fit, because they need another
    /// layout of every cell.
    std::vector<ColumnWish>
    wishes_of(const Grid& grid, std::vector<std::vector<Text>>& rows) const {
        std::vector<ColumnWish> wishes(grid.columns.size());
        double natural = 0;
        for (std::size_t column = 0; column < wishes.size(); ++column) {
            auto& wish = wishes[column];
            wish.stretches = grid.columns[column].align == Align::left;
            for (const auto& row : rows) {
                wish.natural = std::max(wish.natural, row[column].width() + 2 * cell_margin_x);
            }
            natural += wish.natural;
        }
        for (std::size_t column = 0; natural > width_ && column < wishes.size(); ++column) {
            for (auto& row : rows) {
                const double least = row[column].least_width() + 2 * cell_margin_x;
                wishes[column].least = std::max(wishes[column].least, least);
            }
        }
        return wishes;
    }

    Typesetter& typesetter_;
    double width_;
    std::vector<Box> boxes_;
    std::size_t settled_ = 0;           // boxes whose texts are settled
    std::vector<std::size_t> contents_; // a table of contents goes before these boxes
    bool page_break_ = false;
    int groups_ = 0;
};

void Composer::operator()(const Facts& facts) {
    constexpr double gap = 10;

    struct Item {
        Text name;
        Text value;
    };

    std::vector<Item> items;
    double names = 0;
    for (const auto& [name, value] : facts.items) {
        items.push_back({typesetter_.set(name, label), typesetter_.set(value, body)});
        names = std::max(names, items.back().name.width());
    }
    names = std::min(names, width_ * 0.3);
    const double half = (width_ - 2 * gap) / 2;
    const auto is_short = [&](const Item& item) {
        return item.value.lines().size() == 1 && names + gap + item.value.width() <= half;
    };
    const int group = ++groups_;
    const auto begin = boxes_.size();
    for (std::size_t i = 0; i < items.size();) {
        const bool first = i == 0;
        // Two short facts share a line when there are enough facts to look like columns.
        const bool pair = items.size() >= 4 && i + 1 < items.size() && is_short(items[i]) &&
                          is_short(items[i + 1]);
        auto& box = add_box(first ? 6 : 1);
        box.group = group;
        box.group_tag = "Table";
        box.row_tag = "TR";
        for (int column = 0; column < (pair ? 2 : 1); ++column, ++i) {
            const double left = column == 0 ? 0 : half + 2 * gap;
            const double room = (pair ? half : width_) - names - gap;
            auto& [name, value] = items[i];
            name.wrap(names);
            value.wrap(room);
            box.cells.push_back({std::move(name), left, 0, "TH"});
            box.cells.push_back({std::move(value), left + names + gap, 0, "TD"});
        }
        box.slot.split = Split::when_too_tall;
        align_baselines(box);
        fill_lines(box, 0);
    }
    keep_short_together(begin);
}

void Composer::operator()(const Bullets& bullets) {
    const int group = ++groups_;
    double indent = 0;
    std::vector<Text> markers;
    for (std::size_t i = 0; i < bullets.items.size(); ++i) {
        const auto marker = bullets.numbered ? std::to_string(i + 1) + "." : "•";
        markers.push_back(typesetter_.set(marker, body));
        indent = std::max(indent, markers.back().width() + 7);
    }
    for (std::size_t i = 0; i < bullets.items.size(); ++i) {
        auto& box = add_box(i == 0 ? 5 : 2);
        box.group = group;
        box.group_tag = "L";
        box.row_tag = "LI";
        auto text = typesetter_.set(bullets.items[i], body, width_ - indent);
        box.cells.push_back({std::move(markers[i]), 0, 0, "Lbl"});
        box.cells.push_back({std::move(text), indent, 0, "LBody"});
        box.slot.split = Split::freely;
        align_baselines(box);
        fill_lines(box, 0);
    }
}

void Composer::operator()(const Grid& grid) {
    const auto columns = grid.columns.size();
    if (columns == 0) {
        return;
    }
    if (!grid.caption.empty()) {
        add_text(grid.caption, label, 7).slot.keep_with_next = true;
    }
    auto rows = cells_of(grid);
    const auto widths = column_widths(wishes_of(grid, rows), width_);
    const int group = ++groups_;
    const auto head = boxes_.size();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        auto& box = add_box(row == 0 ? (grid.caption.empty() ? 7 : 3) : 0);
        box.group = group;
        box.group_tag = "Table";
        box.row_tag = "TR";
        box.dress = row == 0 ? Dress::table_head : Dress::table_row;
        box.margin_top = cell_margin_y;
        double x = 0;
        for (std::size_t column = 0; column < columns; ++column) {
            auto& text = rows[row][column];
            text.wrap(widths[column] - 2 * cell_margin_x);
            box.cells.push_back({std::move(text), x + cell_margin_x, 0, row == 0 ? "TH" : "TD"});
            x += widths[column];
        }
        box.slot.split = Split::when_too_tall;
        box.slot.header = head;
        align_baselines(box);
        fill_lines(box, cell_margin_y);
    }
    boxes_[head].slot.keep_with_next = rows.size() > 1;
    keep_short_together(head);
}

} // namespace

std::vector<Box> compose(const Document& document, Typesetter& typesetter, double width) {
    Composer composer{typesetter, width};
    composer.add_front(document);
    for (const auto& block : document.blocks) {
        std::visit(composer, block);
        composer.settle();
    }
    composer.add_missing_characters(typesetter.missing_characters());
    return composer.take();
}

} // namespace praxis::exports::pdf
