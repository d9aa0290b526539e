// SPDX-License-Identifier: MIT
#include "letter/sessions.hpp"

#include <praxis/soap/notes.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis::referrals {
namespace {

bool is_recorded(const Value& value) {
    return !value.is_null() && !value.plain().empty() &&
           !(value.is_array() && value.as_array().empty());
}

std::vector<Addition> additions_of(const Value& note) {
    std::vector<Addition> additions;
    const auto* list = note.find("amendments");
    if (list == nullptr || !list->is_array()) {
        return additions;
    }
    for (const auto& one : list->as_array()) {
        const auto at = ZonedTime::from_iso(one.text_at("at"));
        if (at && one.text_at("kind") == "amendment") {
            additions.push_back({at->civil().date, trim(one.text_at("text"))});
        }
    }
    return additions;
}

SessionFacts facts_of(Session& session, const soap::SignedNote& note) {
    const auto whole = session.get<soap::Notes>().whole_note(session, note.id.str());
    const auto value = whole.view.data();
    SessionFacts facts;
    facts.note = note.id;
    facts.day = note.began.civil().date;
    facts.complaint = note.complaint;
    facts.minutes = note.length.count();
    facts.pain_before = note.pain_before;
    facts.pain_after = note.pain_after;
    if (const auto* body = value.find("body")) {
        facts.body = *body;
    }
    if (const auto* copied = facts.body.find("carried")) {
        facts.copied = copied->texts_at("fields");
    }
    facts.additions = additions_of(value);
    return facts;
}

} // namespace

const Value* SessionFacts::find(std::string_view part, std::string_view field) const {
    const auto* table = body.find(part);
    const auto* value = table == nullptr ? nullptr : table->find(field);
    return value != nullptr && is_recorded(*value) ? value : nullptr;
}

bool SessionFacts::is_copied(const std::string& path) const {
    return std::any_of(copied.begin(), copied.end(), [&path](const std::string& one) {
        return one == path || one.starts_with(path + ".") || one.starts_with(path + "[");
    });
}

std::optional<Value> SessionFacts::new_in_row(const std::string& path, const Value& row) const {
    static constexpr std::array<std::string_view, 7> names{
        "region", "side", "muscle", "joint", "movement", "name", "unit"};
    const auto is_new = [&](const std::string& field) {
        return std::find(copied.begin(), copied.end(), path) == copied.end() &&
               !is_copied(path + "." + field);
    };
    Value fresh = Value::Object{};
    bool has_new = false;   // beside the names
    bool has_facts = false; // copied or not
    bool is_new_name = false;
    for (const auto& [field, value] : row.as_object()) {
        if (!is_recorded(value)) {
            continue;
        }
        const bool is_name = std::find(names.begin(), names.end(), field) != names.end();
        if (is_name || is_new(field)) {
            fresh[field] = value;
        }
        has_facts = has_facts || !is_name;
        has_new = has_new || (!is_name && is_new(field));
        is_new_name = is_new_name || (is_name && is_new(field));
    }
    has_new = has_new || (!has_facts && is_new_name);
    return has_new ? std::optional{std::move(fresh)} : std::nullopt;
}

std::vector<SessionFacts> read_sessions(Session& session, const Referral& referral, Date until) {
    std::vector<SessionFacts> sessions;
    for (const auto& note :
         session.get<soap::Notes>().signed_notes(session, referral.client, referral.complaint)) {
        if (note.began.civil().date <= until) {
            sessions.push_back(facts_of(session, note));
        }
    }
    return sessions;
}

const SessionFacts* find_newest(
    const std::vector<SessionFacts>& sessions, std::string_view part, std::string_view field
) {
    const auto path = std::string{part} + "." + std::string{field};
    const SessionFacts* copied = nullptr;
    for (auto one = sessions.rbegin(); one != sessions.rend(); ++one) {
        if (one->find(part, field) == nullptr) {
            continue;
        }
        if (!one->is_copied(path)) {
            return &*one;
        }
        copied = copied == nullptr ? &*one : copied;
    }
    return copied;
}

std::string newest_text(
    const std::vector<SessionFacts>& sessions, std::string_view part, std::string_view field
) {
    const auto* found = find_newest(sessions, part, field);
    return found == nullptr ? std::string{} : trim(found->find(part, field)->plain());
}

} // namespace praxis::referrals
