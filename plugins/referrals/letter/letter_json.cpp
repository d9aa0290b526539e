// SPDX-License-Identifier: MIT
#include "letter/letter_json.hpp"

#include <praxis/document_json.hpp>
#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <utility>

namespace praxis::referrals {
namespace {

constexpr std::int64_t format = 1;

LetterPart part_from_value(const Value& value) {
    LetterPart part{value.text_at("name"), value.text_at("title"), value.text_at("loinc"), {}};
    if (const auto* blocks = value.find("blocks")) {
        part.blocks = blocks_from_value(*blocks);
    }
    return part;
}

} // namespace

std::string letter_to_json(const Document& document, const std::vector<LetterPart>& parts) {
    Value::Array listed;
    for (const auto& part : parts) {
        listed.emplace_back(Value::Object{
            {"name", part.name},
            {"title", part.title},
            {"loinc", part.loinc},
            {"blocks", value_from_blocks(part.blocks)}});
    }
    return to_json(Value::Object{
        {"format", format},
        {"document", value_from_document(document)},
        {"parts", std::move(listed)}});
}

FrozenLetter letter_from_json(const std::string& json) {
    const auto value = parse_json(json, "the letter that was sent", most_letter_bytes);
    const auto* version = value.find("format");
    if (version == nullptr || !(*version == Value{format})) {
        throw PluginError(
            "a newer version of the plugin 'referrals' wrote this letter",
            "install the newer version; praxis plugin info referrals shows the installed one"
        );
    }
    FrozenLetter letter;
    if (const auto* document = value.find("document")) {
        letter.document = document_from_value(*document);
    }
    if (const auto* parts = value.find("parts"); parts != nullptr && parts->is_array()) {
        for (const auto& part : parts->as_array()) {
            letter.parts.push_back(part_from_value(part));
        }
    }
    return letter;
}

} // namespace praxis::referrals
