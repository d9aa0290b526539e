// SPDX-License-Identifier: MIT
#include "course/chart.hpp"

#include "score.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace praxis::outcomes {

namespace {

bool is_in_points(const ImportantChange& change) {
    return change.enabled && !change.percent && !change.activity;
}

/// "1.3 to 3.5 points less"
std::string
band_text(const Instrument& instrument, const ImportantChange& least, const ImportantChange& most) {
    const auto from = number_text(least.from, 2);
    const auto to = number_text(most.to, 2);
    return "important change: " + from + (from == to ? "" : " to " + to) + " " + instrument.unit +
           (instrument.better == Better::lower ? " less" : " more") + " than at first";
}

/// From the smallest to the greatest important change that a source gives, counted from the first
/// value. Nothing when no value can be there.
std::optional<LineChart::Band> band_of(const Course& course) {
    const auto& instrument = *course.instrument;
    std::vector<ImportantChange> changes;
    std::copy_if(
        instrument.changes.begin(),
        instrument.changes.end(),
        std::back_inserter(changes),
        is_in_points
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

void add_series(LineChart& chart, std::string name, const std::vector<Point>& points) {
    if (points.empty()) {
        return;
    }
    LineChart::Series series{.name = std::move(name), .points = {}};
    for (const auto& point : points) {
        series.points.push_back({point.on, std::round(point.value * 10) / 10});
    }
    chart.series.push_back(std::move(series));
}

std::string single_value(const Instrument& instrument, const std::vector<Point>& points) {
    const auto& last = points.back();
    const auto value = number_text(last.value) + " on " + last.on.iso();
    if (instrument.screen && points.size() > 1) {
        return value + ", the newest of " + std::to_string(points.size()) +
               " answers, which are not compared.";
    }
    return value + (instrument.screen ? "." : ": one value, nothing to compare it with.");
}

std::string recovered_text(const Instrument& instrument, double last) {
    if (!instrument.recovered_up_to || last > *instrument.recovered_up_to) {
        return "";
    }
    const auto limit = number_text(*instrument.recovered_up_to);
    return " " + (limit == "0" ? limit : limit + " or less") + " counts as recovered (" +
           instrument.recovered_source + ").";
}

const Point* find_activity_point(
    const std::vector<Point>& points, const std::string& name, bool last, double& value
) {
    const Point* found = nullptr;
    for (const auto& point : points) {
        for (const auto& activity : point.given.activities) {
            if (fold(activity.name) == fold(name) && (last || found == nullptr)) {
                found = &point;
                value = activity.value;
            }
        }
    }
    return found;
}

std::vector<std::string> activity_names(const std::vector<Point>& points) {
    std::vector<std::string> names;
    for (const auto& point : points) {
        for (const auto& activity : point.given.activities) {
            const bool known =
                std::any_of(names.begin(), names.end(), [&activity](const std::string& name) {
                    return fold(name) == fold(activity.name);
                });
            if (!known) {
                names.push_back(activity.name);
            }
        }
    }
    return names;
}

/// "reached (3 points, MDC90, one activity)"
std::string activity_reached(const Instrument& instrument, double better_by) {
    for (const auto& change : instrument.changes) {
        if (change.activity && change.enabled) {
            return (better_by >= change.from ? "reached (" : "not reached (") +
                   change_text(change, instrument) + ")";
        }
    }
    return "";
}

/// Name, first, last, change, and whether that is important.
std::vector<std::string> activity_row(
    const Instrument& instrument, const std::vector<Point>& points, const std::string& name
) {
    double first = 0;
    double last = 0;
    const auto* from = find_activity_point(points, name, false, first);
    const auto* to = find_activity_point(points, name, true, last);
    std::vector<std::string> row{name, number_text(first)};
    if (from != to) {
        row.push_back(number_text(last));
        row.push_back(number_text(last - first));
        row.push_back(activity_reached(instrument, last - first));
    }
    return row;
}

} // namespace

std::string course_title(const Course& course) {
    const auto moment = moment_text(course);
    return course.instrument->name + (moment.empty() ? "" : " " + moment) + ", from " +
           range_text(*course.instrument);
}

std::vector<Block> course_sentences(const Course& course) {
    const auto& instrument = *course.instrument;
    const auto& points = course.compared();
    std::vector<Block> blocks;
    if (points.empty()) {
        return blocks; // values after sessions only
    }
    const auto change = change_in(instrument, points);
    blocks.emplace_back(Paragraph{
        (change ? describe(instrument, *change) : single_value(instrument, points)) +
        recovered_text(instrument, points.back().value)});
    for (const auto& text :
         meanings_of(instrument, points.back().value, points.back().given.parts)) {
        blocks.emplace_back(Paragraph{
            instrument.name + " on " + points.back().on.iso() + ": " + text + "."});
    }
    if (course.left_out > 0) {
        blocks.emplace_back(Paragraph{
            std::to_string(course.left_out) +
                " of another version or language of the questions: not compared.",
            Tone::small});
    }
    return blocks;
}

LineChart course_chart(const Course& course) {
    const auto& instrument = *course.instrument;
    LineChart chart;
    chart.title = instrument.name;
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
    chart.sessions = course.sessions;
    return chart;
}

Grid important_changes(const Course& course) {
    const auto& instrument = *course.instrument;
    Grid grid{
        "What sources call an important change",
        {{"Important change"}, {"Basis"}, {"Of whom"}, {"Source"}, {"This change"}},
        {}};
    const auto change = change_in(instrument, course.compared());
    for (const auto& judged : change ? change->judged : std::vector<Judged>{}) {
        grid.rows.push_back(
            {change_text(*judged.change, instrument),
             judged.change->basis +
                 (judged.change->conflict.empty() ? "" : "; but " + judged.change->conflict),
             judged.change->population,
             judged.change->name + " (" + sources_text(*judged.change) + ")",
             reached_text(judged.reached)}
        );
    }
    return grid;
}

std::string important_changes_text(const Course& course) {
    const auto& instrument = *course.instrument;
    const auto change = change_in(instrument, course.compared());
    std::vector<std::string> texts;
    for (const auto& judged : change ? change->judged : std::vector<Judged>{}) {
        texts.push_back(
            change_text(*judged.change, instrument) + " (" + judged.change->name + ", " +
            join(judged.change->sources, ", ") + "): " + reached_text(judged.reached) +
            (judged.change->conflict.empty() ? "" : ", but " + judged.change->conflict)
        );
    }
    return texts.empty() ? "" : "Important change by source: " + join(texts, "; ") + ".";
}

Grid own_activities(const Course& course) {
    const auto& points = course.compared();
    Grid grid{"Activities of the client's own", {{"Activity"}, {"First", Align::right}}, {}};
    const bool compares = points.size() > 1;
    if (compares) {
        for (const auto* title : {"Last", "Change"}) {
            grid.columns.push_back({title, Align::right});
        }
        grid.columns.push_back({"Important change"});
    }
    for (const auto& name : activity_names(points)) {
        auto row = activity_row(*course.instrument, points, name);
        row.resize(grid.columns.size());
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

std::string sources_text(const ImportantChange& change) {
    return change.sources.empty() ? "no source" : join(change.sources, ", ");
}

} // namespace praxis::outcomes
