// SPDX-License-Identifier: MIT
#include "figure/sketch.hpp"

#include <memory>
#include <utility>
#include <variant>

namespace praxis::exports {
namespace {

/// A pale line becomes a thin one.
void blacken(Stroke& stroke) {
    if (stroke.colour == colours::rule) {
        stroke.width /= 2;
    }
    stroke.colour = in_black(stroke.colour);
}

void blacken(Curve& curve) {
    curve.colour = in_black(curve.colour);
    if (curve.fill) {
        curve.fill = in_black(*curve.fill);
    }
}

void blacken(Stencil& stencil) {
    auto curves = *stencil.curves;
    for (auto& curve : curves) {
        blacken(curve);
    }
    stencil.curves = std::make_shared<const std::vector<Curve>>(std::move(curves));
}

void blacken(Mark& mark) {
    mark.colour = in_black(mark.colour);
}

void blacken(Label& label) {
    label.colour = in_black(label.colour);
}

} // namespace

Colour in_black(Colour colour) {
    const bool light =
        colour == colours::paper || colour == colours::tint || colour == colours::alarm_tint;
    return light ? colours::paper : Colour{0x000000};
}

Sketch in_black(Sketch sketch) {
    for (auto& part : sketch.parts) {
        std::visit([](auto& drawn) { blacken(drawn); }, part);
    }
    return sketch;
}

Curve filled(const std::vector<SketchPoint>& corners, Colour colour) {
    Curve curve{{corners.front()}, colour, 0.1, colour};
    for (std::size_t i = 1; i <= corners.size(); ++i) {
        const auto& from = corners[i - 1];
        const auto& to = corners[i % corners.size()];
        curve.points.push_back(from);
        curve.points.push_back(to);
        curve.points.push_back(to);
    }
    return curve;
}

} // namespace praxis::exports
