// SPDX-License-Identifier: MIT
#include "course/change.hpp"

#include <praxis/text.hpp>

#include <cmath>
#include <utility>

namespace praxis::outcomes {

namespace {

constexpr double rounding = 1e-9; // a mean of decimals is not exact
constexpr double percent = 100;

double better_by(const Instrument& instrument, double first, double last) {
    return instrument.better == Better::lower ? first - last : last - first;
}

double needed_for(const ImportantChange& change, double points, double first) {
    return change.percent ? std::abs(first) * points / percent : points;
}

Judged judge(const ImportantChange& change, double first, double by) {
    const auto least = needed_for(change, change.from, first);
    const auto most = needed_for(change, change.to, first);
    // 30 % of nothing is no change.
    const bool can_be = most > 0;
    const bool whole = change.above ? by > most + rounding : by >= most - rounding;
    const bool part = by >= least - rounding && !change.above;
    return {
        .change = &change,
        .needed = most,
        .reached = can_be && whole  ? Reached::yes
                   : can_be && part ? Reached::in_range
                                    : Reached::no};
}

Judged judge_for(const ImportantChange& change, double first, double by, const Subject& subject) {
    auto judged = judge(change, first, by);
    if (!is_among(subject, change.population)) {
        judged.reached = Reached::not_studied;
    }
    return judged;
}

bool is_reached(const ImportantChange& change, double first, double by) {
    return judge(change, first, by).reached != Reached::no;
}

/// The first value from which on every value is better by the important change.
std::optional<std::size_t> kept_since(
    const Instrument& instrument, const ImportantChange& change, const std::vector<Point>& points
) {
    const auto first = points.front().value;
    std::optional<std::size_t> since;
    for (std::size_t i = points.size(); i-- > 1;) {
        if (!is_reached(change, first, better_by(instrument, first, points[i].value))) {
            break;
        }
        since = i;
    }
    return since;
}

std::string more_or_less(double difference) {
    return difference > 0 ? "more" : "less";
}

std::string counted(double value, const std::string& unit) {
    const auto number = number_text(value);
    return number + " " + (unit == "points" && number == "1" ? "point" : unit);
}

std::string main_sentence(const Instrument& instrument, const Change& change) {
    const auto* main = main_change(instrument);
    if (main == nullptr) {
        return " No source gives an important change.";
    }
    const auto which =
        "mportant change (" + change_text(*main, instrument) + ", " + main->name + ")";
    if (!change.main_studied) {
        return " An i" + which + " is published for " + main->population.name + " only.";
    }
    const auto name = " I" + which;
    if (change.worse) {
        return name + " reached for the worse.";
    }
    if (!change.kept_since) {
        return name + " not reached.";
    }
    const auto at = *change.kept_since + 1;
    return name + " reached" +
           (at == change.count ? " at the last value."
                               : " at value " + std::to_string(at) + " of " +
                                     std::to_string(change.count) + " and kept.");
}

std::string percent_of_first(const Change& change) {
    const auto first = std::abs(change.first.value);
    const auto share = std::abs(change.last.value - change.first.value) / first * percent;
    return first > 0 ? " (" + number_text(share, 0) + " %)" : "";
}

} // namespace

std::optional<Change>
change_in(const Instrument& instrument, const std::vector<Point>& points, const Subject& subject) {
    if (points.size() < 2 || instrument.screen) {
        return std::nullopt;
    }
    Change change{.first = points.front(), .last = points.back(), .count = points.size()};
    const auto first = change.first.value;
    change.better_by = better_by(instrument, first, change.last.value);
    for (const auto& important : instrument.changes) {
        if (important.enabled && !important.activity) {
            change.judged.push_back(judge_for(important, first, change.better_by, subject));
        }
    }
    const auto* main = main_change(instrument);
    if (main != nullptr && is_among(subject, main->population)) {
        change.main_studied = true;
        change.kept_since = kept_since(instrument, *main, points);
        change.worse = is_reached(*main, first, -change.better_by);
    }
    return change;
}

Instrument with_own_change(Instrument instrument, double points) {
    instrument.changes = {
        {.from = points,
         .to = points,
         .basis = "your own",
         .name = "your own",
         .population = {},
         .main = true}};
    return instrument;
}

std::string describe(const Instrument& instrument, const Change& change) {
    const auto difference = change.last.value - change.first.value;
    const auto values =
        number_text(change.first.value) + " → " + number_text(change.last.value) + ": ";
    const auto n = ", n = " + std::to_string(change.count) + ".";
    const auto few =
        change.count < few_values ? " " + std::to_string(change.count) + " values are few." : "";
    const auto what = difference == 0 ? "no change"
                                      : counted(std::abs(difference), instrument.unit) + " " +
                                            more_or_less(difference) + percent_of_first(change);
    return values + what + n + few + main_sentence(instrument, change);
}

std::string reached_text(const Judged& judged) {
    switch (judged.reached) {
    case Reached::yes:
        return "reached";
    case Reached::in_range:
        return "in the range";
    case Reached::not_studied:
        return "published for " + judged.change->population.name;
    case Reached::no:
        break;
    }
    return "not reached";
}

std::string moment_text(const Course& course) {
    if (!course.instrument->moments) {
        return "";
    }
    return &course.compared() == &course.before ? "before the session" : "not at a session";
}

} // namespace praxis::outcomes
