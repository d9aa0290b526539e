// SPDX-License-Identifier: MIT
#include "show/note_records.hpp"

#include "note/note_body.hpp"
#include "note/note_header.hpp"
#include "note/note_index.hpp"
#include "note/note_queries.hpp"
#include "note/note_templates.hpp"
#include "show/note_sections.hpp"
#include "sign/note_cosigning.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/fhir.hpp>
#include <praxis/text.hpp>

#include <iterator>
#include <set>
#include <utility>

namespace praxis::soap {

namespace {

using namespace fhir;

Value zoned(const ZonedTime& time) {
    return Value::Object{
        {"at", std::int64_t{time.instant.time_since_epoch().count()}},
        {"offset", std::int64_t{time.offset.count()}},
    };
}

std::int64_t seconds(Instant instant) {
    return instant.time_since_epoch().count();
}

Value signature_as_json(const std::optional<Signature>& signature) {
    if (!signature) {
        return {};
    }
    return Value::Object{
        {"time", zoned(signature->at)},
        {"signer", signature->signer.str()},
        {"meaning", signature->meaning},
        {"header", signature->header},
        {"digest", signature->digest},
        {"number", signature->number},
        {"previous", text_or_null(signature->previous)},
        {"public_key", signature->seal.public_key},
        {"signature", signature->seal.value},
    };
}

Value amendment_as_json(const Amendment& amendment) {
    auto json = to_value(amendment);
    json["time"] = zoned(amendment.at);
    return json;
}

/// Each fact of the note with its place.
Value entries_as_json(const Note& note, TemplateShelf& shelf) {
    Value::Array entries;
    for (const auto& entry : entries_of(note.body, shelf.get_templates(note))) {
        entries.emplace_back(Value::Object{
            {"path", entry.path},
            {"section", entry.section},
            {"technique", text_or_null(entry.technique)},
            {"field", entry.field},
            {"value", entry.text()},
            {"number", entry.value.is_number() ? Value{entry.value.as_number()} : Value{}},
            {"unit", text_or_null(entry.unit)},
            {"region", text_or_null(entry.region)},
            {"side", text_or_null(entry.side)},
        });
    }
    return entries;
}

Value note_as_json(const Note& note, TemplateShelf& shelf) {
    Value::Array amendments;
    for (const auto& amendment : note.amendments) {
        amendments.push_back(amendment_as_json(amendment));
    }
    Value::Array cosignatures;
    for (const auto& cosignature : note.cosignatures) {
        auto json = to_value(cosignature);
        json["time"] = zoned(cosignature.at);
        cosignatures.push_back(std::move(json));
    }
    return Value::Object{
        {"id", note.id.str()},
        {"uuid", note.uuid},
        {"client", note.client.str()},
        {"complaint", note.complaint ? Value{note.complaint->str()} : Value{}},
        {"state", note.signature ? "signed" : "draft"},
        {"void", find_void(note) != nullptr},
        {"kind", note.kind},
        {"began", zoned(note.began)},
        {"minutes", note.length ? Value{std::int64_t{note.length->count()}} : Value{}},
        {"techniques", Value::Array(note.techniques.begin(), note.techniques.end())},
        {"pain_before", note.pain_before},
        {"pain_after", note.pain_after},
        {"body", note.body},
        {"templates", to_value(note.templates)},
        {"author", note.author.str()},
        {"created_at", seconds(note.created)},
        {"changed_at", seconds(note.changed)},
        {"signature", signature_as_json(note.signature)},
        {"amendments", std::move(amendments)},
        {"cosignatures", std::move(cosignatures)},
        {"entries", entries_as_json(note, shelf)},
    };
}

Value template_as_json(SQLite::Database& db, const TemplateReference& used) {
    return Value::Object{
        {"kind", used.kind},
        {"id", used.id},
        {"version", used.version},
        {"digest", used.digest},
        {"text", template_text(db, used.digest)}};
}

/// Writes the resources of one note.
class FhirWriter {
  public:
    FhirWriter(const Note& note, const NoteTemplates& templates, Session& session)
        : note_(note)
        , header_(note.signature.value().header)
        , templates_(templates)
        , zone_(session.zone())
        , patient_(header_.client("uuid"))
        , practice_(header_.practice("uuid"))
        , therapist_(header_.therapist("uuid")) {}

    Value encounter() const {
        auto encounter = resource("Encounter", note_.uuid);
        encounter["status"] = status("finished");
        encounter["class"] = coding(hl7_system("v3-ActCode"), "AMB", "ambulatory");
        encounter["subject"] = reference(patient_);
        if (!therapist_.empty()) {
            encounter["participant"] =
                list_of(Value::Object{{"individual", reference(therapist_)}});
        }
        encounter["period"] = period();
        if (note_.length) {
            encounter["length"] = Value::Object{
                {"value", std::int64_t{note_.length->count()}},
                {"unit", "min"},
                {"system", "http://unitsofmeasure.org"},
                {"code", "min"}};
        }
        if (const auto reason = reason_text(); !reason.empty()) {
            encounter["reasonCode"] = list_of(text_element(reason));
        }
        if (const auto complaint = header_.complaint("uuid"); !complaint.empty()) {
            encounter["reasonReference"] = list_of(reference(complaint));
        }
        encounter["serviceProvider"] = reference(practice_);
        return encounter;
    }

