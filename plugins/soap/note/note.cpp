// SPDX-License-Identifier: MIT
#include "note/note.hpp"

#include "note/note_body.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

bool is_unrecorded(const Value& value) {
    if (value.is_array()) {
        const auto& items = value.as_array();
        return std::all_of(items.begin(), items.end(), is_unrecorded);
    }
    if (value.is_object()) {
        const auto& members = value.as_object();
        return std::all_of(members.begin(), members.end(), [](const auto& member) {
            return is_unrecorded(member.second);
        });
    }
    return value.is_null() || (value.is_text() && trim(value.as_text()).empty());
}

NoteColumns columns_of(const Value& values) {
    const NoteBody body{values};
    return {
        .kind = std::string{body.kind()},
        .complaint = body.complaint(),
        .length = body.minutes(),
        .techniques = body.techniques(),
        .pain_before = body.pain_before(),
        .pain_after = body.pain_after(),
        .stress_before = body.stress_before(),
        .stress_after = body.stress_after(),
        .next_visit = body.next_visit(),
        .review_on = body.review_on()};
}

void draw_from_body(Note& note, const TimeZone& zone) {
    const NoteBody body{note.body};
    const auto began = body.began();
    if (!began) {
        throw Refused(
            "the note does not say when the session began",
            "add a line such as date = \"2026-11-20 14:30\", or give --date \"today 14:30\""
        );
    }
    note.began = zone.at(*began);
    static_cast<NoteColumns&>(note) = columns_of(note.body);
}

const Amendment* find_void(const Note& note) {
    const auto found = std::find_if(
        note.amendments.begin(),
        note.amendments.end(),
        [](const Amendment& amendment) { return amendment.kind == "void"; }
    );
    return found == note.amendments.end() ? nullptr : &*found;
}

std::vector<Amendment> without_void(const std::vector<Amendment>& amendments) {
    auto kept = amendments;
    std::erase_if(kept, [](const Amendment& amendment) { return amendment.kind == "void"; });
    return kept;
}

std::string void_text(const Amendment& amendment) {
    return "voided on " + amendment.at.civil().str() + " by " + amendment.author_name + ": " +
           amendment.reason;
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
        const auto* version = used.find("version");
        const bool is_number = version != nullptr && version->is_integer();
        templates.push_back({
            .kind = used.text_at("kind"),
            .id = used.text_at("id"),
            .version = is_number ? static_cast<int>(version->as_integer()) : 1,
            .digest = used.text_at("digest"),
        });
    }
    return templates;
}

Value to_value(const Amendment& amendment) {
    return Value::Object{
        {"amendment", amendment.number},
        {"uuid", amendment.uuid},
        {"kind", amendment.kind},
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
