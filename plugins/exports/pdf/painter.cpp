// SPDX-License-Identifier: MIT
#include "pdf/painter.hpp"

#include "pdf/margins.hpp"
#include "pdf/sketch_painter.hpp"
#include "pdf/strokes.hpp"

#include <cairo-pdf.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>

namespace praxis::exports::pdf {
namespace {

class Tag {
  public:
    Tag(cairo_t* cairo, const char* name, const std::string& attributes = {})
        : cairo_(cairo), name_(name) {
        if (name_ != nullptr) {
            cairo_tag_begin(cairo_, name_, attributes.c_str());
        }
    }

    ~Tag() {
        if (name_ != nullptr) {
            cairo_tag_end(cairo_, name_);
        }
    }

    Tag(const Tag&) = delete;
    Tag& operator=(const Tag&) = delete;

  private:
    cairo_t* cairo_;
    const char* name_;
};

std::string anchor_of(std::size_t box) {
    return "section" + std::to_string(box);
}

class Painter {
  public:
    Painter(
        cairo_t* cairo,
        Typesetter& typesetter,
        const Document& document,
        const Sheet& sheet,
        std::vector<Box>& boxes,
        const std::vector<Page>& pages
    )
        : cairo_(cairo)
        , typesetter_(typesetter)
        , document_(document)
        , sheet_(sheet)
        , boxes_(boxes)
        , pages_(pages)
        , sketches_(cairo, typesetter) {
        for (std::size_t page = 0; page < pages.size(); ++page) {
            for (const auto& placed : pages[page]) {
                page_of_.try_emplace(placed.slot, page + 1);
            }
        }
    }

    void run() {
        cairo_tag_begin(cairo_, "Document", nullptr);
        for (std::size_t page = 0; page < pages_.size(); ++page) {
            draw_watermark();
            if (document_.letter) {
                draw_letter_margins(
                    cairo_, typesetter_, document_, sheet_, {page + 1, pages_.size()}
                );
            } else {
                draw_running_head(page);
                draw_foot(page);
            }
            for (const auto& placed : pages_[page]) {
                draw(placed);
                free_drawn(placed);
            }
            if (page + 1 == pages_.size()) {
                enter_group(Box{});
                cairo_tag_end(cairo_, "Document");
            }
            cairo_show_page(cairo_);
        }
    }

  private:
    void draw_watermark() {
        if (document_.watermark.empty()) {
            return;
        }
        auto text = typesetter_.set(
            document_.watermark, {.size = 100, .bold = true, .colour = colours::watermark}
        );
        const double diagonal = std::hypot(sheet_.width, sheet_.height);
        const double scale = std::min(diagonal * 0.62 / text.width(), 1.7);
        cairo_save(cairo_);
        cairo_translate(cairo_, sheet_.width / 2, sheet_.height / 2);
        cairo_rotate(cairo_, -std::atan2(sheet_.height, sheet_.width));
        cairo_scale(cairo_, scale, scale);
        text.fill_outline(cairo_, -text.width() / 2, -text.height() / 2);
        cairo_restore(cairo_);
    }

    /// A loose sheet must show its document.
    void draw_running_head(std::size_t page) {
        if (page == 0) {
            return;
        }
        std::string head = document_.title;
        if (!document_.letterhead.empty()) {
            head = document_.letterhead.front() + (head.empty() ? "" : "  ·  ") + head;
        }
        const auto text = one_line(typesetter_, head, sheet_.text_width(), Align::left);
        text.draw(cairo_, sheet_.left, 32);
        const double y = 36 + text.height();
        draw_line(cairo_, {sheet_.left, y}, {sheet_.width - sheet_.right, y}, colours::rule, 0.5);
    }

