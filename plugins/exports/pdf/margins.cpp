// SPDX-License-Identifier: MIT
#include "pdf/margins.hpp"

#include "pdf/strokes.hpp"

#include <algorithm>
#include <string>

namespace praxis::exports::pdf {
namespace {

constexpr double smallest = 8.5; // points, so that a fax stays readable
constexpr Colour black{0x000000};

class MarginPainter {
  public:
    MarginPainter(
        cairo_t* cairo, Typesetter& typesetter, const Document& document, const Sheet& sheet
    )
        : cairo_(cairo)
        , typesetter_(typesetter)
        , document_(document)
        , letter_(*document.letter)
        , sheet_(sheet) {}

    void draw_folds() {
        for (const double fold : {sheet_.letter.first_fold, sheet_.letter.second_fold}) {
            draw_line(cairo_, {10, fold}, {18, fold}, black, 0.5);
        }
    }

    void draw_head() {
        const double y = sheet_.top - 32;
        const double half = sheet_.text_width() / 2;
        draw_person(y, 10);
        const auto contact = (letter_.alarm.empty() ? "" : letter_.alarm + " · ") + letter_.contact;
        one_line(typesetter_, contact, half, Align::right, 9.2).draw(cairo_, right() - half, y);
        rule(y + 16);
    }

    void draw_foot(PageNumber page) {
        constexpr double number_room = 70;
        const double y = sheet_.height - sheet_.bottom + 14;
        rule(y - 3);
        const double person = draw_person(y, smallest);
        const auto number = "Page " + std::to_string(page.page) + " of " + std::to_string(page.of);
        one_line(typesetter_, number, number_room, Align::right, smallest)
            .draw(cairo_, right() - number_room, y);
        auto foot = document_.footer;
        if (!document_.watermark.empty()) {
            foot = document_.watermark + (foot.empty() ? "" : " · ") + foot;
        }
        const double room = right() - number_room - person - 24;
        const auto middle = one_line(typesetter_, foot, room, Align::left, smallest);
        middle.draw(cairo_, person + 12 + std::max(0.0, (room - middle.width()) / 2), y);
    }

  private:
    [[nodiscard]] double right() const { return sheet_.width - sheet_.right; }

    void rule(double y) { draw_line(cairo_, {sheet_.left, y}, {right(), y}, black, 0.6); }

    /// The name in bold, then the rest. Returns where it ends.
    double draw_person(double y, double size) {
        const auto& person = letter_.person;
        const auto end = std::min(person.find(','), person.size());
        const auto name = typesetter_.set(person.substr(0, end), {.size = size, .bold = true});
        const auto rest = typesetter_.set(person.substr(end), {.size = size});
        // Other scripts have other fonts: the baselines meet.
        const double base = std::max(name.lines().front().baseline, rest.lines().front().baseline);
        name.draw(cairo_, sheet_.left, y + base - name.lines().front().baseline);
        const double x = sheet_.left + name.width();
        rest.draw(cairo_, x, y + base - rest.lines().front().baseline);
        return x + rest.width();
    }

    cairo_t* cairo_;
    Typesetter& typesetter_;
    const Document& document_;
    const LetterFrame& letter_;
    const Sheet& sheet_;
};

} // namespace

void draw_letter_margins(
    cairo_t* cairo,
    Typesetter& typesetter,
    const Document& document,
    const Sheet& sheet,
    PageNumber number
) {
    MarginPainter painter{cairo, typesetter, document, sheet};
    if (number.page == 1) {
        painter.draw_folds();
    } else {
        painter.draw_head();
    }
    painter.draw_foot(number);
}

} // namespace praxis::exports::pdf
