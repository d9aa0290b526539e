// SPDX-License-Identifier: MIT
#include "show/note_timeline.hpp"

#include "note/note_queries.hpp"

#include <praxis/text.hpp>

namespace praxis::soap {

namespace {

std::string summary_of(const Note& note) {
    auto what = join(note.techniques, ", ");
    const auto pain = pain_text(note.pain_before, note.pain_after);
    what += pain.empty() ? "" : ", pain " + pain;
    what += note.length ? ", " + std::to_string(note.length->count()) + " min" : "";
    what += find_void(note) == nullptr ? "" : " (void)";
    return what + (note.signature ? "" : " (draft)");
}

TimelineEvent event(const ZonedTime& time, std::string kind, const NoteId& note, std::string what) {
    const auto civil = time.civil();
    return {civil.date, civil.time_of_day, std::move(kind), note.str(), std::move(what)};
}

std::vector<TimelineEvent> events_of(Session& session, ClientId client) {
    std::vector<TimelineEvent> events;
    for (const auto& note : all_notes(session.db(), client)) {
        events.push_back(event(note.began, "session", note.id, summary_of(note)));
        if (note.signature) {
            events.push_back(event(note.signature->at, "signature", note.id, "note signed"));
        }
        for (const auto& cosignature : note.cosignatures) {
            events.push_back(event(cosignature.at, "signature", note.id, "note co-signed"));
        }
        for (const auto& amendment : note.amendments) {
            events.push_back(event(
                amendment.at,
                "amendment",
                note.id,
                (amendment.kind == "void" ? "voided: " : "amended: ") + amendment.reason
            ));
        }
    }
    return events;
}

} // namespace

TimelineSource timeline_source() {
    return {.name = "notes", .events = events_of};
}

} // namespace praxis::soap
