// SPDX-License-Identifier: MIT
#include "write/complaint_defaults.hpp"

#include "note/note_body.hpp"
#include "note/note_queries.hpp"
#include "write/complaint_queries.hpp"

#include <praxis/text.hpp>

namespace praxis::soap {

namespace {

bool is_empty(const Value* value) {
    return value == nullptr || is_unrecorded(*value);
}

/// The complaint that the command names, or the only open one.
std::optional<clients::Complaint>
complaint_of(Session& session, ClientId client, const NoteInput& input) {
    const auto open = open_complaints_on(session, client, session.today());
    if (!input.complaint) {
        return open.size() == 1 ? std::optional{open.front()} : std::nullopt;
    }
    for (const auto& each : open) {
        if (ComplaintId::parse(*input.complaint) == each.id) {
            return each;
        }
    }
    return std::nullopt;
}

/// Whether the file is about a session before that day. A relative date, "yesterday 14:00", is of
/// these days.
bool is_before(const Value& file, const std::optional<Date>& day) {
    constexpr std::size_t size_of_date = 10;
    const auto* began = file.find("date");
    const auto written =
        began == nullptr ? std::nullopt : Date::from_iso(began->plain().substr(0, size_of_date));
    return day && written && *written < *day;
}

bool is_for(const Value& file, const ComplaintOnRecord& complaint) {
    const auto* named = file.find("complaint");
    const bool names_it =
        is_empty(named) || ComplaintId::parse(named->plain()) == ComplaintId::parse(complaint.id);
    return names_it && file.text_at("kind") != wellness && !is_before(file, complaint.onset);
}

/// The table to fill; nullptr when the file has something else in its place, which is an error that
/// the validation reports.
Value* subjective_of(Value& file) {
    auto& subjective = file["subjective"];
    return subjective.is_null() || subjective.is_object() ? &subjective : nullptr;
}

} // namespace

std::vector<clients::Complaint>
open_complaints_on(Session& session, ClientId client, const Date& day) {
    auto open = session.get<clients::Directory>().open_complaints(session, client);
    std::erase_if(open, [&day](const auto& complaint) {
        return complaint.onset && *complaint.onset > day;
    });
    return open;
}

void add_complaint_defaults(Session& session, ClientId client, NoteInput& input) {
    const auto complaint = complaint_of(session, client, input);
    if (!complaint || last_signed(session.db(), client, complaint->id)) {
        return;
    }
    const auto own_words = complaint_text(session.db(), complaint->id);
    input.complaint_on_record = {
        .id = complaint->id.str(),
        .text = own_words.empty() ? complaint->title : own_words,
        .goal = complaint->goal,
        .onset = complaint->onset};
}

void fill_from_complaint(
    const ComplaintOnRecord& complaint, Value& file, std::vector<std::string>& understood
) {
    auto* subjective =
        complaint.id.empty() || !is_for(file, complaint) ? nullptr : subjective_of(file);
    if (subjective == nullptr) {
        return;
    }
    std::vector<std::string> filled;
    const auto fill = [&](const char* field, const std::string& value) {
        if (!value.empty() && is_empty(subjective->find(field))) {
            (*subjective)[field] = value;
            filled.push_back(std::string{field} + " \"" + visible(value) + "\"");
        }
    };
    fill("complaint", complaint.text);
    fill("goal", complaint.goal);
    if (!filled.empty()) {
        understood.push_back("from " + complaint.id + ": " + join(filled, ", "));
    }
}

} // namespace praxis::soap
