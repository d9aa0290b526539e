// SPDX-License-Identifier: MIT
#include "write/client_alerts.hpp"

#include "rules/facts_queries.hpp"

#include <praxis/body.hpp>
#include <praxis/soap/reasons.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

constexpr std::size_t columns_of_a_line = 80;

/// One alert as comment lines; the text of a record cannot end the comment.
std::string as_comment(const std::string& text) {
    std::string lines;
    std::string prefix = "## ";
    for (const auto& line : wrap(visible(text), columns_of_a_line - 5)) {
        lines += prefix + line + "\n";
        prefix = "##   ";
    }
    return lines;
}

std::string describe_client(const clients::Client& client) {
    return "Client: " + client.full_name + " (" + client.id.str() +
           (client.born ? ", born " + client.born->iso() : "") + ")";
}

/// A stop or an area to avoid, once for all the techniques that it concerns.
struct Alert {
    Verdict verdict;
    std::string what;
    std::vector<std::string> techniques;
};

std::vector<Alert>
find_stops(Session& session, ClientId client, const std::vector<std::string>& techniques) {
    std::vector<Alert> alerts;
    const ReasonQuestion question{
        .client = client, .techniques = techniques, .regions = {}, .on = session.today()};
    for (const auto& reason : session.get<Reasons>().reasons(session, question)) {
        if (reason.verdict != Verdict::stop && reason.verdict != Verdict::local) {
            continue;
        }
        const auto what = reason.why + (reason.found.empty() ? "" : " [" + reason.found + "]");
        const auto known = std::find_if(alerts.begin(), alerts.end(), [&](const auto& alert) {
            return alert.verdict == reason.verdict && alert.what == what;
        });
        if (known == alerts.end()) {
            alerts.push_back({reason.verdict, what, {reason.technique}});
        } else {
            known->techniques.push_back(reason.technique);
        }
    }
    return alerts;
}

std::string describe_stop(const Alert& alert) {
    const bool is_stop = alert.verdict == Verdict::stop;
    return (is_stop ? "Stop for " : "Avoid an area with ") + join(alert.techniques, ", ") + ": " +
           alert.what;
}

std::string names_or_answer(const std::vector<std::string>& names, bool was_asked) {
    return !names.empty() ? join(names, ", ") : was_asked ? "none known" : "not asked yet";
}

std::string describe_complaint(const clients::Complaint& complaint) {
    auto text = "Open complaint: " + complaint.id.str() + " " + complaint.title;
    if (!complaint.region.empty()) {
        text += " (" + region_with_side(complaint.region, complaint.side) + ")";
    }
    return text + (complaint.onset ? ", since " + complaint.onset->iso() : "") +
           (complaint.goal.empty() ? "" : "; goal: " + complaint.goal);
}

} // namespace

std::string alerts_as_comments(
    Session& session, const clients::Client& client, const std::vector<std::string>& techniques
) {
    auto& directory = session.get<clients::Directory>();
    auto text = as_comment(describe_client(client));
    for (const auto& stop : find_stops(session, client.id, techniques)) {
        text += as_comment(describe_stop(stop));
    }
    std::vector<std::string> allergies;
    for (const auto& allergy : suggest::allergies(session.db(), client.id)) {
        allergies.push_back(allergy.substance);
    }
    const bool allergies_asked = suggest::knows_of_none(session.db(), client.id, "allergy");
    text += as_comment("Allergies: " + names_or_answer(allergies, allergies_asked));
    bool asked = false;
    const auto conditions = directory.conditions(session, client.id, asked);
    text += as_comment("Conditions: " + names_or_answer(conditions, asked));
    for (const auto& complaint : directory.open_complaints(session, client.id)) {
        text += as_comment(describe_complaint(complaint));
    }
    return text + "##\n";
}

} // namespace praxis::soap
