// SPDX-License-Identifier: MIT
#include "pdf/slip_boxes.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::exports::pdf {
namespace {

constexpr double pen_line = 25;     // 9 mm: room for handwriting
constexpr double tick_size = 9;     // of a box to tick
constexpr double frame_share = 0.4; // of the width, for the way back
constexpr double frame_margin = 7;
constexpr double gap = 14;

const TextStyle text{.size = 9.4};
const TextStyle bold{.size = 9.2, .bold = true};

class SlipWriter {
  public:
    SlipWriter(const Slip& slip, Typesetter& typesetter, double width)
        : slip_(slip), typesetter_(typesetter), width_(width) {}

    std::vector<Box> write() {
        write_cut();
        write_head();
        for (const auto& row : slip_.rows) {
            if (!row.boxes.empty()) {
                write_ticks(row);
            } else if (row.lines > 0) {
                write_lines(row);
            } else {
                write_fields(row);
            }
        }
        boxes_.back().slot.keep_with_next = false;
        return std::move(boxes_);
    }

  private:
    Box& add_box(double space, double height) {
        auto& box = boxes_.emplace_back();
        box.slot.space = space;
        box.slot.lines = {height};
        box.slot.keep_with_next = true;
        box.decoration.emplace();
        return box;
    }

    static void line(Box& box, SketchPoint from, SketchPoint to, std::vector<double> dashes = {}) {
        box.decoration->parts.emplace_back(Stroke{{from, to}, colours::text, 0.6, std::move(dashes)}
        );
    }

    static void frame(Box& box, SketchPoint least, SketchPoint most) {
        box.decoration->parts.emplace_back(Stroke{
            {least, {most.x, least.y}, most, {least.x, most.y}, least}, colours::text, 0.8, {}});
    }

    void write_cut() {
        auto& box = add_box(10, 14);
        auto words = typesetter_.set("cut here, or send this page back", {.size = 8.5});
        const double right = words.width() + 24;
        line(box, {0, 7}, {16, 7}, {3, 2});
        line(box, {right, 7}, {width_, 7}, {3, 2});
        box.cells.push_back({std::move(words), 20, 1});
    }

    /// What it is about at the left, the way back in a frame at the right.
    void write_head() {
        auto& box = add_box(4, 0);
        const double frame_width = width_ * frame_share;
        const double left_width = width_ - frame_width - gap;
        double y = add_text(box, slip_.title, {.size = 13, .bold = true}, 0, 0, left_width, "H2");
        for (std::size_t i = 0; i < slip_.about.size(); ++i) {
            y = add_text(
                box,
                slip_.about[i],
                i == 0 ? TextStyle{.size = 10.6, .bold = true} : text,
                0,
                y,
                left_width
            );
        }
        const double x = width_ - frame_width + frame_margin;
        double below = frame_margin - 2;
        for (std::size_t i = 0; i < slip_.return_to.size(); ++i) {
            below = add_text(
                box,
                slip_.return_to[i],
                i == 0 ? bold : text,
                x,
                below,
                frame_width - 2 * frame_margin
            );
        }
        if (!slip_.return_to.empty()) {
            frame(box, {width_ - frame_width, 0}, {width_, below + frame_margin - 2});
            y = std::max(y, below + frame_margin - 2);
        }
        box.slot.lines = {y};
    }

    /// Returns the place below.
    double add_text(
        Box& box,
        const std::string& words,
        const TextStyle& style,
        double x,
        double y,
        double width,
        const char* tag = "P"
    ) {
        auto set = typesetter_.set(words, style, width);
        const double below = y + set.height();
        box.cells.push_back({std::move(set), x, y, tag});
        return below;
    }

    /// The label, then the boxes, in as many lines as they need.
    void write_ticks(const Slip::Row& row) {
        auto& box = add_box(8, 0);
        double x = 0;
        double y = 0;
        double height = 0;
        if (!row.labels.empty()) {
            auto label = typesetter_.set(join(row.labels, ", "), bold);
            x = label.width() + gap;
            height = label.height();
            box.cells.push_back({std::move(label), 0, 0});
        }
        for (const auto& words : row.boxes) {
            auto set = typesetter_.set(words, text);
            height = std::max(height, set.height());
            const double wide = tick_size + 5 + set.width();
            if (x > 0 && x + wide > width_) {
                x = 0;
                y += height + 4;
            }
            const double top = y + (set.height() - tick_size) / 2;
            frame(box, {x, top}, {x + tick_size, top + tick_size});
            box.cells.push_back({std::move(set), x + tick_size + 5, y});
            x += wide + gap;
        }
        box.slot.lines = {y + height};
    }

    void write_lines(const Slip::Row& row) {
        auto& box = add_box(6, 0);
        double y = add_text(box, join(row.labels, ", "), bold, 0, 0, width_);
        for (int i = 0; i < row.lines; ++i) {
            y += i == 0 ? pen_line - 8 : pen_line; // the label already stands above the first
            line(box, {0, y}, {width_, y});
        }
        box.slot.lines = {y};
    }

    /// Labels side by side, each above its line; the first one is the widest.
    void write_fields(const Slip::Row& row) {
        auto& box = add_box(8, 0);
        const auto count = static_cast<double>(row.labels.size());
        const double unit = (width_ - gap * (count - 1)) / (count + 0.5);
        double x = 0;
        double height = 0;
        for (std::size_t i = 0; i < row.labels.size(); ++i) {
            const double wide = i == 0 ? unit * 1.5 : unit;
            height = std::max(height, add_text(box, row.labels[i], bold, x, 0, wide));
            x += wide + gap;
        }
        x = 0;
        const double y = height + pen_line - 8;
        for (std::size_t i = 0; i < row.labels.size(); ++i) {
            const double wide = i == 0 ? unit * 1.5 : unit;
            line(box, {x, y}, {x + wide, y});
            x += wide + gap;
        }
        box.slot.lines = {y + 1};
    }

    const Slip& slip_;
    Typesetter& typesetter_;
    double width_;
    std::vector<Box> boxes_;
};

} // namespace

std::vector<Box> slip_boxes(const Slip& slip, Typesetter& typesetter, double width) {
    return SlipWriter{slip, typesetter, width}.write();
}

} // namespace praxis::exports::pdf
