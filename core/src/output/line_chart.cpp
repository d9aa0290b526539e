// SPDX-License-Identifier: MIT
#include "line_chart.hpp"

#include <praxis/document_dates.hpp>
#include <praxis/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace praxis::output {
namespace {

constexpr std::size_t narrowest_picture = 24;
constexpr std::size_t widest_picture = 72;
constexpr std::size_t date_width = 12; // "Nov 20, 2026"
constexpr double most_rows = 12;
constexpr std::string_view several = "◈"; // two series at the same point
constexpr std::string_view shade = "·";   // within the band
constexpr std::string_view tick = "┴";    // a session

std::string mark_of(std::size_t series) {
    constexpr std::array<std::string_view, 8> marks{"●", "○", "■", "□", "▲", "△", "◆", "◇"};
    return std::string{marks[series % marks.size()]};
}

struct Scale {
    double lowest = 0;
    double step = 1;
    std::size_t rows = 2;

    [[nodiscard]] std::size_t row_of(double value) const {
        const double row = std::round((value - lowest) / step);
        return std::min(static_cast<std::size_t>(std::max(row, 0.0)), rows - 1);
    }
};

/// 1, 2 or 5 times a power of ten, which are easy to read.
double round_step(double range) {
    constexpr double whole_from = 4; // smallest range without fractions on its scale
    double power = std::pow(10.0, std::floor(std::log10(range)) - 1);
    if (range >= whole_from) {
        power = std::max(power, 1.0);
    }
    for (;; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (range / (power * factor) <= most_rows) {
                return power * factor;
            }
        }
    }
}

/// The chart's scale, made wider for values beyond it, so that each value is at its true place.
/// Nothing for a scale that cannot be drawn.
std::optional<Scale> scale_of(const LineChart& chart) {
    double lowest = chart.lowest;
    double highest = chart.highest;
    for (const auto& series : chart.series) {
        for (const auto& point : series.points) {
            if (std::isfinite(point.value)) {
                lowest = std::min(lowest, point.value);
                highest = std::max(highest, point.value);
            }
        }
    }
    if (!(highest > lowest)) {
        highest = lowest + std::max(1.0, std::abs(lowest));
    }
    if (!std::isnormal(highest - lowest)) {
        return std::nullopt;
    }
    Scale scale;
    scale.step = round_step(highest - lowest);
    scale.lowest = std::floor(lowest / scale.step) * scale.step;
    scale.rows = static_cast<std::size_t>(std::ceil((highest - scale.lowest) / scale.step)) + 1;
    return scale;
}

using Places = std::map<Date, std::size_t>; // the column of each day

/// Days in proportion to time, each in its own column where there is room.
Places places_of(const LineChart& chart, std::size_t width) {
    Places places;
    for (const auto& series : chart.series) {
        for (const auto& point : series.points) {
            if (std::isfinite(point.value)) {
                places.emplace(point.date, 0);
            }
        }
    }
    if (places.empty()) {
        return places;
    }
    for (const auto& session : chart.sessions) {
        places.emplace(session, 0);
    }
    const auto first = places.begin()->first.days();
    const auto days = static_cast<double>((places.rbegin()->first.days() - first).count());
    const std::size_t apart = 2 * (places.size() - 1) < width ? 2 : 0;
    std::size_t index = 0;
    std::size_t next = 0;
    for (auto& [date, column] : places) {
        const auto passed = static_cast<double>((date.days() - first).count());
        const double share = days > 0 ? passed / days : 0;
        const std::size_t after = apart * (places.size() - 1 - index);
        column = static_cast<std::size_t>(std::lround(share * static_cast<double>(width - 1)));
        column = std::min(std::max(column, next), width - 1 - after);
        next = column + apart;
        ++index;
    }
    return places;
}

/// The first and the last day, and the days between that have room.
std::string dates_below(const Places& places, std::size_t width, DateForm form) {
    const std::size_t room_of_date = form == DateForm::iso ? date_width - 2 : date_width;
    std::string line(std::max(width, date_width), ' ');
    std::size_t free_from = 0;
    const auto write = [&](const Date& date, std::size_t at) {
        const auto text = write_short_date(date, form);
        line.replace(at, text.size(), text);
        free_from = at + text.size() + 2;
    };
    write(places.begin()->first, 0);
    const auto last = line.size() - write_short_date(places.rbegin()->first, form).size();
    for (const auto& [date, column] : places) {
        const std::size_t at = column < room_of_date / 2 ? 0 : column - room_of_date / 2;
        const bool room = at >= free_from && at + room_of_date + 2 <= last;
        if (room) {
            write(date, at);
        }
    }
    if (places.size() > 1 && last >= free_from) {
        write(places.rbegin()->first, last);
    }
    return line.substr(0, line.find_last_not_of(' ') + 1);
}

std::string legend(const LineChart& chart, bool shared) {
    if (chart.series.size() < 2) {
        return {};
    }
    std::string line;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        line += mark_of(i) + " " + visible(chart.series[i].name) + "   ";
    }
    if (shared) {
        line.append(several).append(" several");
    }
    return trim(line);
}

