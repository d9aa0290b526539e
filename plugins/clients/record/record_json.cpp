// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "options/option_text.hpp"
#include "record/records.hpp"

namespace praxis::clients {
namespace {

Value field_value(const std::optional<Date>& day) {
    return day_value(day);
}

template <class Text> Value field_value(const Text& text) {
    return text;
}

Value contacts_value(const std::vector<Contact>& contacts) {
    Value::Array items;
    for (const auto& contact : contacts) {
        items.emplace_back(Value::Object{
            {"system", contact.system}, {"kind", contact.kind}, {"value", contact.value}});
    }
    return items;
}

template <class Row> Value health_row(const Row& row) {
    Value::Object members{{"number", row.number}, {"uuid", row.uuid}, {"client", row.client.str()}};
    auto name = HealthList<Row>::fields.begin();
    std::apply(
        [&](const auto&... values) { (members.emplace_back(*name++, field_value(values)), ...); },
        HealthList<Row>::values(row)
    );
    members.emplace_back("added_at", row.added.iso());
    Value value{std::move(members)};
    value["concepts"] = row.concepts ? parse_json(*row.concepts, "concepts") : Value{};
    return value;
}

} // namespace

Value json_of(const ClientRow& client) {
    return Value::Object{
        {"id", client.id.str()},
        {"uuid", client.uuid},
        {"given", client.given},
        {"family", client.family},
        {"written_name", client.written_name},
        {"full_name", full_name(client)},
        {"preferred_name", client.preferred_name},
        {"pronouns", client.pronouns},
        {"born", client.born ? Value{client.born->iso()} : Value{}},
        {"gender", client.gender},
        {"address", client.address},
        {"phone", client.phone},
        {"phone_kind", client.phone_kind},
        {"email", client.email},
        {"email_kind", client.email_kind},
        {"contacts", contacts_value(client.more_contacts)},
        {"contact_by", client.contact_by},
        {"language", client.language},
        {"occupation", client.occupation},
        {"emergency_name", client.emergency_name},
        {"emergency_phone", client.emergency_phone},
        {"emergency_relation", client.emergency_relation},
        {"guardian_name", client.guardian_name},
        {"guardian_relation", client.guardian_relation},
        {"guardian_permission_on", day_value(client.guardian_permission_on)},
        {"referral_source", client.referral_source},
        {"other_products", client.other_products},
        {"notes", client.notes},
        {"added_at", client.added.iso()},
        {"changed_at", client.changed.iso()},
        {"archived_at", client.archived ? Value{client.archived->iso()} : Value{}},
    };
}

Value json_of(const ComplaintRow& complaint) {
    return Value::Object{
        {"id", complaint.id.str()},
        {"uuid", complaint.uuid},
        {"client", complaint.client.str()},
        {"title", title_of(complaint)},
        {"own_title", complaint.own_title},
        {"text", complaint.text},
        {"causes", list_value(complaint.causes)},
        {"region", complaint.region},
        {"side", complaint.side},
        {"onset", complaint.onset},
        {"onset_type", complaint.onset_type},
        {"mechanism", complaint.mechanism},
        {"stated_chronic", complaint.stated_chronic},
        {"goals", list_value(complaint.goals)},
        {"closed_on", day_value(complaint.closed_on)},
        {"closing_reason", complaint.closing_reason},
        {"closing_note", complaint.closing_note},
        {"added_at", complaint.added.iso()},
    };
}

Value json_of(const ConditionRow& condition) {
    return health_row(condition);
}

Value json_of(const MedicationRow& medication) {
    return health_row(medication);
}

Value json_of(const AllergyRow& allergy) {
    return health_row(allergy);
}

Value json_of(ClientId client, const NoneKnown& answer) {
    return Value::Object{
        {"client", client.str()},
        {"kind", answer.kind},
        {"asked_at", answer.asked.iso()},
        {"asked_by", answer.asked_by.str()},
        {"asked_by_name", answer.asked_by_name},
    };
}

Value json_of(const ConsentRow& consent) {
    return Value::Object{
        {"id", consent.id.str()},
        {"uuid", consent.uuid},
        {"client", consent.client.str()},
        {"kind", consent.kind},
        {"scope", consent.scope},
        {"techniques", list_value(consent.techniques)},
        {"regions", list_value(consent.regions)},
        {"recipient", consent.recipient},
        {"given_on", consent.given_on.iso()},
        {"given_by", consent.given_by},
        {"given_how", consent.given_how},
        {"expires_on", day_value(consent.expires_on)},
        {"witness", consent.witness},
        {"withdrawn_on", day_value(consent.withdrawn_on)},
        {"withdrawal_reason", consent.withdrawal_reason},
        {"recorded_at", consent.recorded.iso()},
    };
}

namespace {

void write_client(SQLite::Database& db, ClientId client, const RecordSink& take) {
    const auto write = [&](const char* kind, const auto& rows) {
        for (const auto& row : rows) {
            take(kind, json_of(row));
        }
    };
    take("client", json_of(get_client(db, client)));
    write("complaints", complaints_of(db, client));
    write("conditions", Conditions::all(db, client));
    write("medications", Medications::all(db, client));
    write("allergies", Allergies::all(db, client));
    for (const auto* kind : {"condition", "medication", "allergy"}) {
        if (const auto answer = find_none_known(db, client, kind)) {
            take("none_known", json_of(client, *answer));
        }
    }
    write("consents", consents_of(db, client));
}

void write_records(Session& session, std::optional<ClientId> client, const RecordSink& take) {
    auto& db = session.db();
    for (const auto id : client ? std::vector{*client} : all_client_ids(db)) {
        write_client(db, id, take);
    }
}

} // namespace

RecordMapper record_mapper() {
    return {
        .name = "clients",
        .tables =
            {"clients_client",
             "clients_complaint",
             "clients_complaint_cause",
             "clients_condition",
             "clients_medication",
             "clients_allergy",
             "clients_none_known",
             "clients_consent"},
        .kinds =
            {{"client", true},
             {"complaints"},
             {"conditions"},
             {"medications"},
             {"allergies"},
             {"none_known"},
             {"consents"}},
        .write = write_records,
        .fhir = record_fhir,
    };
}

} // namespace praxis::clients
