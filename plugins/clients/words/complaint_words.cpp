// SPDX-License-Identifier: MIT
#include "words/complaint_words.hpp"

#include <praxis/error.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

bool has_cause(const ComplaintRow& complaint, std::string_view cause) {
    return std::find(complaint.causes.begin(), complaint.causes.end(), cause) !=
           complaint.causes.end();
}

void set_causes(ComplaintRow& complaint, const std::vector<std::string>& words) {
    if (words.empty()) {
        return;
    }
    const auto given = texts_of(words);
    complaint.causes.clear();
    for (const auto& cause : all_causes()) {
        if (std::find(given.begin(), given.end(), cause) != given.end()) {
            complaint.causes.push_back(cause);
        }
    }
}

void set_goals(ComplaintRow& complaint, const std::vector<std::string>& words) {
    if (words.empty()) {
        return;
    }
    complaint.goals = texts_of(words);
    for (auto& goal : complaint.goals) {
        std::replace(goal.begin(), goal.end(), '\n', ' ');
    }
}

void check(Session& session, const ClientRow& client, const ComplaintRow& complaint) {
    if (!complaint.region && !complaint.own_title) {
        throw Refused(
            "a complaint needs a region or a title", "give --region lower-back or --title TEXT"
        );
    }
    if (complaint.side && !complaint.region) {
        throw Refused("a side needs its region", "give --region REGION, or --side \"\"");
    }
    if (has_cause(complaint, "unknown") && complaint.causes.size() > 1) {
        throw Refused(
            "the cause is either unknown or known", "leave --cause unknown out, or the other causes"
        );
    }
    if (complaint.mechanism && !has_cause(complaint, "injury")) {
        throw Refused(
            "a mechanism belongs to an injury", "add --cause injury, or give --mechanism \"\""
        );
    }
    check_not_in_future(session, complaint.onset, "--onset");
    if (complaint.onset && client.born && *complaint.onset < *client.born) {
        throw Refused(
            "--onset " + complaint.onset->iso() + " is before the birth of " + client.id.str()
        );
    }
    if (complaint.onset && complaint.closed_on && *complaint.onset > *complaint.closed_on) {
        throw Refused(
            "--onset " + complaint.onset->iso() + " is after " + complaint.id.str() +
            " was closed on " + complaint.closed_on->iso()
        );
    }
}

} // namespace

bool any_given(const ComplaintWords& words) {
    return !words.causes.empty() || !words.goals.empty() ||
           any_given(
               words.region,
               words.side,
               words.onset,
               words.onset_type,
               words.mechanism,
               words.chronic,
               words.title
           );
}

void apply(
    Session& session, const ComplaintWords& words, const ClientRow& client, ComplaintRow& complaint
) {
    set_causes(complaint, words.causes);
    set_region(complaint.region, words.region);
    set_text(complaint.side, words.side);
    set_day(session, complaint.onset, words.onset, "--onset");
    set_text(complaint.onset_type, words.onset_type);
    set_text(complaint.mechanism, words.mechanism);
    if (words.chronic) {
        complaint.stated_chronic =
            words.chronic->empty() ? std::nullopt : std::optional{*words.chronic == "yes"};
    }
    set_text(complaint.own_title, words.title);
    set_goals(complaint, words.goals);
    check(session, client, complaint);
}

} // namespace praxis::clients