using Canvas = std::vector<std::vector<std::string>>; // from the lowest row up

Canvas
canvas_of(const LineChart& chart, const Scale& scale, const Places& places, std::size_t width) {
    Canvas canvas(scale.rows, std::vector<std::string>(width, " "));
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        for (const auto& point : chart.series[i].points) {
            if (!std::isfinite(point.value)) {
                continue;
            }
            auto& place = canvas[scale.row_of(point.value)][places.at(point.date)];
            place = place == " " || place == mark_of(i) ? mark_of(i) : std::string{several};
        }
    }
    return canvas;
}

/// The rows of the band; of one between two rows the nearer one.
std::vector<std::size_t> rows_of(const LineChart::Band& band, const Scale& scale) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < scale.rows; ++row) {
        const double value = scale.lowest + scale.step * static_cast<double>(row);
        if (value >= band.lowest && value <= band.highest) {
            rows.push_back(row);
        }
    }
    if (rows.empty()) {
        rows.push_back(scale.row_of((band.lowest + band.highest) / 2));
    }
    return rows;
}

/// Leaves the values as they are.
void shade_band(Canvas& canvas, const LineChart& chart, const Scale& scale) {
    if (!chart.band || !std::isfinite(chart.band->lowest + chart.band->highest)) {
        return;
    }
    for (const auto row : rows_of(*chart.band, scale)) {
        for (std::size_t column = 0; column < canvas[row].size(); column += 2) {
            auto& place = canvas[row][column];
            place = place == " " ? std::string{shade} : place;
        }
    }
}

/// The time axis, with a tick for each session.
std::string axis_of(const LineChart& chart, const Places& places, std::size_t width) {
    std::vector<std::string> axis(width + 1, "─");
    for (const auto& session : chart.sessions) {
        axis[places.at(session) + 1] = tick;
    }
    return "└" + join(axis, "");
}

/// "· important change", "┴ session": a line each.
std::string explain_marks(const LineChart& chart, std::size_t width) {
    std::string text;
    const auto explain = [&text, width](std::string_view mark, const std::string& meaning) {
        for (const auto& line : wrap(std::string{mark} + " " + meaning, width)) {
            text += line + "\n";
        }
    };
    if (chart.band && !chart.band->name.empty()) {
        explain(shade, visible(chart.band->name));
    }
    if (!chart.sessions.empty()) {
        explain(tick, "session");
    }
    return text;
}

} // namespace

std::string chart_title(const LineChart& chart) {
    return chart.unit.empty() ? chart.title : chart.title + " (" + chart.unit + ")";
}

std::string chart_picture(const LineChart& chart, std::size_t width) {
    const auto scale = scale_of(chart);
    if (!scale) {
        return {};
    }
    std::vector<std::string> labels;
    std::size_t label_width = 0;
    for (std::size_t row = 0; row < scale->rows; ++row) {
        const double value = scale->lowest + scale->step * static_cast<double>(row);
        labels.push_back(fmt::format("{:g}", value));
        label_width = std::max(label_width, labels.back().size());
    }
    const std::size_t used = label_width + 3;
    if (width < used + narrowest_picture) {
        return {};
    }
    const std::size_t room = std::min(width - used, widest_picture);
    const auto places = places_of(chart, room);
    if (places.empty()) {
        return {};
    }
    auto canvas = canvas_of(chart, *scale, places, room);
    shade_band(canvas, chart, *scale);
    std::string text;
    for (std::size_t row = scale->rows; row-- > 0;) {
        const auto line = " " + join(canvas[row], "");
        const auto end = line.find_last_not_of(' ');
        text += fmt::format("{:>{}} │", labels[row], label_width);
        text += line.substr(0, end == std::string::npos ? 0 : end + 1) + "\n";
    }
    text += std::string(label_width + 1, ' ') + axis_of(chart, places, room);
    text += "\n" + std::string(used, ' ') + dates_below(places, room, chart.dates) + "\n";
    const bool shared = text.find(several) != std::string::npos;
    if (const auto names = legend(chart, shared); !names.empty()) {
        for (const auto& line : wrap(names, width)) {
            text += line + "\n";
        }
    }
    return text + explain_marks(chart, width);
}

Grid chart_values(const LineChart& chart) {
    Grid grid;
    grid.columns.push_back({"Date", Align::left});
    std::map<Date, std::vector<std::string>> rows;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const auto& series = chart.series[i];
        grid.columns.push_back({series.name.empty() ? "Value" : series.name, Align::right});
        for (const auto& point : series.points) {
            auto& cells = rows[point.date];
            cells.resize(chart.series.size());
            cells[i] += (cells[i].empty() ? "" : ", ") + fmt::format("{}", point.value);
        }
    }
    for (auto& [date, cells] : rows) {
        auto& row = grid.rows.emplace_back();
        row.push_back(write_short_date(date, chart.dates));
        row.insert(row.end(), cells.begin(), cells.end());
    }
    return grid;
}

} // namespace praxis::output
