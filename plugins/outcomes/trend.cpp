// SPDX-License-Identifier: MIT
#include "trend.hpp"

#include "course/chart.hpp"
#include "course/svg.hpp"

#include <praxis/chart.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace praxis::outcomes {

namespace {

using Object = Value::Object;

constexpr int section_level = 2;

/// Only those that the request names, in its order.
std::vector<Instrument>
wanted_of(Session& session, std::vector<Instrument> all, const TrendRequest& request) {
    if (request.instruments.empty()) {
        return all;
    }
    std::vector<Instrument> wanted;
    for (const auto& name : request.instruments) {
        const auto& instrument = get_instrument(session, all, name);
        wanted.push_back(
            request.important ? with_own_change(instrument, *request.important) : instrument
        );
    }
    return wanted;
}

/// "March 2026": the day can be unknown.
std::string month_of(Date date) {
    const auto civil = date.day();
    return month_name(civil.month()) + " " + std::to_string(static_cast<int>(civil.year()));
}

std::string subtitle_of(Session& session, const Trend& trend) {
    const auto& client = trend.request.client;
    std::vector<std::string> parts{client.id.str()};
    if (client.born) {
        parts.push_back(
            "born " + client.born->iso() + " (" +
            std::to_string(clients::greatest_age(*client.born, session.today())) + ")"
        );
    }
    if (trend.request.complaint) {
        const auto complaint =
            session.get<clients::Directory>().get_complaint(session, *trend.request.complaint);
        parts.push_back(
            complaint.title + (complaint.onset ? ", since " + month_of(*complaint.onset) : "")
        );
    }
    const auto count = trend.sessions.size();
    parts.push_back(std::to_string(count) + (count == 1 ? " session" : " sessions"));
    return join(parts, " · ");
}

bool can_be_drawn(const Course& course) {
    return course.before.size() > 1 || course.after.size() > 1 || course.apart.size() > 1;
}

void add_grid(Document& document, Grid grid) {
    if (!grid.rows.empty()) {
        document.add(std::move(grid));
    }
}

/// short_of_room  on pages, where the charts need it
void add_course(Document& document, const Course& course, bool short_of_room) {
    document.add(Heading{section_level, course_title(course)});
    document.add(course_sentences(course));
    if (can_be_drawn(course)) {
        document.add(course_chart(course));
    }
    add_grid(document, own_activities(course));
    const auto changes = important_changes_text(course);
    if (!short_of_room) {
        add_grid(document, important_changes(course));
    } else if (!changes.empty()) {
        document.add(Paragraph{changes, Tone::small});
    }
}

std::string cell(const std::optional<double>& value) {
    return value ? number_text(*value) : "–";
}

/// "5 → 3"
std::string within(const AroundSession& around) {
    return cell(around.before) + " → " + cell(around.after);
}

std::string score_on(const Course& course, Date day) {
    for (const auto& point : course.apart) {
        if (point.on == day) {
            return number_text(point.value);
        }
    }
    return "–";
}

std::string work_of(const SessionRow& row) {
    auto work = join(row.techniques, ", ");
    std::replace(work.begin(), work.end(), '-', ' ');
    return work;
}

Grid session_table(const Trend& trend) {
    Grid grid{"The sessions", {{"Session", Align::right}, {"Date"}, {"Work"}}, {}};
    for (const auto& course : trend.courses) {
        const bool around = !course.instrument->from_notes.empty();
        grid.columns.push_back(
            {course.instrument->name + (course.about.empty() ? "" : ", " + course.about) +
                 (around ? ", before → after" : ""),
             Align::right}
        );
    }
    for (std::size_t i = 0; i < trend.sessions.size(); ++i) {
        const auto& session = trend.sessions[i];
        std::vector<std::string> row{std::to_string(i + 1), session.on.iso(), work_of(session)};
        for (const auto& course : trend.courses) {
            const auto recorded = is_session_of(session, course)
                                      ? recorded_in(session, *course.instrument)
                                      : AroundSession{};
            row.push_back(
                course.instrument->from_notes.empty() ? score_on(course, session.on)
                                                      : within(recorded)
            );
        }
        grid.rows.push_back(std::move(row));
    }
    return grid;
}

Value points_value(const std::vector<Point>& points) {
    Value::Array list;
    for (const auto& point : points) {
        list.emplace_back(Object{
            {"on", point.on.iso()}, {"value", point.value}, {"answers", to_value(point.given)}});
    }
    return list;
}

Value judged_value(const Instrument& instrument, const std::vector<Judged>& judged) {
    Value::Array list;
    for (const auto& one : judged) {
        const auto& change = *one.change;
        list.emplace_back(Object{
            {"important_change", change_text(change, instrument)},
            {"needed", one.needed},
            {"basis", change.basis},
            {"population", text_or_null(change.population.name)},
            {"sources", Value::Array(change.sources.begin(), change.sources.end())},
            {"conflict", text_or_null(change.conflict)},
            {"reached", reached_text(one)}});
    }
    return list;
}

Value change_value(const Course& course) {
    const auto change = change_in(*course.instrument, course.compared(), course.subject);
    if (!change) {
        return {};
    }
    return Object{
        {"series", text_or_null(moment_text(course))},
        {"first", change->first.value},
        {"last", change->last.value},
        {"n", static_cast<std::int64_t>(change->count)},
        {"few", change->count < few_values},
        {"better_by", change->better_by},
        {"important_changes", judged_value(*course.instrument, change->judged)}};
}

Value course_value(const Course& course) {
    const auto& instrument = *course.instrument;
    return Object{
        {"instrument", instrument.id},
        {"complaint", course.complaint ? Value{course.complaint->str()} : Value{}},
        {"version", instrument.version},
        {"lowest", instrument.lowest},
        {"highest", instrument.highest},
        {"better", instrument.better == Better::lower ? "lower" : "higher"},
        {"before", points_value(course.before)},
        {"after", points_value(course.after)},
        {"apart", points_value(course.apart)},
        {"not_compared", static_cast<std::int64_t>(course.left_out)},
        {"change", change_value(course)}};
}

} // namespace

