// SPDX-License-Identifier: MIT
#include "course/chart.hpp"

#include "score.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::outcomes {

namespace {

std::string single_value(const Instrument& instrument, const std::vector<Point>& points) {
    const auto& last = points.back();
    const auto value = number_text(last.value) + " on " + last.on.iso();
    if (instrument.screen && points.size() > 1) {
        return value + ", the newest of " + std::to_string(points.size()) +
               " answers, which are not compared.";
    }
    return value + (instrument.screen ? "." : ": one value, nothing to compare it with.");
}

std::string recovered_text(const Instrument& instrument, double last, const Subject& subject) {
    if (!instrument.recovered_up_to || last > *instrument.recovered_up_to ||
        !is_among(subject, instrument.recovered_of)) {
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
std::string
activity_reached(const Instrument& instrument, double better_by, const Subject& subject) {
    for (const auto& change : instrument.changes) {
        if (change.activity && change.enabled && is_among(subject, change.population)) {
            return (better_by >= change.from ? "reached (" : "not reached (") +
                   change_text(change, instrument) + ")";
        }
    }
    return "";
}

/// Name, first, last, change, and whether that is important.
std::vector<std::string> activity_row(const Course& course, const std::string& name) {
    const auto& points = course.compared();
    double first = 0;
    double last = 0;
    const auto* from = find_activity_point(points, name, false, first);
    const auto* to = find_activity_point(points, name, true, last);
    std::vector<std::string> row{name, number_text(first)};
    if (from != to) {
        row.push_back(number_text(last));
        row.push_back(number_text(last - first));
        row.push_back(activity_reached(*course.instrument, last - first, course.subject));
    }
    return row;
}

/// Says that a drawing leaves values out; empty when it has all.
std::string thinned_text(const Course& course) {
    const auto most = std::max({course.before.size(), course.after.size(), course.apart.size()});
    if (most <= most_drawn) {
        return "";
    }
    return "The chart leaves out values: of " + std::to_string(most) + " it draws at most " +
           std::to_string(most_drawn) +
           ", the first, the last, and of each period the lowest and the highest.";
}

} // namespace

std::string course_title(const Course& course) {
    const auto moment = moment_text(course);
    return course.instrument->name + (moment.empty() ? "" : " " + moment) +
           (course.about.empty() ? "" : ", " + course.about) + ", from " +
           range_text(*course.instrument);
}

std::vector<Block> course_sentences(const Course& course) {
    const auto& instrument = *course.instrument;
    const auto& points = course.compared();
    std::vector<Block> blocks;
    if (points.empty()) {
        return blocks; // values after sessions only
    }
    const auto& last = points.back();
    const auto change = change_in(instrument, points, course.subject);
    blocks.emplace_back(Paragraph{
        (change ? describe(instrument, *change) : single_value(instrument, points)) +
        recovered_text(instrument, last.value, course.subject)});
    for (const auto& text : meanings_of(instrument, last.value, last.given.parts, course.subject)) {
        blocks.emplace_back(Paragraph{instrument.name + " on " + last.on.iso() + ": " + text + "."}
        );
    }
    if (const auto text = unsuited_text(instrument, course.subject); !text.empty()) {
        blocks.emplace_back(Paragraph{text});
    }
    if (const auto text = thinned_text(course); !text.empty()) {
        blocks.emplace_back(Paragraph{text, Tone::small});
    }
    if (course.left_out > 0) {
        blocks.emplace_back(Paragraph{
            std::to_string(course.left_out) +
                " of another version or language of the questions: not compared.",
            Tone::small});
    }
    return blocks;
}

Grid important_changes(const Course& course) {
    const auto& instrument = *course.instrument;
    Grid grid{
        "What sources call an important change",
        {{"Important change"}, {"Basis"}, {"Of whom"}, {"Source"}, {"This change"}},
        {}};
    const auto change = change_in(instrument, course.compared(), course.subject);
    for (const auto& judged : change ? change->judged : std::vector<Judged>{}) {
        grid.rows.push_back(
            {change_text(*judged.change, instrument),
             judged.change->basis +
                 (judged.change->conflict.empty() ? "" : "; but " + judged.change->conflict),
             judged.change->population.name,
             judged.change->name + " (" + sources_text(*judged.change) + ")",
             reached_text(judged)}
        );
    }
    return grid;
}

std::string important_changes_text(const Course& course) {
    const auto& instrument = *course.instrument;
    const auto change = change_in(instrument, course.compared(), course.subject);
    std::vector<std::string> texts;
    for (const auto& judged : change ? change->judged : std::vector<Judged>{}) {
        texts.push_back(
            change_text(*judged.change, instrument) + " (" + judged.change->name + ", " +
            join(judged.change->sources, ", ") + "): " + reached_text(judged) +
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
        auto row = activity_row(course, name);
        row.resize(grid.columns.size());
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

std::string unreadable_text(const std::vector<std::string>& unreadable) {
    return "Not shown, because praxis cannot read the file of the instrument: " +
           join(unreadable, ", ") + ".";
}

std::string sources_text(const ImportantChange& change) {
    return change.sources.empty() ? "no source" : join(change.sources, ", ");
}

} // namespace praxis::outcomes
