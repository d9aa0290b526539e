// SPDX-License-Identifier: MIT
#include "figure/sketch.hpp"

#include <praxis/body_drawing.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <memory>
#include <numbers>
#include <string>
#include <utility>
#include <vector>

namespace praxis::exports {
namespace {

using Kind = BodyChart::Kind;

constexpr double scale = 0.68;       // points for a unit of the drawing
constexpr double head_room = 13;     // above the crowns: front, back, the client's sides
constexpr double key_room = 15;      // below the feet
constexpr double label_radius = 5.6; // of a circle with a label
constexpr double label_size = 9;
constexpr double name_size = 8.5;
constexpr double half_figure = body_half_width * scale;
constexpr double between = 14; // the figures
constexpr double edge = 8;     // room for the circles beside the figures
constexpr double hatch_apart = 3.2;
constexpr double hatch_width = 0.7;
constexpr Colour black{0x000000};

SketchPoint scaled(BodyPoint point) {
    return {point.x * scale, point.y * scale};
}

Curve curve_of(const BodyLine& line, double width, std::optional<Colour> fill) {
    Curve curve{{}, black, width, fill};
    std::transform(
        line.points.begin(), line.points.end(), std::back_inserter(curve.points), scaled
    );
    return curve;
}

std::vector<Curve> body_curves(BodyView view) {
    const auto& figure = body_figure(view);
    std::vector<Curve> curves{curve_of(figure.outline, 0.7, colours::paper)};
    for (const auto& detail : figure.details) {
        curves.push_back(curve_of(detail, 0.4, std::nullopt));
    }
    return curves;
}

Stencil body_stencil(BodyView view, SketchPoint crown) {
    static const auto front =
        std::make_shared<const std::vector<Curve>>(body_curves(BodyView::front));
    static const auto back =
        std::make_shared<const std::vector<Curve>>(body_curves(BodyView::back));
    return {
        crown,
        view == BodyView::front ? front : back,
        {-half_figure - 2, -2},
        {half_figure + 2, body_height * scale + 2}};
}

/// An ellipse on the sheet.
struct Area {
    SketchPoint centre;
    double wide = 0; // half the width
    double high = 0; // half the height
};

std::vector<SketchPoint> outline_of(const Area& area) {
    constexpr int steps = 40;
    std::vector<SketchPoint> points;
    for (int i = 0; i <= steps; ++i) {
        const double angle = 2 * std::numbers::pi * i / steps;
        points.push_back(
            {area.centre.x + area.wide * std::cos(angle),
             area.centre.y + area.high * std::sin(angle)}
        );
    }
    return points;
}

/// Lines at 45 degrees, at the same places in every area, so that areas that meet look like one.
void hatch(Sketch& sketch, const Area& area) {
    // The line y = c - x meets the ellipse where a quadratic equation in x has its roots.
    const double a2 = area.wide * area.wide;
    const double b2 = area.high * area.high;
    const double reach = std::sqrt(a2 + b2);
    const double middle = area.centre.x + area.centre.y;
    const double step = hatch_apart * std::numbers::sqrt2;
    for (double c = std::ceil((middle - reach) / step) * step; c < middle + reach; c += step) {
        const double d = c - middle;
        const double inside = a2 * b2 * (a2 + b2 - d * d);
        if (inside <= 0) {
            continue;
        }
        const double root = std::sqrt(inside) / (a2 + b2);
        const double x = a2 * d / (a2 + b2);
        const auto point = [&](double dx) {
            return SketchPoint{area.centre.x + dx, area.centre.y + d - dx};
        };
        sketch.parts.emplace_back(Stroke{{point(x - root), point(x + root)}, black, hatch_width, {}}
        );
    }
}

void draw_area(Sketch& sketch, const Area& area, Kind kind) {
    if (kind == Kind::work) {
        sketch.parts.emplace_back(Stroke{outline_of(area), black, 0.9, {3, 2}});
        return;
    }
    hatch(sketch, area);
    sketch.parts.emplace_back(Stroke{outline_of(area), black, 0.8, {}});
}

/// White below black, so that it stays visible over hatching.
void draw_arrow(Sketch& sketch, SketchPoint from, SketchPoint to) {
    const double length = std::max(std::hypot(to.x - from.x, to.y - from.y), 1.0);
    const SketchPoint ahead{(to.x - from.x) / length, (to.y - from.y) / length};
    const auto at = [&](double back, double aside) {
        return SketchPoint{
            to.x - ahead.x * back - ahead.y * aside, to.y - ahead.y * back + ahead.x * aside};
    };
    sketch.parts.emplace_back(Stroke{{from, at(4, 0)}, colours::paper, 4, {}});
    sketch.parts.emplace_back(Stroke{{from, at(4, 0)}, black, 1.7, {}});
    sketch.parts.emplace_back(filled({to, at(6, 2.8), at(6, -2.8)}, black));
}

/// A circle with the label outside of the body, and a line to the place.
void draw_label(Sketch& sketch, const std::string& label, SketchPoint circle, SketchPoint place) {
    sketch.parts.emplace_back(Stroke{{circle, place}, colours::paper, 2, {}});
    sketch.parts.emplace_back(Stroke{{circle, place}, black, 0.7, {}});
    sketch.parts.emplace_back(Mark{place, Shape::circle, black, 1.2, false});
    sketch.parts.emplace_back(Mark{circle, Shape::circle, black, label_radius, true});
    const double size =
        label.size() > 2 ? label_size * 2 / static_cast<double>(label.size()) : label_size;
    sketch.parts.emplace_back(Label{
        {circle.x, circle.y + size * 0.36}, label, Anchor::middle, size, true, black});
}

class Figure {
  public:
    Figure(Sketch& sketch, const BodyChart& chart, BodyView view, SketchPoint crown)
        : sketch_(sketch), chart_(chart), view_(view), crown_(crown) {}