    void draw_foot(std::size_t page) {
        const double y = sheet_.height - sheet_.bottom + 22;
        constexpr double number_room = 90;
        draw_line(
            cairo_, {sheet_.left, y - 5}, {sheet_.width - sheet_.right, y - 5}, colours::rule, 0.5
        );
        std::string foot = document_.footer;
        if (!document_.watermark.empty()) {
            foot = document_.watermark + (foot.empty() ? "" : "  ·  ") + foot;
        }
        one_line(typesetter_, foot, sheet_.text_width() - number_room, Align::left)
            .draw(cairo_, sheet_.left, y);
        const auto number =
            "page " + std::to_string(page + 1) + " of " + std::to_string(pages_.size());
        one_line(typesetter_, number, number_room, Align::right)
            .draw(cairo_, sheet_.width - sheet_.right - number_room, y);
    }

    [[nodiscard]] Colour ink(Colour colour) const {
        return document_.letter ? in_black(colour) : colour;
    }

    /// Ends the table or list before the box and begins the one that the box belongs to.
    void enter_group(const Box& box) {
        if (box.group == group_) {
            return;
        }
        if (group_tag_ != nullptr) {
            cairo_tag_end(cairo_, group_tag_);
        }
        group_ = box.group;
        group_tag_ = box.group_tag;
        if (group_tag_ != nullptr) {
            cairo_tag_begin(cairo_, group_tag_, nullptr);
        }
    }

    void draw(const Placed& placed) {
        const auto& box = boxes_[placed.slot];
        const double y = sheet_.top + placed.y;
        if (!placed.repeated) {
            enter_group(box);
        }
        draw_dress(box, placed, y);
        if (box.decoration) {
            sketches_.draw(*box.decoration, sheet_.left, y);
        }
        if (box.sketch) {
            const Tag figure{cairo_, "Figure"};
            sketches_.draw(*box.sketch, sheet_.left, y);
            return;
        }
        if (box.picture) {
            const Tag figure{cairo_, "Figure"};
            box.picture->draw(cairo_, sheet_.left, y);
            return;
        }
        const Tag row{cairo_, placed.repeated ? nullptr : box.row_tag};
        for (const auto& cell : box.cells) {
            draw_cell(box, cell, placed, y);
        }
    }

    /// While the file grows, the boxes shrink. The head of a table may be repeated on later pages.
    void free_drawn(const Placed& placed) {
        auto& box = boxes_[placed.slot];
        if (placed.last == box.slot.lines.size() && box.dress != Dress::table_head) {
            box.cells.clear();
            box.cells.shrink_to_fit();
            box.sketch.reset();
            box.decoration.reset();
            box.picture.reset();
        }
    }

    void draw_cell(const Box& box, const Cell& cell, const Placed& placed, double y) {
        const double above = box.slot.height_of(0, placed.first);
        const double below = box.slot.height_of(0, placed.last);
        const bool to_end = placed.last == box.slot.lines.size();
        const auto& lines = cell.text.lines();
        const auto top_of = [&](std::size_t i) { return box.margin_top + cell.y + lines[i].top; };
        std::size_t first = 0;
        while (first < lines.size() && placed.first > 0 &&
               top_of(first) + lines[first].height <= above + 0.01) {
            ++first;
        }
        std::size_t last = first;
        while (last < lines.size() && (to_end || top_of(last) + lines[last].height <= below + 0.01)
        ) {
            ++last;
        }
        if (first == last) {
            return;
        }
        // Only the rest of a divided text begins at the top of its box; the front of a letter has
        // texts above its own.
        const double down =
            placed.first == 0 ? top_of(first) : std::max(top_of(first) - above, 0.0);
        const double x = sheet_.left + cell.x;
        if (placed.repeated) {
            cell.text.draw(cairo_, x, y + down, first, last);
        } else if (box.refers_to) {
            draw_reference(box, cell, x, y + down);
        } else if (!box.heading.empty()) {
            const Tag destination{cairo_, CAIRO_TAG_DEST, "name='" + anchor_of(placed.slot) + "'"};
            const Tag heading{cairo_, cell.tag};
            cell.text.draw(cairo_, x, y + down, first, last);
        } else {
            const Tag leaf{cairo_, cell.tag};
            cell.text.draw(cairo_, x, y + down, first, last);
        }
    }

