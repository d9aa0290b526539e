// SPDX-License-Identifier: MIT
#include "note/note.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cmath>

namespace praxis::soap {

namespace {

std::optional<int> two_digits(std::string_view text) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (text.size() != 2 || !is_digit(text[0]) || !is_digit(text[1])) {
        return std::nullopt;
    }
    return (text[0] - '0') * 10 + (text[1] - '0');
}

/// "2026-11-20 14:30" as validate_note() leaves it.
std::optional<CivilTime> civil_from(std::string_view text) {
    if (text.size() != 16 || text[13] != ':') {
        return std::nullopt;
    }
    const auto date = Date::from_iso(text.substr(0, 10));
    const auto hours = two_digits(text.substr(11, 2));
    const auto minutes = two_digits(text.substr(14, 2));
    if (!date || !hours || !minutes) {
        return std::nullopt;
    }
    return CivilTime{*date, Minutes{*hours * 60 + *minutes}};
}

std::optional<int> whole_in(const Value& tree, std::initializer_list<std::string_view> path) {
    const auto* value = find_in(tree, path);
    if (value == nullptr || !value->is_number()) {
        return std::nullopt;
    }
    return static_cast<int>(std::lround(value->as_number()));
}

} // namespace

bool is_unrecorded(const Value& value) {
    return value.is_null() || (value.is_text() && trim(value.as_text()).empty()) ||
           (value.is_array() && value.as_array().empty()) ||
           (value.is_object() && value.as_object().empty());
}

const Value* find_in(const Value& tree, std::initializer_list<std::string_view> path) {
    const Value* at = &tree;
    for (const auto name : path) {
        at = at == nullptr ? nullptr : at->find(name);
    }
    return at;
}

void draw_from_body(Note& note, const TimeZone& zone) {
    const auto began = civil_from(note.body.text_at("date"));
    if (!began) {
        throw Refused(
            "the note does not say when the session began",
            "add a line such as date = \"2026-11-20 14:30\", or give --date \"today 14:30\""
        );
    }
    note.began = zone.at(*began);
    note.techniques.clear();
    if (const auto* techniques = note.body.find("technique");
        techniques != nullptr && techniques->is_array()) {
        for (const auto& technique : techniques->as_array()) {
            note.techniques.push_back(technique.plain());
        }
    }
    note.complaint = ComplaintId::parse(note.body.text_at("complaint"));
    const auto minutes = whole_in(note.body, {"minutes"});
    note.length = minutes ? std::optional{Minutes{*minutes}} : std::nullopt;
    note.pain_before = whole_in(note.body, {"subjective", "pain_now"});
    note.pain_after = whole_in(note.body, {"assessment", "pain_after"});
}

Value to_value(const std::vector<TemplateReference>& templates) {
    Value::Array list;
    for (const auto& used : templates) {
        list.emplace_back(Value::Object{
            {"kind", used.kind},
            {"id", used.id},
            {"version", used.version},
            {"digest", used.digest}});
    }
    return list;
}

std::vector<TemplateReference> templates_from(const Value& list) {
    std::vector<TemplateReference> templates;
    for (const auto& used : list.as_array()) {
        templates.push_back({
            .kind = used.text_at("kind"),
            .id = used.text_at("id"),
            .version = whole_in(used, {"version"}).value_or(1),
            .digest = used.text_at("digest"),
        });
    }
    return templates;
}

Value to_value(const Amendment& amendment) {
    return Value::Object{
        {"amendment", amendment.number},
        {"uuid", amendment.uuid},
        {"at", amendment.at.iso()},
        {"author", amendment.author.str()},
        {"author_name", amendment.author_name},
        {"reason", amendment.reason},
        {"text", amendment.text},
    };
}

std::string pain_text(const std::optional<int>& before, const std::optional<int>& after) {
    std::string text = before ? std::to_string(*before) : "";
    if (after) {
        text += (text.empty() ? "-> " : " -> ") + std::to_string(*after);
    }
    return text;
}

} // namespace praxis::soap
