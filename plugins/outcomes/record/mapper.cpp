// SPDX-License-Identifier: MIT
#include "instrument/instrument.hpp"
#include "measure_queries.hpp"
#include "record/records.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/fhir.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace praxis::outcomes {

namespace {

using Object = Value::Object;

} // namespace

Value measure_value(const Measure& measure) {
    return Object{
        {"id", measure.id.str()},
        {"uuid", measure.uuid},
        {"client", measure.client.str()},
        {"complaint", measure.complaint ? Value{measure.complaint->str()} : Value{}},
        {"instrument", measure.instrument},
        {"instrument_version", measure.version},
        {"language", measure.language},
        {"measured_on", measure.on.iso()},
        {"moment", text_or_null(measure.moment)},
        {"score", measure.score},
        {"answers", to_value(measure.given)},
        {"remark", text_or_null(measure.remark)},
        {"replaces", measure.replaces ? Value{measure.replaces->str()} : Value{}},
        {"reason", text_or_null(measure.reason)},
        {"made", measure.made.iso()},
        {"author", measure.author.str()},
        {"author_name", measure.author_name}};
}

namespace {

void write_records(Session& session, std::optional<ClientId> client, const RecordSink& take) {
    for_each_measure(session.db(), client, [&](const Measure& measure) {
        take("measures", measure_value(measure));
    });
}

std::string moment_of(const Measure& measure) {
    return measure.moment.empty() ? "" : ", " + measure.moment + " the session";
}

Value code_of(const Measure& measure, const Instrument* instrument) {
    if (instrument == nullptr) {
        return fhir::text_element(measure.instrument + moment_of(measure));
    }
    const auto text = instrument->name + ", " + instrument->long_name + moment_of(measure);
    return instrument->loinc.empty()
               ? fhir::text_element(text)
               : fhir::codeable_concept(fhir::coding(fhir::loinc, instrument->loinc), text);
}

Value survey_category() {
    return fhir::list_of(fhir::codeable_concept(
        fhir::coding(fhir::hl7_system("observation-category"), "survey", "Survey")
    ));
}

/// FHIR has no word for "replaced": the old row was a mistake.
std::string status_of(const Measure& measure, const char* of_counting) {
    return measure.replaced_by ? "entered-in-error" : of_counting;
}

std::string answers_id(const Measure& measure) {
    return fhir::derived_uuid(measure.uuid + "/answers");
}

void set_score(Value& observation, const Measure& measure, const Instrument* instrument) {
    // The LOINC code of pain asks for a whole number.
    if (instrument != nullptr && !instrument->loinc.empty() &&
        measure.score == std::floor(measure.score)) {
        observation["valueInteger"] = static_cast<std::int64_t>(measure.score);
        return;
    }
    observation["valueQuantity"] = Object{
        {"value", measure.score},
        {"unit", instrument == nullptr ? std::string{"points"} : instrument->unit}};
}

Value observation_of(
    const Measure& measure, const Instrument* instrument, const clients::Client& client
) {
    auto observation = fhir::resource("Observation", measure.uuid);
    observation["status"] = status_of(measure, "final");
    observation["category"] = survey_category();
    observation["code"] = code_of(measure, instrument);
    observation["subject"] = fhir::reference(client.uuid, client.full_name);
    observation["effectiveDateTime"] = measure.on.iso();
    observation["performer"] = fhir::list_of(fhir::reference(client.uuid, client.full_name));
    set_score(observation, measure, instrument);
    if (!measure.remark.empty()) {
        observation["note"] = fhir::list_of(fhir::text_element(measure.remark));
    }
    if (!measure.given.is_empty()) {
        observation["derivedFrom"] = fhir::list_of(fhir::reference(answers_id(measure)));
    }
    return observation;
}

Value answer_item(const std::string& id, const std::string& text, const Value& answer) {
    Value item = Object{{"linkId", id}, {"text", text}};
    if (!answer.is_null()) {
        item["answer"] = fhir::list_of(answer);
    }
    return item;
}

Value decimal(double value) {
    return Object{{"valueDecimal", value}};
}

void add_named(Value& items, const std::string& kind, const std::vector<NamedNumber>& numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        items.push_back(answer_item(
            kind + "-" + std::to_string(i + 1), numbers[i].name, decimal(numbers[i].value)
        ));
    }
}

Value answers_items(const Given& given) {
    Value items;
    add_named(items, "activity", given.activities);
    add_named(items, "part", given.parts);
    for (std::size_t i = 0; i < given.items.size(); ++i) {
        const auto number = std::to_string(i + 1);
        items.push_back(answer_item(
            number, "question " + number, given.items[i] ? decimal(*given.items[i]) : Value{}
        ));
    }
    if (given.ticked) {
        for (const auto tick : *given.ticked) {
            const auto number = std::to_string(tick);
            items.push_back(
                answer_item(number, "statement " + number, Object{{"valueBoolean", true}})
            );
        }
    }
    return items;
}

Value response_of(
    const Measure& measure, const Instrument* instrument, const clients::Client& client
) {
    auto response = fhir::resource("QuestionnaireResponse", answers_id(measure));
    response["identifier"] =
        fhir::identifier("urn:ietf:rfc:3986", fhir::url_of(answers_id(measure)));
    response["status"] = status_of(measure, "completed");
    response["subject"] = fhir::reference(client.uuid, client.full_name);
    response["authored"] = measure.on.iso();
    response["source"] = fhir::reference(client.uuid, client.full_name);
    response["text"] = fhir::narrative(
        "generated", {Paragraph{instrument == nullptr ? measure.instrument : instrument->long_name}}
    );
    if (auto items = answers_items(measure.given); !items.is_null()) {
        response["item"] = std::move(items);
    }
    return response;
}

} // namespace

bool is_wanted(const Measure& measure, const Instrument* instrument, const FhirRequest& request) {
    if (!request.referral) {
        return true;
    }
    const bool can_leave = instrument != nullptr && !instrument->is_private;
    return can_leave && !measure.replaced_by && request.complaint &&
           measure.complaint == request.complaint;
}

namespace {

std::vector<Value> as_fhir(Session& session, const FhirRequest& request) {
    std::vector<Value> resources;
    std::vector<Instrument> instruments;
    const auto client = session.get<clients::Directory>().get(session, request.client);
    for_each_measure(session.db(), request.client, [&](const Measure& measure) {
        if (instruments.empty()) {
            instruments = all_instruments(session);
        }
        const auto* instrument = find_instrument(instruments, measure.instrument);
        if (!is_wanted(measure, instrument, request)) {
            return;
        }
        if (!measure.given.is_empty()) {
            resources.push_back(response_of(measure, instrument, client));
        }
        resources.push_back(observation_of(measure, instrument, client));
    });
    return resources;
}

} // namespace

RecordMapper record_mapper() {
    return {
        .name = "outcomes",
        .tables = {"outcomes_measure"},
        .kinds = {{"measures"}},
        .write = write_records,
        .fhir = as_fhir};
}

} // namespace praxis::outcomes