    void draw_reference(const Box& box, const Cell& cell, double x, double y) {
        const auto page = std::to_string(page_of_.at(*box.refers_to));
        const Tag link{cairo_, CAIRO_TAG_LINK, "dest='" + anchor_of(*box.refers_to) + "'"};
        cell.text.draw(cairo_, x, y);
        const auto number = typesetter_.set(page, {.align = Align::right});
        const double right = sheet_.left + sheet_.text_width();
        number.draw(cairo_, right - number.width(), y);
        draw_leader(
            x + cell.text.width() + 6, right - number.width() - 6, y + number.height() * 0.75
        );
    }

    /// Dots between the heading and its page number.
    void draw_leader(double from, double to, double y) {
        constexpr double dots[] = {0.7, 2.6};
        if (from < to) {
            cairo_set_dash(cairo_, dots, 2, 0);
            draw_line(cairo_, {from, y}, {to, y}, colours::quiet, 0.7);
            cairo_set_dash(cairo_, nullptr, 0, 0);
        }
    }

    void draw_dress(const Box& box, const Placed& placed, double y) {
        const double width = sheet_.text_width();
        const double height = box.slot.height_of(placed.first, placed.last);
        const double x = sheet_.left;
        const double low = y + height;
        switch (box.dress) {
        case Dress::plain:
            break;
        case Dress::letterhead:
            draw_line(cairo_, {x, low}, {x + width, low}, ink(colours::accent), 1.2);
            break;
        case Dress::table_head:
            fill(cairo_, x, y, width, height, ink(colours::tint));
            draw_line(cairo_, {x, low}, {x + width, low}, ink(colours::accent), 0.8);
            break;
        case Dress::table_row:
            draw_line(cairo_, {x, low}, {x + width, low}, ink(colours::rule), 0.5);
            break;
        case Dress::framed:
            fill(cairo_, x, y, width, height, ink(colours::alarm_tint));
            set_colour(cairo_, ink(colours::alarm));
            cairo_set_line_width(cairo_, 0.8);
            cairo_rectangle(cairo_, x + 0.4, y + 0.4, width - 0.8, height - 0.8);
            cairo_stroke(cairo_);
            fill(cairo_, x, y, 4, height, ink(colours::alarm));
            break;
        case Dress::tinted:
            fill(cairo_, x, y, width, height, ink(colours::tint));
            fill(cairo_, x, y, 2.5, height, ink(colours::accent));
            break;
        case Dress::barred:
            fill(cairo_, x, y, 2.5, height, ink(colours::rule));
            break;
        case Dress::boxed:
            set_colour(cairo_, ink(colours::text));
            cairo_set_line_width(cairo_, 1.5);
            cairo_rectangle(cairo_, x + 0.75, y + 0.75, width - 1.5, height - 1.5);
            cairo_stroke(cairo_);
            break;
        case Dress::ruled:
            draw_line(cairo_, {x, y}, {x + box.width.value_or(width), y}, ink(colours::text), 0.6);
            break;
        case Dress::signature:
            draw_line(cairo_, {x, y}, {x + 230, y}, ink(colours::text), 0.6);
            break;
        }
    }

    cairo_t* cairo_;
    Typesetter& typesetter_;
    const Document& document_;
    const Sheet& sheet_;
    std::vector<Box>& boxes_;
    const std::vector<Page>& pages_;
    std::map<std::size_t, std::size_t> page_of_;
    SketchPainter sketches_;
    int group_ = 0;
    const char* group_tag_ = nullptr;
};

} // namespace

void paint(
    cairo_t* cairo,
    Typesetter& typesetter,
    const Document& document,
    const Sheet& sheet,
    std::vector<Box>& boxes,
    const std::vector<Page>& pages
) {
    Painter{cairo, typesetter, document, sheet, boxes, pages}.run();
}

} // namespace praxis::exports::pdf
