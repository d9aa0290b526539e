// SPDX-License-Identifier: MIT
#include "record/records.hpp"

#include "course/chart.hpp"
#include "measure_queries.hpp"

#include <praxis/error.hpp>

#include <algorithm>
#include <utility>

namespace praxis::outcomes {

namespace {

constexpr int section_level = 2;
constexpr int section_order = 700;

/// The section of the notes shows the pain of sessions already.
bool is_shown_elsewhere(const Course& course) {
    return course.instrument->from_notes == "pain" && course.apart.empty();
}

bool is_worth_showing(const Course& course) {
    return course.instrument->from_notes.empty() || course.before.size() > 1 ||
           !course.apart.empty();
}

void add_course(std::vector<Block>& blocks, const Course& course) {
    blocks.emplace_back(Heading{section_level, course_title(course)});
    for (auto& block : course_sentences(course)) {
        blocks.push_back(std::move(block));
    }
    if (course.compared().size() >= few_values) {
        blocks.emplace_back(course_chart(course));
    }
    if (auto activities = own_activities(course); !activities.rows.empty()) {
        blocks.emplace_back(std::move(activities));
    }
}

/// A letter about one complaint has nothing that names no complaint, and nothing private.
bool is_hidden(const Course& course, const ChartRequest& request) {
    if (request.audience != Audience::provider) {
        return false;
    }
    const bool of_another =
        request.complaint && !course.instrument->of_client && course.complaint != request.complaint;
    return course.instrument->is_private || of_another;
}

ChartPart write_outcomes(Session& session, const ChartRequest& request) {
    const CourseQuestion question{
        .client = request.client, .complaint = request.complaint, .since = request.since};
    const auto instruments = all_instruments(session);
    const auto sessions = sessions_of(session, question);
    ChartPart part;
    for (const auto& course : courses_of(session, instruments, question, sessions)) {
        if (!is_hidden(course, request) && !is_shown_elsewhere(course) &&
            is_worth_showing(course)) {
            add_course(part.blocks, course);
        }
    }
    const auto unreadable = unreadable_instruments(session, instruments, question);
    if (!unreadable.empty() && request.audience == Audience::file) {
        part.blocks.emplace_back(Paragraph{unreadable_text(unreadable), Tone::warning});
    }
    return part;
}

std::string event_text(
    const Measure& measure, const std::vector<Instrument>& instruments, const std::string& about
) {
    const auto* instrument = find_instrument(instruments, measure.instrument);
    return (instrument == nullptr ? measure.instrument : instrument->name) + " " +
           number_text(measure.score) + (about.empty() ? "" : ", " + about) +
           (measure.replaced_by ? ", replaced by " + measure.replaced_by->str() : "");
}

std::vector<TimelineEvent> events_of(Session& session, ClientId client) {
    std::vector<TimelineEvent> events;
    std::vector<Instrument> instruments;
    const ComplaintNames names{session, client};
    for_each_measure(session.db(), client, [&](const Measure& measure) {
        if (instruments.empty()) {
            instruments = all_instruments(session);
        }
        events.push_back(
            {measure.on,
             std::nullopt,
             "measure",
             measure.id.str(),
             event_text(measure, instruments, names.of(measure))}
        );
    });
    return events;
}

} // namespace

ChartSection outcomes_section() {
    return {
        .name = "outcomes", .title = "Outcomes", .order = section_order, .write = write_outcomes};
}

TimelineSource timeline_source() {
    return {.name = "measures", .events = events_of};
}

void erase_measures(Session& session, const clients::ClientErasing& erasing) {
    if (const auto last = last_entry(session.db(), erasing.client)) {
        *erasing.last_entry = std::max(*erasing.last_entry, *last);
    }
    delete_of_client(session.db(), erasing.client);
}

} // namespace praxis::outcomes