    void draw() {
        sketch_.parts.emplace_back(body_stencil(view_, crown_));
        name(view_ == BodyView::front ? "Front" : "Back", -half_figure * 0.72, true);
        name(view_ == BodyView::front ? "R" : "L", -half_figure * 0.5, false);
        name(view_ == BodyView::front ? "L" : "R", half_figure * 0.5, false);
        for (const auto& mark : chart_.marks) {
            if (mark.kind != Kind::radiation) {
                add_areas(mark);
            }
        }
        for (const auto& mark : chart_.marks) {
            if (mark.kind == Kind::radiation && shows_arrow(mark)) {
                each_place(mark, [&](const BodyPlace& place) { add_arrow(place); });
            }
        }
        for (const auto& mark : chart_.marks) {
            if (mark.kind == Kind::pain || mark.kind == Kind::finding) {
                each_place(mark, [&](const BodyPlace& place) { add_label(mark, place); });
            }
        }
    }

  private:
    template <class Take> void each_place(const BodyChart::Mark& mark, Take take) {
        for (const auto& place : body_places(mark.region, mark.side)) {
            if (place.view == view_) {
                take(place);
            }
        }
    }

    /// Both sides of the back are one area.
    void add_areas(const BodyChart::Mark& mark) {
        std::vector<BodyPlace> places;
        each_place(mark, [&](const BodyPlace& place) { places.push_back(place); });
        if (places.size() == 2 && std::abs(places[0].at.x) < places[0].extent.x) {
            places[0].extent.x += std::abs(places[0].at.x);
            places[0].at.x = 0;
            places.pop_back();
        }
        for (const auto& place : places) {
            add_area(place, mark.kind);
        }
    }

    /// Where both views show the region, the arrow is in the one that shows the pain.
    [[nodiscard]] bool shows_arrow(const BodyChart::Mark& radiation) const {
        const auto shows = [](const BodyChart::Mark& mark, BodyView view) {
            const auto places = body_places(mark.region, mark.side);
            return std::any_of(places.begin(), places.end(), [view](const auto& place) {
                return place.view == view;
            });
        };
        const auto hurts = [&](BodyView view) {
            return std::any_of(chart_.marks.begin(), chart_.marks.end(), [&](const auto& mark) {
                return (mark.kind == Kind::pain || mark.kind == Kind::finding) && shows(mark, view);
            });
        };
        const auto other = view_ == BodyView::front ? BodyView::back : BodyView::front;
        return hurts(view_) || !hurts(other) || !shows(radiation, other);
    }

    [[nodiscard]] SketchPoint at(BodyPoint point) const {
        return {crown_.x + point.x * scale, crown_.y + point.y * scale};
    }

    /// The same area once, whatever was found and done there.
    void add_area(const BodyPlace& place, Kind kind) {
        const Area area{at(place.at), place.extent.x * scale, place.extent.y * scale};
        const bool drawn = std::any_of(areas_.begin(), areas_.end(), [&](const auto& one) {
            return one.second == (kind == Kind::work) && one.first.centre.x == area.centre.x &&
                   one.first.centre.y == area.centre.y;
        });
        if (!drawn && area.wide > 0) {
            draw_area(sketch_, area, kind);
            areas_.emplace_back(area, kind == Kind::work);
        }
    }

