// SPDX-License-Identifier: MIT
// What the core itself contributes: its part of the record.
#include "session/attachments.hpp"

#include <praxis/base64.hpp>
#include <praxis/fhir.hpp>
#include <praxis/plugin.hpp>
#include <praxis/sql.hpp>

namespace praxis {
namespace {

Value telecoms(const std::string& phone, const std::string& email) {
    Value::Array all;
    if (!phone.empty()) {
        all.push_back(fhir::contact_point("phone", phone));
    }
    if (!email.empty()) {
        all.push_back(fhir::contact_point("email", email));
    }
    return all;
}

/// FHIR R4 Organization: the practice.
Value organization(Session& session) {
    const auto& practice = session.practice();
    auto resource = fhir::resource("Organization", practice.uuid);
    resource["name"] = practice.name;
    if (auto telecom = telecoms(practice.phone, practice.email); !telecom.as_array().empty()) {
        resource["telecom"] = std::move(telecom);
    }
    if (!practice.address.empty()) {
        resource["address"] = fhir::list_of(fhir::text_element(practice.address));
    }
    return resource;
}

/// FHIR R4 Practitioner: the user of this command.
Value practitioner(Session& session) {
    const auto& user = session.user();
    auto resource = fhir::resource("Practitioner", user.uuid);
    resource["active"] = user.active;
    resource["name"] = fhir::list_of(fhir::text_element(user.name));
    if (auto telecom = telecoms(user.phone, user.email); !telecom.as_array().empty()) {
        resource["telecom"] = std::move(telecom);
    }
    if (!user.licence.empty()) {
        resource["qualification"] = fhir::list_of(Value::Object{
            {"identifier", fhir::list_of(Value::Object{{"value", user.licence}})},
            {"code", fhir::text_element(user.profession.empty() ? "licence" : user.profession)},
        });
    }
    return resource;
}

/// FHIR R4 PractitionerRole: the user works at the practice.
Value practitioner_role(Session& session) {
    const auto& user = session.user();
    const auto& practice = session.practice();
    // A role has no record of its own. Its id is one half of each of the two ids that it joins.
    auto resource =
        fhir::resource("PractitionerRole", user.uuid.substr(0, 24) + practice.uuid.substr(24));
    resource["practitioner"] = fhir::reference(user.uuid);
    resource["organization"] = fhir::reference(practice.uuid);
    if (!user.profession.empty()) {
        resource["code"] = fhir::list_of(fhir::text_element(user.profession));
    }
    return resource;
}

std::vector<Value> resources(Session& session, const FhirRequest&) {
    return {organization(session), practitioner(session), practitioner_role(session)};
}

void write_disclosures(Session& session, std::optional<ClientId> client, const RecordSink& take) {
    auto query = statement(
        session.db(),
        std::string{"SELECT uuid, client, at, at_offset, user, recipient, recipient_address, what,"
                    " purpose, digest FROM core_disclosure WHERE "} +
            (client ? "client = ?1" : "?1 IS NULL") + " ORDER BY disclosure",
        client
    );
    while (query.executeStep()) {
        take(
            "disclosures",
            Value::Object{
                {"uuid", column_uuid(query, 0)},
                {"client", ClientId{column_number(query, 1)}.str()},
                {"at", column_zoned(query, 2).iso()},
                {"user", UserId{column_number(query, 4)}.str()},
                {"recipient", column_text(query, 5)},
                {"recipient_address", optional_text(query, 6)},
                {"what", column_text(query, 7)},
                {"purpose", column_text(query, 8)},
                {"digest", null_if_empty(column_hex(query, 9))},
            }
        );
    }
}

void write_attachments(Session& session, std::optional<ClientId> client, const RecordSink& take) {
    for (const auto& attachment : all_attachments(session, client)) {
        auto record = attachment_value(attachment);
        record["bytes"] = to_base64(attachment_bytes(session, attachment.id));
        take("attachments", std::move(record));
    }
}

void write_records(Session& session, std::optional<ClientId> client, const RecordSink& take) {
    write_disclosures(session, client, take);
    write_attachments(session, client, take);
}

} // namespace

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.contribute(RecordMapper{
        .name = "core",
        .tables = {"core_disclosure", "core_attachment"},
        .kinds = {{"disclosures"}, {"attachments"}},
        .write = write_records,
        .fhir = resources});
}

} // namespace praxis
