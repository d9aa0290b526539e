// SPDX-License-Identifier: MIT
#include "course/chart.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace praxis::outcomes {

namespace {

bool is_in_band(const ImportantChange& change, const Subject& subject) {
    return change.enabled && !change.percent && !change.activity &&
           is_among(subject, change.population);
}

/// "1.3 to 3.5 points less"
std::string
band_text(const Instrument& instrument, const ImportantChange& least, const ImportantChange& most) {
    const auto from = number_text(least.from, 2);
    const auto to = number_text(most.to, 2);
    return "important change: " + from + (from == to ? "" : " to " + to) + " " + instrument.unit +
           (instrument.better == Better::lower ? " less" : " more") + " than at first";
}

/// From the smallest to the greatest important change that a source gives for such a complaint,
/// counted from the first value. Nothing when no value can be there.
std::optional<LineChart::Band> band_of(const Course& course) {
    const auto& instrument = *course.instrument;
    std::vector<ImportantChange> changes;
    std::copy_if(
        instrument.changes.begin(),
        instrument.changes.end(),
        std::back_inserter(changes),
        [&course](const ImportantChange& change) { return is_in_band(change, course.subject); }
    );
    if (changes.empty() || course.compared().empty()) {
        return std::nullopt;
    }
    const auto least =
        *std::min_element(changes.begin(), changes.end(), [](const auto& a, const auto& b) {
            return a.from < b.from;
        });
    const auto most =
        *std::max_element(changes.begin(), changes.end(), [](const auto& a, const auto& b) {
            return a.to < b.to;
        });
    const auto first = course.compared().front().value;
    const bool falls = instrument.better == Better::lower;
    LineChart::Band band{
        .lowest = falls ? first - most.to : first + least.from,
        .highest = falls ? first - least.from : first + most.to,
        .name = band_text(instrument, least, most)};
    band.lowest = std::max(band.lowest, instrument.lowest);
    band.highest = std::min(band.highest, instrument.highest);
    return band.lowest <= band.highest ? std::optional{std::move(band)} : std::nullopt;
}

/// The first, the last, and of each period between the lowest and the highest: what a drawing can
/// show of a long course without a value that nobody gave.
std::vector<Point> points_to_draw(const std::vector<Point>& points) {
    if (points.size() <= most_drawn) {
        return points;
    }
    const auto is_lower = [](const Point& left, const Point& right) {
        return left.value < right.value;
    };
    constexpr std::size_t periods = most_drawn / 2 - 1;
    const std::size_t between = points.size() - 2;
    const auto at = [&points](std::size_t index) {
        return points.begin() + static_cast<std::ptrdiff_t>(index);
    };
    std::vector<Point> drawn{points.front()};
    for (std::size_t i = 0; i < periods; ++i) {
        const auto from = at(1 + between * i / periods);
        const auto until = at(1 + between * (i + 1) / periods);
        const auto [lowest, highest] = std::minmax_element(from, until, is_lower);
        drawn.push_back(*std::min(lowest, highest));
        if (lowest != highest) {
            drawn.push_back(*std::max(lowest, highest));
        }
    }
    drawn.push_back(points.back());
    return drawn;
}

void add_series(LineChart& chart, std::string name, const std::vector<Point>& points) {
    if (points.empty()) {
        return;
    }
    LineChart::Series series{.name = std::move(name), .points = {}};
    for (const auto& point : points_to_draw(points)) {
        series.points.push_back({point.on, std::round(point.value * 10) / 10});
    }
    chart.series.push_back(std::move(series));
}

} // namespace

LineChart course_chart(const Course& course) {
    const auto& instrument = *course.instrument;
    LineChart chart;
    chart.title = instrument.name + (course.about.empty() ? "" : ", " + course.about);
    chart.unit = number_text(instrument.lowest) + " to " + number_text(instrument.highest);
    chart.lowest = instrument.lowest;
    chart.highest = instrument.highest;
    if (instrument.moments) {
        add_series(chart, "before the session", course.before);
        add_series(chart, "after the session", course.after);
        add_series(chart, "not at a session", course.apart);
    } else {
        add_series(chart, instrument.name, course.apart);
    }
    chart.band = band_of(course);
    if (course.sessions.size() <= most_drawn) {
        chart.sessions = course.sessions;
    }
    return chart;
}

} // namespace praxis::outcomes
