// SPDX-License-Identifier: MIT
#include "records.hpp"

#include "override_queries.hpp"
#include "screen/screen_queries.hpp"
#include "screen/screen_records.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/fhir.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::safety {

namespace {

using Object = Value::Object;

std::string days_of(const Override& made) {
    return made.first_day == made.last_day ? made.first_day.iso()
                                           : made.first_day.iso() + " to " + made.last_day.iso();
}

std::string places_of(const Override& made) {
    return made.regions.empty() ? "" : ", work on " + join(made.regions, ", ");
}

Value override_value(const Override& made) {
    const auto& ended = made.withdrawn;
    return Object{
        {"override", made.number},
        {"uuid", made.uuid},
        {"client", made.client.str()},
        {"rule", made.rule},
        {"rule_version", made.rule_version},
        {"technique", made.technique},
        {"regions", Value::Array(made.regions.begin(), made.regions.end())},
        {"found", text_or_null(made.found)},
        {"basis", Value::Array(made.basis.begin(), made.basis.end())},
        {"reason", made.reason},
        {"first_day", made.first_day.iso()},
        {"last_day", made.last_day.iso()},
        {"made", made.made.iso()},
        {"author", made.author.str()},
        {"author_name", made.author_name},
        {"withdrawn", ended ? Value{ended->at.iso()} : Value{}},
        {"withdrawn_by", ended ? Value{ended->by} : Value{}},
        {"withdrawal_reason", ended ? Value{ended->reason} : Value{}}};
}

void write_records(Session& session, std::optional<ClientId> client, const RecordSink& take) {
    for_each_override(session.db(), client, [&](const Override& made) {
        take("overrides", override_value(made));
    });
    write_screens(session, client, take);
}

Value mitigation(const std::string& what, const ZonedTime& at, const std::string& by) {
    return Object{
        {"action", fhir::text_element(what)},
        {"date", at.iso()},
        {"author", Object{{"display", by}}}};
}

Value issue_of(const Override& made, const clients::Client& client) {
    auto issue = fhir::resource("DetectedIssue", made.uuid);
    issue["status"] = "final"; // also once it was withdrawn: the stop counts again
    issue["code"] =
        fhir::text_element("Contraindication: " + made.technique + " (" + made.rule + ")");
    issue["severity"] = "high";
    issue["patient"] = fhir::reference(client.uuid, client.full_name);
    issue["identifiedDateTime"] = made.made.iso();
    issue["mitigation"] = fhir::list_of(mitigation(
        "Overridden for sessions of " + days_of(made) + places_of(made) + ": " + made.reason,
        made.made,
        made.author_name
    ));
    if (const auto& ended = made.withdrawn) {
        issue["mitigation"].push_back(
            mitigation("Withdrawn: " + ended->reason, ended->at, ended->by)
        );
    }
    if (!made.found.empty()) {
        issue["detail"] = made.found;
    }
    return issue;
}

/// A referral's bundle holds no overrides: its letter informs the receiver.
std::vector<Value> as_fhir(Session& session, const FhirRequest& request) {
    auto issues = screens_as_fhir(session, request);
    if (request.referral) {
        return issues;
    }
    const auto client = session.get<clients::Directory>().get(session, request.client);
    for (const auto& made : overrides_of(session.db(), request.client)) {
        issues.push_back(issue_of(made, client));
    }
    return issues;
}

std::string reason_text(const Override& made) {
    const auto& ended = made.withdrawn;
    return made.reason + (ended ? "; withdrawn on " + ended->at.civil().date.iso() + " by " +
                                      ended->by + ": " + ended->reason
                                : "");
}

ChartPart write_overrides(Session& session, const ChartRequest& request) {
    Grid grid{"", {{"Sessions of"}, {"Work"}, {"Rule"}, {"Reason"}, {"By"}}, {}};
    for (const auto& made : overrides_of(session.db(), request.client)) {
        if (!request.since || !(made.last_day < *request.since)) {
            grid.rows.push_back(
                {days_of(made),
                 made.technique + places_of(made),
                 made.rule,
                 reason_text(made),
                 made.author_name}
            );
        }
    }
    ChartPart part;
    if (!grid.rows.empty()) {
        part.blocks.emplace_back(std::move(grid));
    }
    return part;
}

TimelineEvent event_of(const ZonedTime& at, const std::string& rule, const std::string& what) {
    const auto civil = at.civil();
    return {civil.date, civil.time_of_day, "override", rule, what};
}

std::vector<TimelineEvent> events_of(Session& session, ClientId client) {
    std::vector<TimelineEvent> events;
    for (const auto& made : overrides_of(session.db(), client)) {
        const auto work = made.technique + places_of(made);
        events.push_back(
            event_of(made.made, made.rule, work + ": stop overridden, sessions of " + days_of(made))
        );
        if (made.withdrawn) {
            events.push_back(event_of(made.withdrawn->at, made.rule, work + ": override withdrawn")
            );
        }
    }
    return events;
}

} // namespace

RecordMapper record_mapper() {
    return {
        .name = "safety",
        .tables = {"safety_override", "safety_screen"},
        .kinds = {{"overrides"}, {"screens"}},
        .write = write_records,
        .fhir = as_fhir};
}

ChartSection overrides_section() {
    return {
        .name = "overrides", .title = "Overridden stops", .order = 950, .write = write_overrides};
}

TimelineSource timeline_source() {
    return {.name = "overrides", .events = events_of};
}

void erase_records(Session& session, const clients::ClientErasing& erasing) {
    for (const auto& last :
         {last_entry(session.db(), erasing.client), last_screened(session.db(), erasing.client)}) {
        if (last) {
            *erasing.last_entry = std::max(*erasing.last_entry, *last);
        }
    }
    delete_of_client(session.db(), erasing.client);
    delete_screens(session.db(), erasing.client);
}

} // namespace praxis::safety