    std::vector<Value> procedures() const {
        std::vector<Value> procedures;
        for (const auto& block : NoteBody{note_.body}.blocks()) {
            procedures.push_back(procedure(block));
        }
        return procedures;
    }

    std::vector<Value> pain() const {
        std::vector<Value> observations;
        if (note_.pain_before) {
            observations.push_back(observation(*note_.pain_before, "before", note_.began));
        }
        if (note_.pain_after) {
            observations.push_back(observation(*note_.pain_after, "after", end()));
        }
        return observations;
    }

  private:
    /// A void note stays in the record as a mistake.
    [[nodiscard]] std::string status(const char* of_counting) const {
        return find_void(note_) == nullptr ? of_counting : "entered-in-error";
    }

    /// In the zone's time at that moment: the clocks may have changed during the session.
    [[nodiscard]] ZonedTime end() const {
        return note_.length ? zone_.at(note_.began.instant + *note_.length) : note_.began;
    }

    [[nodiscard]] Value period() const {
        auto period = Value::Object{{"start", note_.began.iso()}};
        if (note_.length) {
            period.emplace_back("end", end().iso());
        }
        return period;
    }

    [[nodiscard]] std::string reason_text() const {
        if (const auto title = header_.complaint("title"); !title.empty()) {
            return title;
        }
        const auto* complaint = NoteBody{note_.body}.subjective("complaint");
        return complaint == nullptr ? "" : complaint->plain();
    }

    [[nodiscard]] Value procedure(const NoteBlock& block) const {
        const auto part = "block/" + std::to_string(block.number());
        auto procedure = resource("Procedure", derived_uuid(note_.uuid + "/" + part));
        procedure["status"] = status("completed");
        procedure["code"] = text_element(templates_.technique_name(block.technique()));
        procedure["subject"] = reference(patient_);
        procedure["encounter"] = reference(note_.uuid);
        procedure["performedPeriod"] = period();
        if (!therapist_.empty()) {
            procedure["performer"] = list_of(Value::Object{{"actor", reference(therapist_)}});
        }
        if (const auto place = block.place(); !place.empty()) {
            procedure["bodySite"] = list_of(text_element(place));
        }
        if (const auto minutes = block.minutes()) {
            const auto text = std::to_string(minutes->count()) + " min on this region";
            procedure["note"] = list_of(text_element(text));
        }
        return procedure;
    }

    [[nodiscard]] Value
    observation(int value, const std::string& when, const ZonedTime& time) const {
        auto observation = resource("Observation", derived_uuid(note_.uuid + "/pain/" + when));
        observation["status"] = status("final");
        observation["category"] =
            list_of(codeable_concept(coding(hl7_system("observation-category"), "survey", "Survey"))
            );
        observation["code"] = codeable_concept(
            coding(
                loinc, "72514-3", "Pain severity - 0-10 verbal numeric rating [Score] - Reported"
            ),
            "Pain 0-10, " + when + " the session"
        );
        observation["subject"] = reference(patient_);
        observation["encounter"] = reference(note_.uuid);
        observation["effectiveDateTime"] = time.iso();
        observation["performer"] = list_of(reference(patient_));
        observation["valueInteger"] = value;
        return observation;
    }

    const Note& note_;
    NoteHeader header_;
    const NoteTemplates& templates_;
    const TimeZone& zone_;
    std::string patient_;
    std::string practice_;
    std::string therapist_;
};

} // namespace

void write_note_records(Session& session, std::optional<ClientId> client, const RecordSink& take) {
    auto& db = session.db();
    TemplateShelf shelf{db};
    std::set<std::string> known; // digests of templates
    for (const auto id : client ? std::vector{*client} : clients_with_notes(db)) {
        for (const auto& note : all_notes(db, id)) {
            for (const auto& used : note.templates) {
                if (known.insert(used.digest).second) {
                    take("templates", template_as_json(db, used));
                }
            }
            take("notes", note_as_json(note, shelf));
        }
    }
}

std::vector<Value> notes_as_fhir(Session& session, const FhirRequest& request) {
    std::vector<Value> resources;
    TemplateShelf shelf{session.db()};
    auto notes = notes_of_episode(session, request.client, request.complaint, std::nullopt);
    if (!request.referral) { // who receives a referral never saw the void notes
        auto mistakes = void_notes(session.db(), request.client, request.complaint, Instant::min());
        std::move(mistakes.begin(), mistakes.end(), std::back_inserter(notes));
    }
    for (const auto& note : notes) {
        const auto templates = shelf.get_templates(note);
        const FhirWriter writer{note, templates, session};
        resources.push_back(writer.encounter());
        for (auto&& more : {writer.procedures(), writer.pain()}) {
            resources.insert(resources.end(), more.begin(), more.end());
        }
    }
    return resources;
}

} // namespace praxis::soap