    /// From the nearest place that hurts; otherwise a short one that ends in the region.
    void add_arrow(const BodyPlace& place) {
        const auto end = at({place.at.x, place.at.y + place.extent.y});
        const Area* nearest = nullptr;
        for (const auto& [area, is_work] : areas_) {
            const auto distance = [&end](const Area& one) {
                return std::hypot(one.centre.x - end.x, one.centre.y - end.y);
            };
            if (!is_work && (nearest == nullptr || distance(area) < distance(*nearest))) {
                nearest = &area;
            }
        }
        const auto top = at({place.at.x, place.at.y - place.extent.y});
        draw_arrow(sketch_, nearest != nullptr ? nearest->centre : top, end);
    }

    /// Beside the figure at the height of the place, below the labels that are there already.
    void add_label(const BodyChart::Mark& mark, const BodyPlace& place) {
        if (mark.label.empty() || is_labelled(mark.label, place)) {
            return;
        }
        const auto target = at(place.at);
        const bool left = place.at.x < 0 || (place.at.x == 0 && used_[0].size() <= used_[1].size());
        auto& used = used_.at(left ? 0 : 1);
        double y = target.y - label_radius;
        const auto taken = [&used](double height) {
            return std::any_of(used.begin(), used.end(), [height](double other) {
                return std::abs(other - height) < 2 * label_radius + 1;
            });
        };
        while (taken(y)) {
            y += 1;
        }
        used.push_back(y);
        const double x = crown_.x + (left ? -1 : 1) * (half_figure * 0.93);
        draw_label(sketch_, mark.label, {x, y}, target);
    }

    /// A mark on both sides of the midline has one label.
    bool is_labelled(const std::string& label, const BodyPlace& place) {
        const auto key = label + (place.extent.x < 3 ? std::to_string(place.at.x) : "");
        const bool known = std::find(labels_.begin(), labels_.end(), key) != labels_.end();
        labels_.push_back(key);
        return known;
    }

    void name(const char* text, double aside, bool bold) {
        sketch_.parts.emplace_back(Label{
            {crown_.x + aside, crown_.y - (bold ? 4 : -10)},
            text,
            Anchor::middle,
            name_size,
            bold,
            black});
    }

    Sketch& sketch_;
    const BodyChart& chart_;
    BodyView view_;
    SketchPoint crown_;
    std::vector<std::pair<Area, bool>> areas_; // and whether work alone was done there
    std::array<std::vector<double>, 2> used_;  // heights of the circles at the left and right
    std::vector<std::string> labels_;
};

/// What the patterns mean, for the kinds that the chart has, below its right end.
void draw_key(Sketch& sketch, const BodyChart& chart) {
    constexpr double letter_width = 4.4;
    constexpr double sign = 17; // room for the pattern
    constexpr double gap = 7;
    const auto has = [&chart](Kind kind) {
        return std::any_of(chart.marks.begin(), chart.marks.end(), [kind](const auto& mark) {
            return mark.kind == kind;
        });
    };
    std::vector<std::pair<Kind, std::string>> signs;
    if (has(Kind::pain) || has(Kind::finding)) {
        signs.emplace_back(
            Kind::pain,
            !has(Kind::finding) ? "pain"
            : has(Kind::pain)   ? "pain or finding"
                                : "finding"
        );
    }
    if (has(Kind::radiation)) {
        signs.emplace_back(Kind::radiation, "spreads");
    }
    if (has(Kind::work)) {
        signs.emplace_back(Kind::work, "work");
    }
    const double y = sketch.height - 4;
    double x = sketch.width + gap;
    for (const auto& [kind, text] : signs) {
        x -= sign + letter_width * static_cast<double>(text.size()) + gap;
    }
    for (const auto& [kind, text] : signs) {
        if (kind == Kind::radiation) {
            draw_arrow(sketch, {x, y - 3}, {x + 14, y - 3});
        } else {
            draw_area(sketch, {{x + 7, y - 3}, 7, 4}, kind);
        }
        sketch.parts.emplace_back(Label{{x + sign, y}, text, Anchor::start, name_size, false, black}
        );
        x += sign + letter_width * static_cast<double>(text.size()) + gap;
    }
}

} // namespace

SketchPoint small_body_chart_size() {
    return {4 * half_figure + between + 2 * edge, head_room + body_height * scale + key_room};
}

Sketch draw_small_body_chart(const BodyChart& chart, double width) {
    const auto size = small_body_chart_size();
    Sketch sketch{width, size.y, {}};
    const double left = width - size.x;
    const double first = left + edge + half_figure;
    Figure{sketch, chart, BodyView::front, {first, head_room}}.draw();
    Figure{sketch, chart, BodyView::back, {first + 2 * half_figure + between, head_room}}.draw();
    draw_key(sketch, chart);
    return sketch;
}

} // namespace praxis::exports
