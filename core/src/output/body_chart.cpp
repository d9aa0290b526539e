// SPDX-License-Identifier: MIT
#include "body_chart.hpp"

#include "layout.hpp"

#include <praxis/body_drawing.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

namespace praxis::output {
namespace {

constexpr std::size_t rows = 22;
constexpr std::size_t columns = 21; // odd, so that the midline has a column
constexpr std::size_t indent = 2;
constexpr std::size_t between = 4;
constexpr std::size_t dots_across = 2; // of a braille character
constexpr std::size_t dots_down = 4;
constexpr std::size_t longest_label = 4;
constexpr std::string_view blank = "\u2800"; // a braille character without dots

constexpr double row_height = body_height / rows;
constexpr double column_width = row_height / 2; // characters are twice as high as wide

/// A figure of braille dots, with labels over it.
class Canvas {
  public:
    Canvas() : dots_(rows * columns, 0), texts_(rows * columns), marked_(rows * columns, false) {}

    void draw(const BodyLine& line) {
        constexpr int steps = 24; // per curve: denser than the dots
        const auto& points = line.points;
        for (std::size_t i = 0; i + 3 < points.size(); i += 3) {
            for (int step = 0; step <= steps; ++step) {
                dot(on_curve(&points[i], static_cast<double>(step) / steps));
            }
        }
    }

    /// Over the dots, with a free cell on either side, so that it can be read.
    void write(const std::string& label, BodyPoint at) {
        const auto width = display_width(label);
        const auto row = row_of(at.y);
        const auto middle = static_cast<std::size_t>(std::lround(column_of(at.x)));
        const auto first = std::min(middle - std::min(middle, (width - 1) / 2), columns - width);
        for (std::size_t i = first == 0 ? 0 : first - 1; i <= first + width && i < columns; ++i) {
            dots_[row * columns + i] = 0;
        }
        texts_[row * columns + first] = label;
        for (std::size_t i = 0; i < width; ++i) {
            marked_[row * columns + first + i] = true;
        }
    }

    void reach(const BodyPlace& place) {
        const auto column = static_cast<std::size_t>(std::lround(column_of(place.at.x)));
        const auto last = row_of(place.at.y + place.reach);
        for (auto row = row_of(place.at.y - place.reach); row <= last; ++row) {
            texts_[row * columns + column] = "│";
            marked_[row * columns + column] = true;
        }
    }

    [[nodiscard]] std::string line(std::size_t row, bool colour) const {
        std::string text;
        for (std::size_t i = row * columns; i < (row + 1) * columns; ++i) {
            if (!texts_[i].empty()) {
                text += emphasize(texts_[i], Emphasis::bold, colour);
            } else if (!marked_[i]) {
                text += braille(dots_[i]);
            }
        }
        return text;
    }

  private:
    static BodyPoint on_curve(const BodyPoint* points, double t) {
        const double s = 1 - t;
        const std::array<double, 4> shares{s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
        BodyPoint at;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            at.x += shares.at(i) * points[i].x;
            at.y += shares.at(i) * points[i].y;
        }
        return at;
    }

    static double column_of(double x) {
        return x / column_width + static_cast<double>(columns - 1) / 2;
    }

    static std::size_t row_of(double y) {
        return static_cast<std::size_t>(std::clamp(y / row_height, 0.0, rows - 1.0));
    }

    void dot(BodyPoint at) {
        const double right = (column_of(at.x) + 0.5) * dots_across;
        const double down = at.y / row_height * dots_down;
        const auto x = static_cast<std::size_t>(
            std::clamp(right, 0.0, static_cast<double>(columns * dots_across - 1))
        );
        const auto y = static_cast<std::size_t>(
            std::clamp(down, 0.0, static_cast<double>(rows * dots_down - 1))
        );
        // The numbers of the dots in Unicode (Braille Patterns): the lowest two are 7 and 8.
        constexpr std::array<std::array<unsigned, 2>, 4> bits{
            {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}};
        dots_[y / dots_down * columns + x / dots_across] |=
            bits.at(y % dots_down).at(x % dots_across);
    }

    static std::string braille(unsigned dots) {
        constexpr unsigned first = 0x2800;
        const unsigned code = first + dots;
        return {
            static_cast<char>(0xE0U | (code >> 12U)),
            static_cast<char>(0x80U | ((code >> 6U) & 0x3FU)),
            static_cast<char>(0x80U | (code & 0x3FU))};
    }

    std::vector<unsigned> dots_;
    std::vector<std::string> texts_; // a label is in its first cell
    std::vector<bool> marked_;
};

/// The label, shortened to fit into the figure.
std::string short_label(const BodyChart::Mark& mark) {
    const auto label = truncate_to_width(visible(mark.label), longest_label);
    return label.empty() ? "?" : label;
}

Canvas drawn_figure(BodyView view) {
    const auto& figure = body_figure(view);
    Canvas canvas;
    canvas.draw(figure.outline);
    for (const auto& detail : figure.details) {
        canvas.draw(detail);
    }
    return canvas;
}

Canvas canvas_of(const BodyChart& chart, const std::vector<PlacedMark>& placed, BodyView view) {
    // Drawn once: a client's chart has the figure in each note.
    static const Canvas front = drawn_figure(BodyView::front);
    static const Canvas back = drawn_figure(BodyView::back);
    auto canvas = view == BodyView::front ? front : back;
    for (const auto& one : placed) {
        if (one.place.view == view && one.place.reach > 0) {
            canvas.reach(one.place);
        }
    }
    for (const auto& one : placed) {
        if (one.place.view == view) {
            canvas.write(short_label(chart.marks[one.mark]), one.at);
        }
    }
    return canvas;
}

/// Braille characters without dots rather than spaces: an editor may take the dots from another
/// font, in which spaces have another width.
std::string blanks(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += blank;
    }
    return text;
}

/// "right       FRONT       left": without the client's sides a chart is easily misread.
std::string head(std::string_view left, std::string_view title, std::string_view right) {
    const auto before = (columns - title.size()) / 2 - left.size();
    const auto after = columns - left.size() - before - title.size() - right.size();
    return std::string{left}
        .append(blanks(before))
        .append(title)
        .append(blanks(after))
        .append(right);
}

std::string trimmed_line(std::string line) {
    while (line.ends_with(blank)) {
        line.resize(line.size() - blank.size());
    }
    return line + "\n";
}

} // namespace

std::string body_chart_picture(const BodyChart& chart, std::size_t width, bool colour) {
    std::size_t widest = 1;
    for (const auto& mark : chart.marks) {
        widest = std::max(widest, display_width(short_label(mark)));
    }
    const BodyPoint apart{static_cast<double>(widest + 1) * column_width, row_height};
    const auto placed = place_marks(chart, apart);
    if (placed.empty() || width < indent + 2 * columns + between) {
        return {};
    }
    const auto front = canvas_of(chart, placed, BodyView::front);
    const auto back = canvas_of(chart, placed, BodyView::back);
    const auto margin = blanks(indent);
    const auto gap = blanks(between);
    auto text =
        margin + head("right", "FRONT", "left") + gap + head("left", "BACK", "right") + "\n";
    for (std::size_t row = 0; row < rows; ++row) {
        text += trimmed_line(margin + front.line(row, colour) + gap + back.line(row, colour));
    }
    return text;
}

} // namespace praxis::output
