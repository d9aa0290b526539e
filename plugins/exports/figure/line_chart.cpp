// SPDX-License-Identifier: MIT
#include "figure/sketch.hpp"

#include <praxis/document_dates.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace praxis::exports {
namespace {

struct SeriesStyle {
    Colour colour;
    Shape shape;
    std::vector<double> dashes;
};

SeriesStyle style_of(std::size_t series) {
    static const std::array<SeriesStyle, 4> styles{
        SeriesStyle{{0x124D61}, Shape::circle, {}},
        SeriesStyle{{0xB4500F}, Shape::square, {5, 2.5}},
        SeriesStyle{{0x6B4C9A}, Shape::diamond, {1.5, 2}},
        SeriesStyle{{0x3F7D20}, Shape::triangle, {7, 2, 1.5, 2}}};
    return styles.at(series % styles.size());
}

struct Box {
    double left, top, right, bottom;

    [[nodiscard]] bool overlaps(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

/// The places of dates and values on paper.
class Plot {
  public:
    Plot(const LineChart& chart, Box area)
        : area_(area), low_(chart.lowest), high_(std::max(chart.highest, chart.lowest + 1)) {
        for (const auto& series : chart.series) {
            for (const auto& point : series.points) {
                if (std::isfinite(point.value)) {
                    low_ = std::min(low_, point.value);
                    high_ = std::max(high_, point.value);
                    dates_.push_back(point.date);
                }
            }
        }
        if (!dates_.empty()) {
            dates_.insert(dates_.end(), chart.sessions.begin(), chart.sessions.end());
        }
        std::sort(dates_.begin(), dates_.end());
        dates_.erase(std::unique(dates_.begin(), dates_.end()), dates_.end());
    }

    [[nodiscard]] const std::vector<Date>& dates() const { return dates_; }

    [[nodiscard]] double x(Date date) const {
        constexpr double inset = 24;
        const auto span = (dates_.back().days() - dates_.front().days()).count();
        if (span == 0) {
            return (area_.left + area_.right) / 2;
        }
        const auto passed = (date.days() - dates_.front().days()).count();
        const double room = area_.right - area_.left - 2 * inset;
        return area_.left + inset + room * static_cast<double>(passed) / static_cast<double>(span);
    }

    [[nodiscard]] double y(double value) const {
        return area_.bottom - (area_.bottom - area_.top) * (value - low_) / (high_ - low_);
    }

    /// Round numbers that divide the scale into about five steps.
    [[nodiscard]] std::vector<double> ticks() const {
        const double rough = (high_ - low_) / 5;
        const double power = std::pow(10, std::floor(std::log10(rough)));
        double step = 10 * power;
        for (const double factor : {5.0, 2.0, 1.0}) {
            if (factor * power >= rough * 0.999) {
                step = factor * power;
            }
        }
        std::vector<double> all;
        for (double value = std::ceil(low_ / step) * step; value <= high_ + step * 1e-6;
             value += step) {
            all.push_back(std::abs(value) < step * 1e-6 ? 0 : value);
        }
        return all;
    }

  private:
    Box area_;
    double low_;
    double high_;
    std::vector<Date> dates_;
};

constexpr double label_size = 7.5;
constexpr double line_height = 9;
constexpr double heading_height = 26;
constexpr double dates_height = 20;

double width_of(const std::string& text, double size) {
    return 0.54 * size * static_cast<double>(text.size());
}

/// A line of 45 degrees within the box that passes its lower edge, or would, at `x`.
std::optional<Stroke> hatch_line(const Box& box, double x) {
    const double height = box.bottom - box.top;
    const double left = std::max(box.left, x);
    const double right = std::min(box.right, x + height);
    if (right <= left) {
        return std::nullopt;
    }
    return Stroke{
        {{left, box.bottom - (left - x)}, {right, box.bottom - (right - x)}},
        colours::quiet,
        0.45,
        {}};
}

/// Hatched, because a tint breaks up on a fax: behind everything else. A band without height is a
/// dashed line.
void draw_band(Sketch& sketch, const LineChart& chart, const Plot& plot, const Box& area) {
    constexpr double apart = 6;
    if (!chart.band || !std::isfinite(chart.band->lowest + chart.band->highest)) {
        return;
    }
    const Box box{
        area.left,
        std::clamp(plot.y(chart.band->highest), area.top, area.bottom),
        area.right,
        std::clamp(plot.y(chart.band->lowest), area.top, area.bottom)};
    for (double x = box.left - (box.bottom - box.top); x < box.right; x += apart) {
        if (auto line = hatch_line(box, x)) {
            sketch.parts.emplace_back(std::move(*line));
        }
    }
    for (const double y : {box.top, box.bottom}) {
        sketch.parts.emplace_back(Stroke{
            {{box.left, y}, {box.right, y}}, colours::quiet, 0.6, {4, 2.5}});
    }
}

/// The sessions have numbers in their order, above the days. A number that would touch its
/// neighbour is left out.
void draw_sessions(Sketch& sketch, const LineChart& chart, const Plot& plot, const Box& area) {
    std::optional<double> previous;
    for (std::size_t i = 0; i < chart.sessions.size(); ++i) {
        const double x = plot.x(chart.sessions[i]);
        sketch.parts.emplace_back(Stroke{
            {{x, area.bottom}, {x, area.bottom + 4}}, colours::text, 0.9, {}});
        const auto number = std::to_string(i + 1);
        if (!previous || x - *previous >= width_of(number, label_size) + 3) {
            sketch.parts.emplace_back(Label{
                {x, area.bottom + 4 + label_size * 1.2},
                number,
                Anchor::middle,
                label_size,
                true,
                colours::text});
            previous = x;
        }
    }
}

void draw_scale(Sketch& sketch, const Plot& plot, const Box& area) {
    for (const double tick : plot.ticks()) {
        const double y = plot.y(tick);
        sketch.parts.emplace_back(Stroke{{{area.left, y}, {area.right, y}}, colours::rule, 0.5, {}}
        );
        sketch.parts.emplace_back(Label{
            {area.left - 6, y + label_size * 0.36},
            plain_number(tick),
            Anchor::end,
            label_size,
            false,
            colours::quiet});
    }
    sketch.parts.emplace_back(Stroke{
        {{area.left, area.bottom}, {area.right, area.bottom}}, colours::quiet, 0.8, {}});
}

/// Every date has a tick. Its label is left out where it would touch its neighbour; the first and
/// the last day always have one.
void draw_dates(Sketch& sketch, const Plot& plot, const Box& area, double below, DateForm form) {
    const double label_width =
        width_of(form == DateForm::iso ? "2026-11-20" : "Nov 20, 2026", label_size) + 6;
    const double last = plot.x(plot.dates().back());
    std::optional<double> previous;
    for (const auto& date : plot.dates()) {
        const double x = plot.x(date);
        sketch.parts.emplace_back(Stroke{
            {{x, area.bottom}, {x, area.bottom + 3}}, colours::quiet, 0.8, {}});
        const bool crowded = (previous && x - *previous < label_width) ||
                             (x != last && last - x < label_width && previous);
        if (!crowded) {
            sketch.parts.emplace_back(Label{
                {x, area.bottom + 4 + below + label_size * 1.2},
                write_short_date(date, form),
                Anchor::middle,
                label_size,
                false,
                colours::quiet});
            previous = x;
        }
    }
}

struct Spot {
    SketchPoint at;
    std::string value;
    Colour colour;
};

/// A value is above its point, or below, or beside it: the first of these places that covers no
/// other value and no mark, and is above the axis.
void draw_values(
    Sketch& sketch, const std::vector<Spot>& spots, const Box& area, bool on_hatching
) {
    std::vector<Box> taken;
    for (const auto& spot : spots) {
        taken.push_back({spot.at.x - 3, spot.at.y - 3, spot.at.x + 3, spot.at.y + 3});
    }
    for (const auto& spot : spots) {
        const double half = width_of(spot.value, label_size) / 2;
        const double beside = half + 6;
        const std::array<SketchPoint, 4> places{
            SketchPoint{0, -5.5},
            SketchPoint{0, 5.5 + label_size * 0.75},
            SketchPoint{beside, label_size * 0.36},
            SketchPoint{-beside, label_size * 0.36}};
        const auto box_at = [&](SketchPoint place) {
            const double x = spot.at.x + place.x;
            const double y = spot.at.y + place.y;
            return Box{x - half, y - label_size * 0.75, x + half, y + 0.5};
        };
        const auto free = [&](SketchPoint place) {
            return box_at(place).bottom < area.bottom &&
                   std::none_of(taken.begin(), taken.end(), [&](const Box& other) {
                       return other.overlaps(box_at(place));
                   });
        };
        const auto* found = std::find_if(places.begin(), places.end(), free);
        const auto place = found == places.end() ? places.front() : *found;
        taken.push_back(box_at(place));
        if (on_hatching) {
            const auto box = box_at(place);
            const double middle = (box.top + box.bottom) / 2;
            sketch.parts.emplace_back(Stroke{
                {{box.left - 1, middle}, {box.right + 1, middle}},
                colours::paper,
                box.bottom - box.top,
                {}});
        }
        sketch.parts.emplace_back(Label{
            {spot.at.x + place.x, spot.at.y + place.y},
            spot.value,
            Anchor::middle,
            label_size,
            true,
            spot.colour});
    }
}

void draw_series(Sketch& sketch, const LineChart& chart, const Plot& plot, const Box& area) {
    std::vector<Spot> spots;
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const auto style = style_of(i);
        Stroke line{{}, style.colour, 1.4, style.dashes};
        for (const auto& point : chart.series[i].points) {
            if (!std::isfinite(point.value)) {
                continue;
            }
            const SketchPoint at{plot.x(point.date), plot.y(point.value)};
            line.points.push_back(at);
            marks.push_back({at, style.shape, style.colour, 2.8});
            spots.push_back({at, plain_number(point.value), style.colour});
        }
        if (line.points.size() > 1) {
            if (chart.band) {
                sketch.parts.emplace_back(Stroke{line.points, colours::paper, 4, {}});
            }
            sketch.parts.emplace_back(std::move(line));
        }
    }
    for (auto& mark : marks) {
        sketch.parts.emplace_back(mark);
    }
    draw_values(sketch, spots, area, chart.band.has_value());
}

void draw_heading(Sketch& sketch, const LineChart& chart) {
    constexpr double size = 9;
    std::string title = chart.title;
    if (!chart.unit.empty()) {
        title += (title.empty() ? "" : ", ") + chart.unit;
    }
    sketch.parts.emplace_back(Label{
        {0, size}, std::move(title), Anchor::start, size, true, colours::text});
}

/// "▨ important change: 2 points less than at first", and what the numbers below the axis are.
void draw_band_legend(Sketch& sketch, const LineChart& chart, double y) {
    double x = 0;
    if (chart.band) {
        const Box box{0, y - 7, 16, y + 1};
        for (double at = box.left - (box.bottom - box.top); at < box.right; at += 4) {
            if (auto line = hatch_line(box, at)) {
                sketch.parts.emplace_back(std::move(*line));
            }
        }
        sketch.parts.emplace_back(Label{
            {22, y}, chart.band->name, Anchor::start, label_size, false, colours::text});
        x = 22 + width_of(chart.band->name, label_size) + 16;
    }
    if (!chart.sessions.empty()) {
        sketch.parts.emplace_back(Label{
            {x, y}, "1 2 3", Anchor::start, label_size, true, colours::text});
        sketch.parts.emplace_back(Label{
            {x + 24, y}, "sessions", Anchor::start, label_size, false, colours::text});
    }
}

void draw_legend(Sketch& sketch, const LineChart& chart) {
    if (chart.series.size() < 2) {
        return;
    }
    double x = 0;
    constexpr double y = 22;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const auto style = style_of(i);
        const auto name = chart.series[i].name;
        sketch.parts.emplace_back(Stroke{
            {{x, y - 2.7}, {x + 18, y - 2.7}}, style.colour, 1.4, style.dashes});
        sketch.parts.emplace_back(Mark{{x + 9, y - 2.7}, style.shape, style.colour, 2.8});
        sketch.parts.emplace_back(Label{
            {x + 22, y}, name, Anchor::start, label_size, false, colours::text});
        x += 22 + width_of(name, label_size) + 16;
    }
}

} // namespace