Trend read_trend(Session& session, TrendRequest request) {
    Trend trend;
    auto all = all_instruments(session);
    const CourseQuestion question{
        .client = request.client.id, .complaint = request.complaint, .since = request.since};
    if (request.instruments.empty()) {
        trend.unreadable = unreadable_instruments(session, all, question);
    }
    trend.instruments = wanted_of(session, std::move(all), request);
    trend.request = std::move(request);
    trend.sessions = sessions_of(session, question);
    trend.courses = courses_of(session, trend.instruments, question, trend.sessions);
    return trend;
}

Document trend_document(Session& session, const Trend& trend, bool with_table) {
    auto document = new_document(session, "Outcomes of " + trend.request.client.full_name);
    document.subtitle = subtitle_of(session, trend);
    document.footer =
        trend.request.client.full_name +
        (trend.request.client.born ? ", born " + trend.request.client.born->iso() : "") +
        " · Outcomes";
    for (const auto& course : trend.courses) {
        add_course(document, course, with_table);
    }
    if (!trend.unreadable.empty()) {
        document.add(Paragraph{unreadable_text(trend.unreadable), Tone::warning});
    }
    if (trend.courses.empty()) {
        document.add(Paragraph{"No outcome is recorded yet."});
        return document;
    }
    if (with_table && !trend.sessions.empty()) {
        document.add(Heading{section_level, "Sessions"});
        document.add(session_table(trend));
    }
    document.add(Paragraph{
        "Only values of the same kind are compared: before a session with before a session. A drop "
        "within a session is not progress. A change over time does not show that the treatment "
        "caused it.",
        Tone::small});
    return document;
}

std::string trend_drawing(Session& session, const Trend& trend) {
    const Course* drawn = nullptr;
    for (const auto& course : trend.courses) {
        const bool asked = !trend.request.complaint || course.instrument->of_client ||
                           course.complaint == trend.request.complaint;
        if (!asked || !can_be_drawn(course)) {
            continue;
        }
        if (drawn != nullptr) {
            throw Refused(
                "an SVG file holds one drawing, and there are several courses",
                "name one: --instrument " + drawn->instrument->id +
                    (drawn->complaint ? " --complaint " + drawn->complaint->str() : "")
            );
        }
        drawn = &course;
    }
    if (drawn == nullptr) {
        throw Refused(
            "a drawing needs two values of the same kind",
            "praxis measure list " + trend.request.client.id.str()
        );
    }
    return svg_of(session, course_chart(*drawn));
}

Value trend_value(const Trend& trend) {
    Value::Array courses;
    for (const auto& course : trend.courses) {
        courses.push_back(course_value(course));
    }
    return Object{
        {"client", trend.request.client.id.str()},
        {"complaint", trend.request.complaint ? Value{trend.request.complaint->str()} : Value{}},
        {"sessions", static_cast<std::int64_t>(trend.sessions.size())},
        {"courses", std::move(courses)},
        {"unreadable", Value::Array(trend.unreadable.begin(), trend.unreadable.end())}};
}

} // namespace praxis::outcomes
