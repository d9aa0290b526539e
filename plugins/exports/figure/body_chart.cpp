// SPDX-License-Identifier: MIT
#include "figure/sketch.hpp"

#include <praxis/body.hpp>
#include <praxis/body_drawing.hpp>

#include <algorithm>
#include <iterator>
#include <memory>

namespace praxis::exports {
namespace {

constexpr double scale = 1.3;    // points for a unit of the drawing
constexpr double head_room = 18; // for the titles above a figure
constexpr double title_size = 9;
constexpr double name_size = 8;
constexpr double side_size = 7;
constexpr double label_size = 6.5;
constexpr double radius = 4.9;
constexpr double half_figure = body_half_width * scale;
constexpr double apart = (2 * radius + 0.8) / scale; // in units of the drawing

namespace paints {
constexpr Colour skin = colours::tint;
constexpr Colour outline{0x56616B};
constexpr Colour detail{0x9AA8B2};
constexpr Colour work = colours::accent;
constexpr Colour finding{0xB4500F};
} // namespace paints

Colour paint_of(BodyChart::Kind kind) {
    return kind == BodyChart::Kind::work ? paints::work : paints::finding;
}

Curve curve_of(const BodyLine& line, Colour colour, double width, std::optional<Colour> fill) {
    Curve curve{{}, colour, width, fill};
    std::transform(
        line.points.begin(),
        line.points.end(),
        std::back_inserter(curve.points),
        [](const BodyPoint& point) {
            return SketchPoint{point.x * scale, point.y * scale};
        }
    );
    return curve;
}

/// The lines of the body, from its crown.
std::vector<Curve> body_curves(BodyView view) {
    const auto& figure = body_figure(view);
    std::vector<Curve> curves{curve_of(figure.outline, paints::outline, 1, paints::skin)};
    for (const auto& detail : figure.details) {
        curves.push_back(curve_of(detail, paints::detail, 0.7, std::nullopt));
    }
    return curves;
}

/// The same body in every chart.
Stencil body_stencil(BodyView view, SketchPoint crown) {
    static const auto front =
        std::make_shared<const std::vector<Curve>>(body_curves(BodyView::front));
    static const auto back =
        std::make_shared<const std::vector<Curve>>(body_curves(BodyView::back));
    constexpr double line = 2; // more than the width of a line
    return {
        crown,
        view == BodyView::front ? front : back,
        {-half_figure - line, -line},
        {half_figure + line, body_height * scale + line}};
}

/// One view at its place on the sheet.
class Figure {
  public:
    Figure(Sketch& sketch, BodyView view, SketchPoint crown)
        : sketch_(sketch), view_(view), crown_(crown) {}

    void draw() {
        sketch_.parts.emplace_back(body_stencil(view_, crown_));
        const bool front = view_ == BodyView::front;
        name(front ? "Front" : "Back", 0, name_size, true);
        name(front ? "right" : "left", -half_figure * 0.72, side_size, false);
        name(front ? "left" : "right", half_figure * 0.72, side_size, false);
    }

    void draw_reach(const BodyPlace& place, Colour colour) {
        const auto top = at({place.at.x, place.at.y - place.reach});
        const auto bottom = at({place.at.x, place.at.y + place.reach});
        sketch_.parts.emplace_back(Stroke{{top, bottom}, colour, 1.3, {}});
        for (const auto& end : {top, bottom}) {
            sketch_.parts.emplace_back(Stroke{
                {{end.x - 3, end.y}, {end.x + 3, end.y}}, colour, 1.3, {}});
        }
    }

    void draw_mark(const BodyChart::Mark& mark, BodyPoint place) {
        const bool hollow = mark.kind != BodyChart::Kind::work;
        const auto colour = paint_of(mark.kind);
        const auto centre = at(place);
        sketch_.parts.emplace_back(Mark{
            centre, Shape::circle, colour, hollow ? radius - hollow_line / 2 : radius, hollow});
        const auto text = mark.label;
        const double size =
            text.size() > 2 ? label_size * 2 / static_cast<double>(text.size()) : label_size;
        sketch_.parts.emplace_back(Label{
            {centre.x, centre.y + size * 0.36},
            text,
            Anchor::middle,
            size,
            true,
            hollow ? colour : colours::paper});
    }

  private:
    [[nodiscard]] SketchPoint at(BodyPoint point) const {
        return {crown_.x + point.x * scale, crown_.y + point.y * scale};
    }

    void name(const char* text, double aside, double size, bool bold) {
        sketch_.parts.emplace_back(Label{
            {crown_.x + aside, crown_.y - 7}, text, Anchor::middle, size, bold, colours::quiet});
    }

    Sketch& sketch_;
    BodyView view_;
    SketchPoint crown_;
};

/// The key to discs and rings, between the feet of the two figures.
void draw_key(Sketch& sketch, const BodyChart& chart) {
    double y = sketch.height - 8;
    for (const auto kind : {BodyChart::Kind::finding, BodyChart::Kind::work}) {
        const bool hollow = kind == BodyChart::Kind::finding;
        const bool used = std::any_of(
            chart.marks.begin(),
            chart.marks.end(),
            [hollow](const BodyChart::Mark& mark) {
                return (mark.kind != BodyChart::Kind::work) == hollow;
            }
        );
        if (!used) {
            continue;
        }
        const double x = sketch.width / 2 - 14;
        sketch.parts.emplace_back(Mark{{x, y - 2.6}, Shape::circle, paint_of(kind), 3.6, hollow});
        sketch.parts.emplace_back(Label{
            {x + 8, y}, hollow ? "finding" : "work", Anchor::start, side_size, false, colours::text}
        );
        y -= 13;
    }
}

} // namespace

namespace {

const char* kind_name(BodyChart::Kind kind) {
    switch (kind) {
    case BodyChart::Kind::finding:
        return "Finding";
    case BodyChart::Kind::pain:
        return "Pain";
    case BodyChart::Kind::radiation:
        return "Spreads to";
    case BodyChart::Kind::work:
        break;
    }
    return "Work";
}

} // namespace

Sketch draw_body_chart(const BodyChart& chart, double width) {
    const auto title = chart.title;
    const double top = (title.empty() ? 0 : title_size + 8) + head_room;
    Sketch sketch{width, top + body_height * scale + 4, {}};
    if (!title.empty()) {
        sketch.parts.emplace_back(Label{
            {0, title_size}, title, Anchor::start, title_size, true, colours::text});
    }
    draw_key(sketch, chart);
    Figure front{sketch, BodyView::front, {width * 0.3, top}};
    Figure back{sketch, BodyView::back, {width * 0.7, top}};
    front.draw();
    back.draw();
    const auto placed = place_marks(chart, {apart, apart});
    const auto figure_of = [&](const PlacedMark& one) -> Figure& {
        return one.place.view == BodyView::front ? front : back;
    };
    for (const auto& one : placed) {
        if (one.place.reach > 0) {
            figure_of(one).draw_reach(one.place, paint_of(chart.marks[one.mark].kind));
        }
    }
    for (const auto& one : placed) {
        figure_of(one).draw_mark(chart.marks[one.mark], one.at);
    }
    return sketch;
}

std::string describe(const BodyChart& chart) {
    std::string text = "Body from the front and from behind.";
    for (const auto& mark : chart.marks) {
        text += std::string{" "} + kind_name(mark.kind) + " ";
        text += mark.label + ": " + region_with_side(mark.region, mark.side);
        text += mark.text.empty() ? "." : ", " + mark.text + ".";
    }
    return text;
}

} // namespace praxis::exports
