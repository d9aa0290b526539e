// SPDX-License-Identifier: MIT
#include "note/note_keeping_queries.hpp"
#include "note/note_queries.hpp"
#include "rules/reasons.hpp"
#include "show/note_brief.hpp"
#include "show/note_document.hpp"
#include "show/note_records.hpp"
#include "show/note_sections.hpp"
#include "show/note_timeline.hpp"
#include "show/note_todo.hpp"
#include "show/note_value.hpp"
#include "sign/note_checks.hpp"
#include "sign/restored_notes.hpp"
#include "write/note_writing.hpp"

#include <praxis/clients/erasing.hpp>
#include <praxis/plugin.hpp>
#include <praxis/soap/notes.hpp>

#include <algorithm>
#include <memory>

namespace praxis {

namespace {

class StoredNotes : public soap::Notes {
  public:
    std::vector<soap::SignedNote>
    signed_notes(Session& session, ClientId client, std::optional<ComplaintId> complaint) override {
        std::vector<soap::SignedNote> listed;
        for (const auto& note :
             soap::signed_notes(session.db(), client, complaint, Instant::min())) {
            const auto* therapist = note.signature->header.find("therapist");
            listed.push_back({
                .id = note.id,
                .uuid = note.uuid,
                .client = note.client,
                .complaint = note.complaint,
                .began = note.began,
                .length = note.length.value_or(Minutes{0}),
                .techniques = note.techniques,
                .pain_before = note.pain_before,
                .pain_after = note.pain_after,
                .therapist = therapist == nullptr ? "" : soap::person_line(*therapist),
            });
        }
        return listed;
    }

    soap::WholeNote whole_note(Session& session, std::string_view reference) override {
        auto note = soap::get_note(session, reference);
        return {
            .id = note.id,
            .client = note.client,
            .draft = !note.signature,
            .view = soap::note_view(session, std::move(note)),
        };
    }
};

} // namespace

void register_parts(Registry& registry);

namespace soap {
namespace {

void erase_notes(Session& session, const clients::ClientErasing& erasing) {
    if (const auto last = last_entry(session.db(), erasing.client)) {
        *erasing.last_entry = std::max(*erasing.last_entry, *last);
    }
    delete_notes(session.db(), erasing.client);
}

} // namespace
} // namespace soap

void register_parts(Registry& registry) {
    registry.provide<soap::Notes>(std::make_shared<StoredNotes>());
    registry.provide<soap::Reasons>(soap::suggest::make_reasons());
    registry.contribute(ChartSection{
        .name = "findings", .title = "Findings", .order = 400, .write = soap::write_findings});
    registry.contribute(ChartSection{
        .name = "treatment", .title = "Treatment", .order = 500, .write = soap::write_treatment});
    registry.contribute(ChartSection{
        .name = "progress", .title = "Progress", .order = 550, .write = soap::write_progress});
    registry.contribute(ChartSection{
        .name = "notes", .title = "Notes", .order = 600, .write = soap::write_notes});
    registry.contribute(soap::timeline_source());
    registry.contribute(soap::todo_source());
    registry.contribute(soap::sessions_brief());
    registry.contribute(soap::follow_up_brief());
    registry.contribute(RecordMapper{
        .name = "soap",
        .tables =
            {"soap_note", "soap_region", "soap_amendment", "soap_cosignature", "soap_template"},
        .kinds = {{"notes"}, {"templates"}},
        .write = soap::write_note_records,
        .fhir = soap::notes_as_fhir,
    });
    registry.contribute(RecordCheck{.name = "signatures of notes", .find = soap::check_signatures});
    registry.contribute(RecordCheck{.name = "indexes of notes", .find = soap::check_derived});
    const auto restored = std::make_shared<soap::RestoredNotes>();
    registry.on<RowsRestoring>(When::before, [restored](Session& session, const auto& rows) {
        restored->before(session.db(), rows);
    });
    registry.on<RowsRestored>(When::before, [restored](Session& session, const auto& rows) {
        restored->after(session.db(), rows);
    });
    registry.on<clients::ClientErasing>(When::before, soap::erase_notes);
}

} // namespace praxis
