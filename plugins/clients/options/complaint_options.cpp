// SPDX-License-Identifier: MIT
#include "options/complaint_options.hpp"

#include <praxis/error.hpp>
#include <praxis/period.hpp>

#include <algorithm>

namespace praxis::clients {
namespace {

bool has_cause(const ComplaintRow& complaint, std::string_view cause) {
    return std::find(complaint.causes.begin(), complaint.causes.end(), cause) !=
           complaint.causes.end();
}

void set_causes(ComplaintRow& complaint, const std::vector<std::string>& given) {
    if (given.empty()) {
        return;
    }
    const auto texts = texts_of(given);
    complaint.causes.clear();
    for (const auto& cause : all_causes()) {
        if (std::find(texts.begin(), texts.end(), cause) != texts.end()) {
            complaint.causes.push_back(cause);
        }
    }
}

void set_goals(ComplaintRow& complaint, const std::vector<std::string>& given) {
    if (given.empty()) {
        return;
    }
    complaint.goals = texts_of(given);
    for (auto& goal : complaint.goals) {
        std::replace(goal.begin(), goal.end(), '\n', ' ');
    }
}

void check_onset(const ClientRow& client, const ComplaintRow& complaint) {
    check_not_before_birth(client, complaint.onset, "--onset");
    const auto onset = period_from_iso(complaint.onset.value_or(""));
    if (onset && complaint.closed_on && onset->first > *complaint.closed_on) {
        throw Refused(
            "--onset " + onset->text + " is after " + complaint.id.str() + " was closed on " +
            complaint.closed_on->iso()
        );
    }
}

void check(const ClientRow& client, const ComplaintRow& complaint) {
    if (!complaint.region && !complaint.own_title) {
        throw Refused(
            "a complaint needs a region or a title", "give --region lower-back or --title TEXT"
        );
    }
    if (complaint.side && !complaint.region) {
        throw Refused("--side needs a region", "give --region REGION, or --side \"\" to clear it");
    }
    if (has_cause(complaint, "unknown") && complaint.causes.size() > 1) {
        throw Refused(
            "--cause unknown excludes other causes", "leave out --cause unknown or the other causes"
        );
    }
    if (complaint.mechanism && !has_cause(complaint, "injury")) {
        throw Refused(
            "--mechanism is only for an injury",
            "add --cause injury, or give --mechanism \"\" to clear it"
        );
    }
    check_onset(client, complaint);
}

} // namespace

bool any_given(const ComplaintOptions& options) {
    return !options.causes.empty() || !options.goals.empty() ||
           any_given(
               options.region,
               options.side,
               options.onset,
               options.onset_type,
               options.mechanism,
               options.chronic,
               options.title,
               options.text
           );
}

void apply(
    Session& session,
    const ComplaintOptions& options,
    const ClientRow& client,
    ComplaintRow& complaint
) {
    set_causes(complaint, options.causes);
    set_region(complaint.region, options.region);
    set_text(complaint.side, options.side);
    set_partial_day(session, complaint.onset, options.onset, "--onset");
    set_text(complaint.onset_type, options.onset_type);
    set_text(complaint.mechanism, options.mechanism);
    if (options.chronic) {
        complaint.stated_chronic =
            options.chronic->empty() ? std::nullopt : std::optional{*options.chronic == "yes"};
    }
    set_text(complaint.own_title, options.title);
    set_text(complaint.text, options.text);
    set_goals(complaint, options.goals);
    check(client, complaint);
}

} // namespace praxis::clients