std::string plain_number(double value) {
    std::array<char, 64> digits{};
    const auto* end = digits.data() + digits.size();
    const auto result = std::to_chars(
        digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 2
    );
    if (result.ptr == end || result.ec != std::errc{}) {
        return "?";
    }
    std::string text{digits.data(), result.ptr};
    text.erase(text.find_last_not_of('0') + 1);
    if (!text.empty() && text.back() == '.') {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

std::vector<SketchPoint> corners(const Mark& mark) {
    const auto [x, y] = mark.centre;
    const double r = mark.radius;
    switch (mark.shape) {
    case Shape::square:
        return {
            {x - r * 0.9, y - r * 0.9},
            {x + r * 0.9, y - r * 0.9},
            {x + r * 0.9, y + r * 0.9},
            {x - r * 0.9, y + r * 0.9}};
    case Shape::diamond:
        return {{x, y - r * 1.25}, {x + r * 1.25, y}, {x, y + r * 1.25}, {x - r * 1.25, y}};
    case Shape::triangle:
        return {{x, y - r * 1.2}, {x + r * 1.15, y + r * 0.9}, {x - r * 1.15, y + r * 0.9}};
    case Shape::circle:
        break;
    }
    return {};
}

Sketch draw_line_chart(const LineChart& chart, double width, double height) {
    Sketch sketch{width, height, {}};
    draw_heading(sketch, chart);
    const bool has_sessions = !chart.sessions.empty();
    const bool has_marks = chart.band || has_sessions;
    const double numbers = has_sessions ? line_height : 0; // below the axis
    const Box area{
        26,
        heading_height + (chart.series.size() < 2 ? 0 : 10),
        width - 2,
        height - dates_height - numbers - (has_marks ? line_height + 3 : 0)};
    const Plot plot{chart, area};
    if (plot.dates().empty()) {
        sketch.parts.emplace_back(Label{
            {0, 26}, "no value recorded yet", Anchor::start, 8, false, colours::quiet});
        return sketch;
    }
    draw_legend(sketch, chart);
    draw_band(sketch, chart, plot, area);
    draw_scale(sketch, plot, area);
    draw_dates(sketch, plot, area, numbers, chart.dates);
    draw_sessions(sketch, chart, plot, area);
    draw_series(sketch, chart, plot, area);
    if (has_marks) {
        draw_band_legend(sketch, chart, height - 2);
    }
    return sketch;
}

namespace {

/// Behind the values: the band, and the days of the sessions.
std::string describe_marks(const LineChart& chart) {
    std::string text;
    if (const auto& band = chart.band) {
        text += " Hatched from " + plain_number(band->lowest) + " to " +
                plain_number(band->highest) + ": " + band->name + ".";
    }
    for (std::size_t i = 0; i < chart.sessions.size(); ++i) {
        text += (i == 0 ? " Sessions: " : ", ") + write_short_date(chart.sessions[i], chart.dates);
    }
    return text + (chart.sessions.empty() ? "" : ".");
}

} // namespace

std::string describe(const LineChart& chart) {
    std::string text = "Line chart: " + chart.title;
    if (!chart.unit.empty()) {
        text += ", " + chart.unit;
    }
    text += ".";
    for (const auto& series : chart.series) {
        text += " " + series.name + ":";
        if (series.points.empty()) {
            text += " no value";
        }
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            const auto& point = series.points[i];
            text += (i == 0 ? " " : ", ") + write_short_date(point.date, chart.dates) + " " +
                    plain_number(point.value);
        }
        text += ".";
    }
    return text + describe_marks(chart);
}

} // namespace praxis::exports
