// SPDX-License-Identifier: MIT
#include <praxis/digest.hpp>
#include <praxis/fhir.hpp>

#include <cstddef>
#include <utility>

namespace praxis::fhir {
namespace {

using Object = Value::Object;

void add_text(Value& element, std::string_view name, std::string_view text) {
    if (!text.empty()) {
        element[name] = text;
    }
}

} // namespace

std::string hl7_system(std::string_view name) {
    return "http://terminology.hl7.org/CodeSystem/" + std::string{name};
}

Value resource(std::string_view type, std::string_view id) {
    return Object{{"resourceType", type}, {"id", id}};
}

std::string url_of(std::string_view uuid) {
    return "urn:uuid:" + std::string{uuid};
}

Value reference(std::string_view uuid, std::string_view display) {
    Value reference = Object{{"reference", url_of(uuid)}};
    add_text(reference, "display", display);
    return reference;
}

Value identifier(std::string_view system, std::string_view value) {
    return Object{{"system", system}, {"value", value}};
}

Value coding(std::string_view system, std::string_view code, std::string_view display) {
    Value coding = Object{{"system", system}, {"code", code}};
    add_text(coding, "display", display);
    return coding;
}

Value codeable_concept(Value coding, std::string_view text) {
    Value codeable = Object{{"coding", list_of(std::move(coding))}};
    add_text(codeable, "text", text);
    return codeable;
}

Value text_element(std::string_view text) {
    return Object{{"text", text}};
}

Value contact_point(std::string_view system, std::string_view value, std::string_view use) {
    Value contact = Object{{"system", system}, {"value", value}};
    add_text(contact, "use", use);
    return contact;
}

Value list_of(Value item) {
    return Value::Array{std::move(item)};
}

std::string derived_uuid(std::string_view name) {
    constexpr std::string_view hex = "0123456789abcdef";
    auto digits = digest_of(name).substr(0, 32);
    digits[12] = '8';                              // the version
    digits[16] = "89ab"[hex.find(digits[16]) % 4]; // the variant: binary 10 in front
    for (const std::size_t place : {20U, 16U, 12U, 8U}) {
        digits.insert(place, 1, '-');
    }
    return digits;
}

} // namespace praxis::fhir
