// SPDX-License-Identifier: MIT
#include "html/svg.hpp"

#include "html/escape.hpp"

namespace praxis::exports::html {
namespace {

std::string paint(Colour colour) {
    return "#" + six_hex_digits(colour.rgb);
}

std::string attribute(const char* name, const std::string& value) {
    return std::string{" "} + name + "=\"" + value + "\"";
}

std::string attribute(const char* name, double value) {
    return attribute(name, plain_number(value));
}

std::string list(const std::vector<SketchPoint>& points) {
    std::string text;
    for (const auto& point : points) {
        text += (text.empty() ? "" : " ") + plain_number(point.x) + "," + plain_number(point.y);
    }
    return text;
}

std::string element(const Stroke& stroke) {
    std::string dashes;
    for (const double dash : stroke.dashes) {
        dashes += (dashes.empty() ? "" : " ") + plain_number(dash);
    }
    return "<polyline" + attribute("points", list(stroke.points)) + attribute("fill", "none") +
           attribute("stroke", paint(stroke.colour)) + attribute("stroke-width", stroke.width) +
           (dashes.empty() ? "" : attribute("stroke-dasharray", dashes)) + "/>\n";
}

std::string element(const Curve& curve, SketchPoint origin = {}) {
    std::string path;
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const auto& point = curve.points[i];
        path += i == 0 ? "M" : i % 3 == 1 ? "C" : " ";
        path += plain_number(origin.x + point.x) + "," + plain_number(origin.y + point.y);
    }
    return "<path" + attribute("d", path + (curve.fill ? "Z" : "")) +
           attribute("fill", curve.fill ? paint(*curve.fill) : "none") +
           attribute("stroke", paint(curve.colour)) + attribute("stroke-width", curve.width) +
           attribute("stroke-linecap", "round") + "/>\n";
}

std::string element(const Stencil& stencil) {
    std::string elements;
    for (const auto& curve : *stencil.curves) {
        elements += element(curve, stencil.at);
    }
    return elements;
}

std::string paint_of(const Mark& mark) {
    if (!mark.hollow) {
        return attribute("fill", paint(mark.colour));
    }
    return attribute("fill", paint(colours::paper)) + attribute("stroke", paint(mark.colour)) +
           attribute("stroke-width", hollow_line);
}

std::string element(const Mark& mark) {
    if (mark.shape == Shape::circle) {
        return "<circle" + attribute("cx", mark.centre.x) + attribute("cy", mark.centre.y) +
               attribute("r", mark.radius) + paint_of(mark) + "/>\n";
    }
    return "<polygon" + attribute("points", list(corners(mark))) + paint_of(mark) + "/>\n";
}

std::string element(const Label& label) {
    const auto* anchor = label.anchor == Anchor::start    ? "start"
                         : label.anchor == Anchor::middle ? "middle"
                                                          : "end";
    return "<text" + attribute("x", label.at.x) + attribute("y", label.at.y) +
           attribute("font-size", label.size) + attribute("text-anchor", anchor) +
           attribute("fill", paint(label.colour)) +
           (label.bold ? attribute("font-weight", "bold") : "") + ">" + escape(label.text) +
           "</text>\n";
}

} // namespace

std::string
svg(const Sketch& sketch,
    const std::string& id,
    const std::string& title,
    const std::string& description) {
    std::string text =
        "<svg" +
        attribute(
            "viewBox", "0 0 " + plain_number(sketch.width) + " " + plain_number(sketch.height)
        ) +
        attribute("role", "img") +
        attribute("aria-labelledby", id + "-title " + id + "-description") + ">\n";
    text += "<title id=\"" + id + "-title\">" + escape(title) + "</title>\n";
    text += "<desc id=\"" + id + "-description\">" + escape(description) + "</desc>\n";
    for (const auto& part : sketch.parts) {
        text += std::visit([](const auto& drawn) { return element(drawn); }, part);
    }
    return text + "</svg>\n";
}

} // namespace praxis::exports::html
