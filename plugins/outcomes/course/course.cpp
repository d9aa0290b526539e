// SPDX-License-Identifier: MIT
#include "course/course.hpp"

#include "course/course_queries.hpp"
#include "measure_queries.hpp"

#include <praxis/soap/notes.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <map>
#include <set>
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

bool is_measure_of(const Measure& measure, const Course& course) {
    return measure.instrument == course.instrument->id &&
           (course.instrument->of_client || measure.complaint == course.complaint);
}

void add_measures(Course& course, const std::vector<Measure>& measures) {
    const Measure* newest = nullptr;
    for (const auto& measure : measures) {
        newest = is_measure_of(measure, course) ? &measure : newest;
    }
    for (const auto& measure : measures) {
        if (!is_measure_of(measure, course)) {
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
             // For a question about a complaint, soap decides which notes belong to it.
             .complaint = question.complaint ? question.complaint : note.complaint,
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

bool is_session_of(const SessionRow& row, const Course& course) {
    return course.instrument->of_client || row.complaint == course.complaint;
}

Course course_of(
    const Instrument& instrument,
    const std::optional<ComplaintId>& complaint,
    const std::vector<SessionRow>& sessions,
    const std::vector<Measure>& measures
) {
    Course course;
    course.instrument = &instrument;
    course.complaint = complaint;
    for (const auto& row : sessions) {
        if (!is_session_of(row, course)) {
            continue;
        }
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

using Complaints = std::vector<std::optional<ComplaintId>>;

/// Not those of another complaint than the one that is asked for.
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

/// By number; last "no complaint".
Complaints
complaints_in(const std::vector<SessionRow>& sessions, const std::vector<Measure>& measures) {
    Complaints all{std::nullopt};
    for (const auto& row : sessions) {
        all.push_back(row.complaint);
    }
    for (const auto& measure : measures) {
        all.push_back(measure.complaint);
    }
    std::sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return left && (!right || *left < *right);
    });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

/// The names tell the courses apart where the client has more than one complaint.
void name_complaints(
    Session& session, const CourseQuestion& question, std::vector<Course>& courses
) {
    std::set<std::optional<ComplaintId>> seen;
    for (const auto& open :
         session.get<clients::Directory>().open_complaints(session, question.client)) {
        seen.insert(open.id);
    }
    for (const auto& course : courses) {
        if (!course.instrument->of_client) {
            seen.insert(course.complaint);
        }
    }
    for (auto& course : courses) {
        const bool is_asked = question.complaint && course.complaint == question.complaint;
        if (seen.size() > 1 && !course.instrument->of_client && !is_asked) {
            course.about = complaint_text(session, course.complaint);
        }
    }
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
    const auto complaints = complaints_in(sessions, measures);
    std::vector<Course> courses;
    const auto add = [&](const Instrument& instrument,
                         const std::optional<ComplaintId>& complaint) {
        auto course =
            course_of(instrument, complaint, instrument.of_client ? all : sessions, measures);
        if (!course.is_empty()) {
            course.subject = subject_of(session, instrument, complaint);
            courses.push_back(std::move(course));
        }
    };
    for (const auto& instrument : instruments) {
        for (const auto& complaint : instrument.of_client ? Complaints{std::nullopt} : complaints) {
            add(instrument, complaint);
        }
    }
    name_complaints(session, question, courses);
    std::stable_partition(courses.begin(), courses.end(), [](const Course& course) {
        return course.instrument->from_notes == "pain";
    });
    return courses;
}

std::vector<std::string> unreadable_instruments(
    Session& session, const std::vector<Instrument>& instruments, const CourseQuestion& question
) {
    std::map<std::string, std::size_t> unknown;
    for (const auto& measure : measures_for(session, question)) {
        if (find_instrument(instruments, measure.instrument) == nullptr) {
            ++unknown[measure.instrument];
        }
    }
    std::vector<std::string> texts;
    for (const auto& [id, count] : unknown) {
        texts.push_back(
            visible(id) + " (" + std::to_string(count) + (count == 1 ? " answer)" : " answers)")
        );
    }
    return texts;
}

} // namespace praxis::outcomes
