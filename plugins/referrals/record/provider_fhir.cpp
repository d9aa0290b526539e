// SPDX-License-Identifier: MIT
#include "fields.hpp"
#include "record/fhir.hpp"
#include "record/fhir_parts.hpp"

#include <praxis/fhir.hpp>

#include <utility>

namespace praxis::referrals {

using namespace fhir;
using Object = Value::Object;

Value concept_of(
    std::string_view system, const std::optional<Code>& code, const std::string& text
) {
    return code ? codeable_concept(coding(system, code->code, code->display), text)
                : text_element(text);
}

std::string part_uuid(const std::string& uuid, const std::string& part) {
    return derived_uuid(uuid + "/" + part);
}

std::string role_uuid(const Provider& provider) {
    return part_uuid(provider.uuid, "role");
}

namespace {

constexpr std::string_view nucc = "http://nucc.org/provider-taxonomy";

Value contact_points(const Provider& provider) {
    Value::Array ways;
    const auto add = [&](const char* system, const std::optional<std::string>& value) {
        if (value) {
            ways.push_back(contact_point(system, *value, "work"));
        }
    };
    add("phone", provider.phone);
    add("fax", provider.fax);
    add("email", provider.email);
    return ways;
}

void add_contact_details(Value& resource, const Provider& provider) {
    if (auto telecom = contact_points(provider); !telecom.as_array().empty()) {
        resource["telecom"] = std::move(telecom);
    }
    if (provider.address) {
        resource["address"] = list_of(text_element(*provider.address));
    }
}

/// source  datatypes.html#HumanName
Value name_of(const Provider& provider) {
    auto name = text_element(full_name_of(provider));
    if (provider.title) {
        name["prefix"] = list_of(*provider.title);
    }
    if (provider.credentials) {
        name["suffix"] = list_of(*provider.credentials);
    }
    return name;
}

std::string organisation_uuid(const Provider& provider) {
    return part_uuid(provider.uuid, "organisation");
}

} // namespace

std::vector<Value> provider_resources(Session& session, const Provider& provider) {
    const auto profile = load_profile(session, provider.profession);
    const auto specialty = concept_of(nucc, profile.specialty(), display_name(provider.profession));
    Value person = Object{
        {"resourceType", "Practitioner"},
        {"id", provider.uuid},
        {"identifier", list_of(identifier(url_of(session.practice().uuid), provider.id.str()))},
        {"name", list_of(name_of(provider))}};
    add_contact_details(person, provider);
    person["qualification"] = list_of(Object{{"code", specialty}});
    for (const auto& language : provider.languages) {
        person["communication"].push_back(
            codeable_concept(coding("urn:ietf:bcp:47", language), language)
        );
    }
    if (!provider.organisation) {
        return {std::move(person)};
    }
    Value organisation = Object{
        {"resourceType", "Organization"},
        {"id", organisation_uuid(provider)},
        {"name", *provider.organisation}};
    add_contact_details(organisation, provider);
    Value role = Object{
        {"resourceType", "PractitionerRole"},
        {"id", role_uuid(provider)},
        {"practitioner", reference(provider.uuid, provider.name)},
        {"organization", reference(organisation_uuid(provider), *provider.organisation)},
        {"code", list_of(specialty)}};
    return {std::move(person), std::move(organisation), std::move(role)};
}

} // namespace praxis::referrals
