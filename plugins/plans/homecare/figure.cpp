// SPDX-License-Identifier: MIT
#include "homecare/figure.hpp"

#include "homecare/svg_text.hpp"

#include <praxis/body_drawing.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <locale>
#include <set>
#include <sstream>

namespace praxis::plans::home {

namespace {

constexpr int figure_width = 240;
constexpr int figure_height = 150;
constexpr int gap = 20;
constexpr std::size_t fewest_columns = 2; // also for one figure: all rows have one scale
// of two, three and four columns, so that they fit into the text of both papers
constexpr std::array<double, 3> heights_mm{36, 32, 24.5};

/// One decimal place is finer than any printer.
std::string number(double value) {
    const auto tenths = std::lround(value * 10);
    auto text = std::to_string(std::labs(tenths) / 10);
    if (const auto rest = std::labs(tenths) % 10; rest != 0) {
        text += "." + std::to_string(rest);
    }
    return (tenths < 0 ? "-" : "") + text;
}

std::string point(BodyPoint at) {
    return number(at.x) + " " + number(at.y);
}

std::string path_of(const BodyLine& line) {
    std::string path;
    for (std::size_t i = 0; i < line.points.size(); ++i) {
        path += i == 0 ? "M" : i % 3 == 1 ? "C" : " ";
        path += point(line.points[i]);
    }
    return path;
}

std::string line_element(const BodyLine& line, const char* fill, const char* width) {
    return "<path d=\"" + path_of(line) + "\" fill=\"" + fill +
           "\" stroke=\"#000\" stroke-width=\"" + width + "\" stroke-linecap=\"round\"/>";
}

/// An ellipse around the place, hatched: it must survive a fax.
std::string mark_element(const BodyPlace& place) {
    const double height = std::max(9.0, place.reach);
    constexpr double width = 10;
    std::string element = "<ellipse cx=\"" + number(place.at.x) + "\" cy=\"" + number(place.at.y) +
                          "\" rx=\"" + number(width) + "\" ry=\"" + number(height) +
                          "\" fill=\"#fff\" stroke=\"#000\" stroke-width=\"2.4\"/>";
    for (double y = -height + 4; y <= height - 3; y += 4) {
        const double half = width * std::sqrt(std::max(0.0, 1 - y * y / (height * height))) - 1;
        element += "<path d=\"M" + point({place.at.x - half, place.at.y + y}) + "H" +
                   number(place.at.x + half) + "\" stroke=\"#000\" stroke-width=\"1.2\"/>";
    }
    return element;
}

std::string view_element(BodyView view, const std::vector<BodyPlace>& places, double x) {
    constexpr double scale = 0.72;
    const auto& figure = body_figure(view);
    std::string element = "<g transform=\"translate(" + number(x) + " 3) scale(" +
                          std::to_string(scale).substr(0, 4) + ")\">" +
                          line_element(figure.outline, "#fff", "2");
    for (const auto& detail : figure.details) {
        element += line_element(detail, "none", "1");
    }
    for (const auto& place : places) {
        if (place.view == view) {
            element += mark_element(place);
        }
    }
    return element + "</g>";
}

/// Four numbers, of which the width and the height are above 0.
bool is_view_box(std::string text) {
    std::replace(text.begin(), text.end(), ',', ' ');
    std::istringstream words{text};
    words.imbue(std::locale::classic());
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    std::string rest;
    return words >> x >> y >> width >> height && width > 0 && height > 0 && !(words >> rest);
}

/// The namespaces whose prefixes the content uses.
std::string namespaces_of(const SvgText& svg) {
    std::string namespaces;
    for (const auto& [prefix, uri] : svg.namespaces) {
        namespaces += " xmlns:" + prefix + "=\"" + uri + "\"";
    }
    return namespaces;
}

std::string cell(const Figure& figure, const std::string& label, int x) {
    const auto left = std::to_string(x);
    return "<text x=\"" + left +
           "\" y=\"18\" font-family=\"Noto Sans,DejaVu Sans,sans-serif\" font-size=\"17\" "
           "font-weight=\"bold\">" +
           label + "</text><g transform=\"translate(" + left + " 0)\">" + figure.content + "</g>";
}

} // namespace

Figure figure_from(std::string_view text, std::string title, const std::string& source) {
    const auto svg = read_svg(text);
    if (!svg || !is_view_box(svg->view_box)) {
        throw Refused(source + " is not a well-formed SVG drawing with a viewBox");
    }
    return {
        std::move(title),
        "<svg width=\"240\" height=\"150\" viewBox=\"" + svg->view_box + "\"" +
            namespaces_of(*svg) + ">" + svg->content + "</svg>"};
}

Figure body_figure_with(const std::vector<std::string>& areas, const std::string& side) {
    std::vector<BodyPlace> places;
    std::set<BodyView> views;
    for (const auto& area : areas) {
        if (area == "full-body") {
            continue; // a mark would only mislead
        }
        for (const auto& place : body_places(area, side == "each" || side == "one" ? "" : side)) {
            places.push_back(place);
            views.insert(place.view);
        }
    }
    std::string content;
    double x = views.size() > 1 ? 75 : 120;
    for (const auto view : views) {
        content += view_element(view, places, x);
        x += 90;
    }
    return {"The area: " + join(areas, ", "), content};
}

Drawing side_by_side(const std::vector<Figure>& figures, const std::vector<std::string>& numbers) {
    std::string cells;
    std::vector<std::string> titles;
    int x = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        cells += cell(figures[i], numbers.at(i), x);
        titles.push_back(numbers.at(i) + " " + figures[i].title);
        x += figure_width + gap;
    }
    const auto columns = std::clamp(figures.size(), fewest_columns, heights_mm.size() + 1);
    const int width = static_cast<int>(columns) * (figure_width + gap) - gap;
    const auto size = std::to_string(width) + "\" height=\"" + std::to_string(figure_height);
    return {
        join(titles, ". "),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + size + "\" viewBox=\"0 0 " +
            std::to_string(width) + " " + std::to_string(figure_height) + "\">" + cells + "</svg>",
        heights_mm.at(columns - fewest_columns)};
}

} // namespace praxis::plans::home
