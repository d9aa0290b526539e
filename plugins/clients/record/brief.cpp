// SPDX-License-Identifier: MIT
#include "record/brief.hpp"

#include "complaint_queries.hpp"
#include "directory.hpp"
#include "health_queries.hpp"

#include <praxis/text.hpp>

namespace praxis::clients {

namespace {

constexpr int rank_of_allergies = 110;
constexpr int rank_of_complaint = 200;

std::string describe(const AllergyRow& allergy) {
    return allergy.substance + (allergy.reaction ? ": " + *allergy.reaction : "");
}

std::optional<BriefLine> allergies(Session& session, ClientId client) {
    std::vector<std::string> texts;
    for (const auto& allergy : Allergies::all(session.db(), client)) {
        texts.push_back(describe(allergy));
    }
    if (!texts.empty()) {
        return BriefLine{rank_of_allergies, "ALLERGY", join(texts, "; ")};
    }
    if (find_none_known(session.db(), client, "allergy")) {
        return std::nullopt;
    }
    return BriefLine{rank_of_allergies, "ASK", "allergies: nobody asked yet"};
}

std::optional<BriefLine> guardian(Session& session, ClientId id) {
    const auto client = get_client(session, id);
    if (!is_minor(client, session.today()) || client.guardian_permission_on) {
        return std::nullopt;
    }
    return BriefLine{
        rank_of_allergies - 1, "STOP", "minor: no permission of a guardian is on record"};
}

std::string describe(const ComplaintRow& complaint) {
    std::string text = title_of(complaint);
    if (complaint.onset) {
        text += ", since " + *complaint.onset;
    }
    if (!complaint.goals.empty()) {
        text += "; goal: " + complaint.goals.front();
    }
    return text;
}

std::optional<BriefLine> complaints(Session& session, ClientId client) {
    std::vector<std::string> texts;
    for (const auto& complaint : complaints_of(session.db(), client)) {
        if (!complaint.closed_on) {
            texts.push_back(describe(complaint));
        }
    }
    if (texts.empty()) {
        return std::nullopt;
    }
    return BriefLine{rank_of_complaint, "Complaint", join(texts, "; and ")};
}

std::vector<BriefLine> lines_about(Session& session, ClientId client) {
    std::vector<BriefLine> lines;
    for (auto& line :
         {guardian(session, client), allergies(session, client), complaints(session, client)}) {
        if (line) {
            lines.push_back(line.value());
        }
    }
    return lines;
}

} // namespace

BriefSource brief_source() {
    return {.name = "clients", .lines = lines_about};
}

} // namespace praxis::clients
