// SPDX-License-Identifier: MIT
// What the core itself contributes: its part of the record.
#include <praxis/plugin.hpp>
#include <praxis/sql.hpp>

namespace praxis {
namespace {

Value telecoms(const std::string& phone, const std::string& email) {
    Value::Array all;
    if (!phone.empty()) {
        all.emplace_back(Value::Object{{"system", "phone"}, {"value", phone}});
    }
    if (!email.empty()) {
        all.emplace_back(Value::Object{{"system", "email"}, {"value", email}});
    }
    return all;
}

/// FHIR R4 Organization: the practice.
Value organization(Session& session) {
    const auto& practice = session.practice();
    Value resource = Value::Object{
        {"resourceType", "Organization"},
        {"id", practice.uuid},
        {"name", practice.name},
    };
    if (auto telecom = telecoms(practice.phone, practice.email); !telecom.as_array().empty()) {
        resource["telecom"] = std::move(telecom);
    }
    if (!practice.address.empty()) {
        resource["address"] = Value::Array{Value::Object{{"text", practice.address}}};
    }
    return resource;
}

/// FHIR R4 Practitioner: whoever is at the keyboard.
Value practitioner(Session& session) {
    const auto& user = session.user();
    Value resource = Value::Object{
        {"resourceType", "Practitioner"},
        {"id", user.uuid},
        {"active", user.active},
        {"name", Value::Array{Value::Object{{"text", user.name}}}},
    };
    if (auto telecom = telecoms(user.phone, user.email); !telecom.as_array().empty()) {
        resource["telecom"] = std::move(telecom);
    }
    if (!user.licence.empty()) {
        resource["qualification"] = Value::Array{Value::Object{
            {"identifier", Value::Array{Value::Object{{"value", user.licence}}}},
            {"code",
             Value::Object{{"text", user.profession.empty() ? "licence" : user.profession}}},
        }};
    }
    return resource;
}

/// FHIR R4 PractitionerRole: who works where.
Value practitioner_role(Session& session) {
    const auto& user = session.user();
    // A role has no record of its own: its id is made of the two it joins, the same each time.
    const auto id = user.uuid.substr(0, 24) + session.practice().uuid.substr(24);
    Value resource = Value::Object{
        {"resourceType", "PractitionerRole"},
        {"id", id},
        {"practitioner", Value::Object{{"reference", "urn:uuid:" + user.uuid}}},
        {"organization", Value::Object{{"reference", "urn:uuid:" + session.practice().uuid}}},
    };
    if (!user.profession.empty()) {
        resource["code"] = Value::Array{Value::Object{{"text", user.profession}}};
    }
    return resource;
}

std::vector<Value> fhir(Session& session, const FhirRequest&) {
    return {organization(session), practitioner(session), practitioner_role(session)};
}

Value disclosures(Session& session, ClientId client) {
    auto rows = all_rows(
        statement(
            session.db(),
            "SELECT uuid, at, at_offset, user, recipient, recipient_address, what, purpose, digest"
            " FROM core_disclosure WHERE client = ? ORDER BY disclosure",
            client
        ),
        [](auto& query) {
            return Value{Value::Object{
                {"uuid", column_text(query, 0)},
                {"at", column_zoned(query, 1).iso()},
                {"user", UserId{column_number(query, 3)}.str()},
                {"recipient", column_text(query, 4)},
                {"recipient_address", optional_text(query, 5)},
                {"what", column_text(query, 6)},
                {"purpose", column_text(query, 7)},
                {"digest", optional_text(query, 8)},
            }};
        }
    );
    return Value::Object{{"disclosures", Value{std::move(rows)}}};
}

} // namespace

void register_parts(Registry& registry);

void register_parts(Registry& registry) {
    registry.contribute(RecordMapper{
        .name = "core", .tables = {"core_disclosure"}, .json = disclosures, .fhir = fhir});
}

} // namespace praxis
