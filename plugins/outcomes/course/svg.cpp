// SPDX-License-Identifier: MIT
#include "course/svg.hpp"

#include <praxis/error.hpp>
#include <praxis/renderer.hpp>

namespace praxis::outcomes {

namespace {

constexpr std::string_view start = "<svg";
constexpr std::string_view end = "</svg>";
constexpr std::string_view end_of_description = "</desc>";
// What the element has from its page, and a file lacks.
constexpr std::string_view of_a_file =
    " xmlns=\"http://www.w3.org/2000/svg\" font-family=\"sans-serif\"";
constexpr std::string_view paper = "\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>";

} // namespace

std::string svg_in(const std::string& page) {
    const auto from = page.find(start);
    const auto until = page.find(end, from);
    if (from == std::string::npos || until == std::string::npos) {
        return "";
    }
    auto drawing = page.substr(from, until + end.size() - from) + "\n";
    if (const auto at = drawing.find(end_of_description); at != std::string::npos) {
        drawing.insert(at + end_of_description.size(), paper);
    }
    drawing.insert(start.size(), of_a_file);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing;
}

std::string svg_of(Session& session, const LineChart& chart) {
    Document page;
    page.title = chart.title;
    page.created = session.civil_now();
    page.add(chart);
    auto drawing = svg_in(render_document(session, std::move(page), "html", Paper::a4));
    if (drawing.empty()) {
        throw PluginError(
            "the format html of a plugin contains no drawing", "praxis plugin doctor exports"
        );
    }
    return drawing;
}

} // namespace praxis::outcomes
