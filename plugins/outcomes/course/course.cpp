// SPDX-License-Identifier: MIT
#include "course/course.hpp"

#include "course/course_queries.hpp"
#include "measure_queries.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/error.hpp>
#include <praxis/soap/notes.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::outcomes {

namespace {

std::optional<double> as_double(const std::optional<int>& value) {
    return value ? std::optional{static_cast<double>(*value)} : std::nullopt;
}

void add_point(std::vector<Point>& points, Date on, const std::optional<double>& value) {
    if (value) {
        points.push_back({.on = on, .value = *value});
    }
}

/// Measures of another version or language have other questions.
bool is_comparable(const Measure& measure, const Measure& newest) {
    return measure.version == newest.version && measure.language == newest.language;
}

std::vector<Point>& series_of(Course& course, const std::string& moment) {
    return moment == "before" ? course.before : moment == "after" ? course.after : course.apart;
}

void sort_by_day(std::vector<Point>& points) {
    std::stable_sort(points.begin(), points.end(), [](const Point& left, const Point& right) {
        return left.on < right.on;
    });
}

void add_measures(Course& course, const std::vector<Measure>& measures) {
    const Measure* newest = nullptr;
    for (const auto& measure : measures) {
        newest = measure.instrument == course.instrument->id ? &measure : newest;
    }
    for (const auto& measure : measures) {
        if (measure.instrument != course.instrument->id) {
            continue;
        }
        if (is_comparable(measure, *newest)) {
            series_of(course, measure.moment)
                .push_back({.on = measure.on, .value = measure.score, .given = measure.given});
        } else {
            ++course.left_out;
        }
    }
}

[[noreturn]] void ask_which(const std::vector<clients::Complaint>& open, ClientId client) {
    std::vector<std::string> lines;
    lines.reserve(open.size());
    for (const auto& complaint : open) {
        lines.push_back("  " + complaint.id.str() + "  " + visible(complaint.title));
    }
    throw UsageError(
        client.str() + " has " + std::to_string(open.size()) + " open complaints. Which one?\n" +
            join(lines, "\n"),
        "add --complaint " + open.front().id.str()
    );
}

} // namespace

std::vector<SessionRow> sessions_of(Session& session, const CourseQuestion& question) {
    auto others = stress_and_relaxation(session.db(), question.client);
    std::vector<SessionRow> rows;
    for (auto& note :
         session.get<soap::Notes>().signed_notes(session, question.client, question.complaint)) {
        const auto on = note.began.civil().date;
        if (question.since && on < *question.since) {
            continue;
        }
        const auto& other = others[note.id];
        rows.push_back(
            {.note = note.id,
             .on = on,
             .techniques = std::move(note.techniques),
             .pain = {as_double(note.pain_before), as_double(note.pain_after)},
             .stress = other.stress,
             .relaxation = other.relaxation}
        );
    }
    return rows;
}

AroundSession recorded_in(const SessionRow& row, const Instrument& instrument) {
    if (instrument.from_notes == "pain") {
        return row.pain;
    }
    if (instrument.from_notes == "stress") {
        return row.stress;
    }
    return instrument.from_notes == "relaxation" ? row.relaxation : AroundSession{};
}

Course course_of(
    const Instrument& instrument,
    const std::vector<SessionRow>& sessions,
    const std::vector<Measure>& measures
) {
    Course course;
    course.instrument = &instrument;
    for (const auto& row : sessions) {
        course.sessions.push_back(row.on);
        const auto values = recorded_in(row, instrument);
        add_point(course.before, row.on, values.before);
        add_point(course.after, row.on, values.after);
    }
    add_measures(course, measures);
    sort_by_day(course.before);
    sort_by_day(course.after);
    sort_by_day(course.apart);
    return course;
}

namespace {

/// Those for which the complaint counts; only the complaint's own are about another one.
std::vector<Measure> measures_for(Session& session, const CourseQuestion& question) {
    auto measures = measures_of(session.db(), question.client);
    std::erase_if(measures, [&question](const Measure& measure) {
        const bool other =
            question.complaint && measure.complaint && measure.complaint != question.complaint;
        return other || (question.since && measure.on < *question.since);
    });
    return measures;
}

/// All sessions of the client, when the others are only those for one complaint.
std::vector<SessionRow> all_sessions(
    Session& session, const CourseQuestion& question, const std::vector<SessionRow>& sessions
) {
    auto all = question;
    all.complaint.reset();
    return question.complaint ? sessions_of(session, all) : sessions;
}

} // namespace

std::vector<Course> courses_of(
    Session& session,
    const std::vector<Instrument>& instruments,
    const CourseQuestion& question,
    const std::vector<SessionRow>& sessions
) {
    const auto measures = measures_for(session, question);
    const auto all = all_sessions(session, question, sessions);
    std::vector<Course> courses;
    for (const auto& instrument : instruments) {
        auto course = course_of(instrument, instrument.of_client ? all : sessions, measures);
        if (!course.is_empty()) {
            courses.push_back(std::move(course));
        }
    }
    std::stable_partition(courses.begin(), courses.end(), [](const Course& course) {
        return course.instrument->from_notes == "pain";
    });
    return courses;
}

std::optional<ComplaintId>
choose_complaint(Session& session, ClientId client, const std::optional<std::string>& named) {
    auto& directory = session.get<clients::Directory>();
    if (!named) {
        const auto open = directory.open_complaints(session, client);
        if (open.size() > 1) {
            ask_which(open, client);
        }
        return open.empty() ? std::nullopt : std::optional{open.front().id};
    }
    const auto id = ComplaintId::parse(*named);
    const auto hint = "praxis complaint list " + client.str();
    if (!id) {
        throw UsageError("'" + visible(*named) + "' is not the id of a complaint", hint);
    }
    if (directory.get_complaint(session, *id).client != client) {
        throw Refused(id->str() + " is a complaint of another client", hint);
    }
    return id;
}

} // namespace praxis::outcomes
