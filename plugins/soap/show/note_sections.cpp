// SPDX-License-Identifier: MIT
#include "show/note_sections.hpp"

#include "note/note_body.hpp"
#include "note/note_queries.hpp"
#include "note/note_templates.hpp"
#include "show/newest_findings.hpp"
#include "show/note_document.hpp"
#include "sign/verification.hpp"

#include <praxis/body.hpp>
#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace praxis::soap {

namespace {

constexpr int meaningful_points = 2;     // Ostelo 2008
constexpr double meaningful_share = 0.3; // of the first value
constexpr int level_in_section = 2;      // below the section's own heading

/// All sections of a chart share one reading of the notes.
const std::vector<Note>& notes_of(Session& session, const ChartRequest& request) {
    const auto name = "soap.notes " + request.client.str() + " " +
                      (request.complaint ? request.complaint->str() : "") + " " +
                      (request.since ? request.since->iso() : "");
    return request.shared->get<std::vector<Note>>(name, [&] {
        return notes_of_episode(session, request.client, request.complaint, request.since);
    });
}

Instant start_of(Session& session, const std::optional<Date>& since) {
    return since ? session.zone().at(CivilTime{.date = *since}).instant : Instant::min();
}

std::string count_of(std::size_t count, const std::string& one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

/// "2 sessions of that time are not counted: ..."; empty when each session surely belongs to the
/// complaint.
std::string describe_unassigned(Session& session, const ChartRequest& request) {
    if (!request.complaint) {
        return {};
    }
    const auto [counted, left_out] = count_unassigned(
        session.db(), request.client, *request.complaint, start_of(session, request.since)
    );
    const auto sessions = count_of(counted + left_out, "session");
    const std::string why = " no complaint, and several complaints were open.";
    if (counted > 0) {
        return sessions + (counted == 1 ? " names" : " name") + why;
    }
    return left_out == 0 ? ""
                         : sessions + " of that time " +
                               (left_out == 1 ? "is not counted: its note names"
                                              : "are not counted: their notes name") +
                               why;
}

Gap no_signed_note(const ChartRequest& request) {
    return {
        .what = "no signed note of " + request.client.str() + " records findings and treatment",
        .fix = "praxis note new " + request.client.str() + " --technique deep-tissue --sign",
    };
}

/// "lower back, both sides; right glute": the regions of the blocks.
std::string places_of(const Note& note) {
    std::vector<std::string> places;
    for (const auto& block : NoteBody{note.body}.blocks()) {
        auto place = block.place();
        if (!place.empty() && std::find(places.begin(), places.end(), place) == places.end()) {
            places.push_back(std::move(place));
        }
    }
    return join(places, "; ");
}

std::string response_of(const Note& note) {
    const NoteBody body{note.body};
    const auto text_of = [&body](const char* field) {
        const auto* value = body.assessment(field);
        return value == nullptr ? std::string{} : value->plain();
    };
    const auto response = text_of("response");
    const auto adverse = text_of("adverse");
    const bool is_adverse = !adverse.empty() && fold(adverse) != "none";
    return response + (is_adverse && !response.empty() ? "; " : "") +
           (is_adverse ? "adverse: " + adverse : "");
}

/// How often each technique was used, in the order of first use.
std::vector<std::pair<std::string, int>>
techniques_used(const std::vector<Note>& notes, TemplateShelf& shelf) {
    std::vector<std::pair<std::string, int>> used;
    for (const auto& note : notes) {
        const auto templates = shelf.get_templates(note);
        for (const auto& id : note.techniques) {
            const auto name = templates.technique_name(id);
            const auto found = std::find_if(used.begin(), used.end(), [&name](const auto& each) {
                return each.first == name;
            });
            if (found == used.end()) {
                used.emplace_back(name, 1);
            } else {
                ++found->second;
            }
        }
    }
    return used;
}

/// "4 sessions from 2026-09-14 to 2026-10-12, 240 min in all: Deep tissue 4, Myofascial 3."
std::string treatment_summary(const std::vector<Note>& notes, TemplateShelf& shelf) {
    const auto first = notes.front().began.civil().date.iso();
    const auto last = notes.back().began.civil().date.iso();
    std::int64_t minutes = 0;
    for (const auto& note : notes) {
        minutes += note.length.value_or(Minutes{0}).count();
    }
    std::vector<std::string> techniques;
    for (const auto& [name, times] : techniques_used(notes, shelf)) {
        techniques.push_back(name + " " + std::to_string(times));
    }
    return count_of(notes.size(), "session") +
           (first == last ? " on " + first : " from " + first + " to " + last) +
           (minutes > 0 ? ", " + std::to_string(minutes) + " min in all" : "") +
           (techniques.empty() ? "" : ": " + join(techniques, ", ")) + ".";
}

/// "30 %" of the first value, without a fraction.
std::string percent(double share) {
    return std::to_string(static_cast<int>(std::lround(share * 100))) + " %";
}

/// Pain as the sessions record it.
struct PainCourse {
    std::vector<int> before; // of each session that has one
    std::vector<int> drops;  // of each session that has both: before less after
};

PainCourse course_of(const std::vector<Note>& notes) {
    PainCourse course;
    for (const auto& note : notes) {
        if (note.pain_before) {
            course.before.push_back(*note.pain_before);
        }
        if (note.pain_before && note.pain_after) {
            course.drops.push_back(*note.pain_before - *note.pain_after);
        }
    }
    return course;
}

/// What the change between sessions means: from the first value before a session to the last one.
std::string change_between_sessions(const std::vector<int>& before) {
    if (before.empty()) {
        return "No pain before a session is recorded.";
    }
    const int first = before.front();
    if (before.size() == 1) {
        return "Pain before the session was " + std::to_string(first) + " (1 session).";
    }
    const int change = first - before.back();
    const double share = first > 0 ? static_cast<double>(std::abs(change)) / first : 0.0;
    const bool meaningful = std::abs(change) >= meaningful_points || share >= meaningful_share;
    std::string text = "Pain before the session went from " + std::to_string(first) + " to " +
                       std::to_string(before.back()) + " in " + count_of(before.size(), "session");
    if (change == 0) {
        return text + ", no change.";
    }
    text += change > 0 ? ", less by " : ", more by ";
    text += std::to_string(std::abs(change));
    text += first > 0 ? " (" + percent(share) + ")" : "";
    text += "; a change of 2 points or 30 % counts as meaningful (Ostelo 2008): ";
    return text + (meaningful ? "reached." : "not reached.");
}

/// " Within a session it fell by 2.5 on average (4 sessions)."; empty without a session with both.
std::string change_within_sessions(const std::vector<int>& drops) {
    if (drops.empty()) {
        return {};
    }
    const auto sum = std::accumulate(drops.begin(), drops.end(), 0);
    const auto mean = std::round(10.0 * sum / static_cast<double>(drops.size())) / 10;
    const auto sessions = drops.size() == 1 ? "" : " on average";
    const auto change =
        mean == 0 ? "did not change"
                  : std::string{mean > 0 ? "fell by " : "rose by "} + Value{std::abs(mean)}.plain();
    return " Within a session it " + change + sessions + " (" + count_of(drops.size(), "session") +
           ").";
}

/// "15 earlier notes, from 2026-01-05 to 2026-04-13, are not shown in full. To show them: ..."
Paragraph
earlier_notes(const ChartRequest& request, const std::vector<Note>& notes, std::size_t left_out) {
    const auto first = notes.front().began.civil().date.iso();
    const auto last = notes[left_out - 1].began.civil().date.iso();
    return {
        count_of(left_out, "earlier note") + ", " +
            (first == last ? "of " + first : "from " + first + " to " + last) +
            (left_out == 1 ? ", is" : ", are") + " not shown in full. To show " +
            (left_out == 1 ? "it" : "them") + ": praxis client show " + request.client.str() +
            (request.complaint ? " --complaint " + request.complaint->str() : "") + " --since " +
            first,
        Tone::remark};
}

/// The notes that do not count, with the reasons.
void add_void_notes(std::vector<Block>& blocks, Session& session, const ChartRequest& request) {
    Bullets bullets;
    for (const auto& note : void_notes(
             session.db(), request.client, request.complaint, start_of(session, request.since)
         )) {
        bullets.items.push_back(
            note.id.str() + " of " + note.began.civil().str() + ", " + void_text(*find_void(note))
        );
    }
    if (!bullets.items.empty()) {
        blocks.emplace_back(Heading{level_in_section, "Void notes"});
        blocks.emplace_back(std::move(bullets));
    }
}

} // namespace

std::vector<Note> notes_of_episode(
    Session& session,
    ClientId client,
    std::optional<ComplaintId> complaint,
    std::optional<Date> since
) {
    return signed_notes(session.db(), client, complaint, start_of(session, since));
}

ChartPart write_findings(Session& session, const ChartRequest& request) {
    const auto& notes = notes_of(session, request);
    if (notes.empty()) {
        return {.blocks = {}, .gaps = {no_signed_note(request)}};
    }
    return {.blocks = newest_findings(session, notes, request.audience), .gaps = {}};
}

ChartPart write_treatment(Session& session, const ChartRequest& request) {
    const auto& notes = notes_of(session, request);
    if (notes.empty()) {
        return {}; // the findings say that there is no signed note
    }
    TemplateShelf shelf{session.db()};
    ChartPart part;
    part.blocks.emplace_back(Paragraph{treatment_summary(notes, shelf)});
    if (auto unassigned = describe_unassigned(session, request); !unassigned.empty()) {
        part.blocks.emplace_back(Paragraph{std::move(unassigned), Tone::remark});
    }
    Grid grid;
    grid.columns = {{"Date"}, {"Technique"}, {"Where"}, {"Min", Align::right}, {"Response"}};
    for (const auto& note : notes) {
        const auto templates = shelf.get_templates(note);
        std::vector<std::string> names;
        for (const auto& id : note.techniques) {
            names.push_back(templates.technique_name(id));
        }
        grid.rows.push_back(
            {note.began.civil().date.iso(),
             join(names, ", "),
             places_of(note),
             note.length ? std::to_string(note.length->count()) : "",
             response_of(note)}
        );
    }
    part.blocks.emplace_back(std::move(grid));
    for (const auto& note : notes) {
        auto remarks = amendment_remarks(note);
        std::move(remarks.begin(), remarks.end(), std::back_inserter(part.blocks));
    }
    return part;
}

ChartPart write_progress(Session& session, const ChartRequest& request) {
    const auto& notes = notes_of(session, request);
    if (notes.empty()) {
        return {}; // the findings say that there is no signed note
    }
    LineChart chart;
    chart.title = "Pain before and after each session";
    chart.unit = "NPRS 0-10";
    chart.series = {{"before", {}}, {"after", {}}};
    for (const auto& note : notes) {
        const auto date = note.began.civil().date;
        if (note.pain_before) {
            chart.series[0].points.push_back({date, static_cast<double>(*note.pain_before)});
        }
        if (note.pain_after) {
            chart.series[1].points.push_back({date, static_cast<double>(*note.pain_after)});
        }
    }
    if (chart.series[0].points.empty() && chart.series[1].points.empty()) {
        return {
            .blocks = {},
            .gaps =
                {{.what = "no signed note of " + request.client.str() + " has a pain score",
                  .fix = "praxis note new " + request.client.str()}},
        };
    }
    ChartPart part;
    const auto course = course_of(notes);
    part.blocks.emplace_back(Paragraph{
        change_between_sessions(course.before) + change_within_sessions(course.drops)});
    part.blocks.emplace_back(std::move(chart));
    return part;
}

ChartPart write_notes(Session& session, const ChartRequest& request) {
    ChartPart part;
    if (request.audience == Audience::provider) {
        return part;
    }
    TemplateShelf shelf{session.db()};
    const auto uuid = session.get<clients::Directory>().get(session, request.client).uuid;
    const auto& notes = notes_of(session, request);
    const auto left_out =
        notes.size() - std::min(notes.size(), request.newest.value_or(notes.size()));
    if (left_out > 0) {
        part.blocks.emplace_back(earlier_notes(request, notes, left_out));
    }
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const auto& note = notes[i];
        // A note that is not what was signed is never left out: its warning must be seen.
        if (i < left_out && is_intact(note, uuid)) {
            continue;
        }
        part.blocks.emplace_back(Heading{
            level_in_section, note.id.str() + ", " + note.began.civil().str()});
        auto blocks = note_blocks(make_readable(session, shelf, note, uuid), level_in_section + 1);
        std::move(blocks.begin(), blocks.end(), std::back_inserter(part.blocks));
    }
    add_void_notes(part.blocks, session, request);
    return part;
}

} // namespace praxis::soap
