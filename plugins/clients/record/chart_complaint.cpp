// SPDX-License-Identifier: MIT
#include "directory.hpp"
#include "record/chart.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

namespace praxis::clients {
namespace {

/// "2026-09-01, gradual, 11 weeks ago"
std::string onset_text(const ComplaintRow& complaint, Date today) {
    if (!complaint.onset) {
        return complaint.onset_type.value_or("");
    }
    auto text = *complaint.onset;
    if (complaint.onset_type) {
        text += ", " + *complaint.onset_type;
    }
    const auto day = Date::from_iso(*complaint.onset); // of a month or a year there is no count
    const auto weeks = day ? (today.days() - day->days()).count() / 7 : 0;
    if (!complaint.closed_on && weeks >= 1) {
        text += ", " + std::to_string(weeks) + (weeks == 1 ? " week ago" : " weeks ago");
    }
    return text;
}

std::string causes_text(const ComplaintRow& complaint) {
    std::vector<std::string> causes;
    for (const auto& cause : complaint.causes) {
        causes.push_back(
            cause == "injury" && complaint.mechanism ? "injury (" + *complaint.mechanism + ")"
                                                     : readable(cause)
        );
    }
    return join(causes, ", ");
}

std::string chronic_text(const ComplaintRow& complaint, Date today) {
    const auto chronic = is_chronic(complaint, today);
    if (!chronic) {
        return {};
    }
    if (complaint.stated_chronic) {
        return *chronic ? "yes" : "no";
    }
    return *chronic ? "yes, more than 12 weeks" : "no, 12 weeks or less";
}

std::string closing_text(const ComplaintRow& complaint) {
    if (!complaint.closed_on) {
        return {};
    }
    auto text = complaint.closed_on->iso() + ", " + complaint.closing_reason.value_or("");
    return complaint.closing_note ? text + ": " + in_one_line(*complaint.closing_note) : text;
}

Facts facts_of(const ComplaintRow& complaint, Audience audience, Date today) {
    const bool for_client = audience == Audience::client;
    Facts facts;
    const auto add = [&](const char* label, const char* plain_label, const std::string& value) {
        if (!value.empty()) {
            facts.items.emplace_back(for_client ? plain_label : label, value);
        }
    };
    add("Complaint",
        "You came for",
        in_one_line(title_of(complaint)) +
            (audience == Audience::file ? " (" + complaint.id.str() + ")" : ""));
    add("In the client's words", "In your words", in_one_line(complaint.text.value_or("")));
    if (complaint.own_title && complaint.region) {
        add("Region", "Where", region_with_side(*complaint.region, complaint.side.value_or("")));
    }
    add("Causes", "Contributing causes", causes_text(complaint));
    add("Onset", "Since", onset_text(complaint, today));
    add("Chronic", "Long-lasting", chronic_text(complaint, today));
    add("Goals", "Your goals", join(complaint.goals, "; "));
    add("Closed", "Ended", closing_text(complaint));
    return facts;
}

bool is_wanted(const ComplaintRow& complaint, const ChartRequest& request) {
    if (request.complaint) {
        return complaint.id == *request.complaint;
    }
    if (request.audience == Audience::provider) {
        return !complaint.closed_on;
    }
    return !request.since || !complaint.closed_on || *complaint.closed_on >= *request.since;
}

ChartPart write_complaint(Session& session, const ChartRequest& request) {
    ChartPart part;
    bool any_open = false;
    for (const auto& complaint : complaints_of(session.db(), request.client)) {
        any_open = any_open || !complaint.closed_on;
        if (is_wanted(complaint, request)) {
            part.blocks.emplace_back(facts_of(complaint, request.audience, session.today()));
        }
    }
    if (request.complaint ? part.blocks.empty() : !any_open) {
        part.gaps.push_back(
            {request.complaint
                 ? request.complaint->str() + " does not belong to " + request.client.str()
                 : "no open complaint is recorded",
             "praxis complaint add " + request.client.str() +
                 " --region REGION --side SIDE --cause CAUSE --onset YYYY-MM-DD"}
        );
    }
    return part;
}

} // namespace

ChartSection complaint_section() {
    return {.name = "complaint", .title = "Complaint", .order = 300, .write = write_complaint};
}

} // namespace praxis::clients
