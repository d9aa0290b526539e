// SPDX-License-Identifier: MIT
#include "records.hpp"

#include "override_queries.hpp"

#include <praxis/clients/directory.hpp>

#include <algorithm>
#include <utility>

namespace praxis::safety {

namespace {

using Object = Value::Object;

std::string days_of(const Override& made) {
    return made.first_day == made.last_day ? made.first_day.iso()
                                           : made.first_day.iso() + " to " + made.last_day.iso();
}

Value override_value(const Override& made) {
    return Object{
        {"override", made.number},
        {"uuid", made.uuid},
        {"rule", made.rule},
        {"rule_version", made.rule_version},
        {"technique", made.technique},
        {"found", text_or_null(made.found)},
        {"reason", made.reason},
        {"first_day", made.first_day.iso()},
        {"last_day", made.last_day.iso()},
        {"made", made.made.iso()},
        {"author", made.author.str()},
        {"author_name", made.author_name},
        {"withdrawn", made.withdrawn ? Value{made.withdrawn->iso()} : Value{}},
        {"withdrawal_reason", text_or_null(made.withdrawal_reason)}};
}

Value finding_value(const Finding& finding) {
    return Object{
        {"finding", finding.number},
        {"uuid", finding.uuid},
        {"note", finding.note.str()},
        {"rule", finding.rule},
        {"rule_version", finding.rule_version},
        {"technique", finding.technique},
        {"weight", finding.weight},
        {"found", text_or_null(finding.found)},
        {"why", finding.why},
        {"override", finding.override_number ? Value{*finding.override_number} : Value{}}};
}

Value as_json(Session& session, ClientId client) {
    Value::Array overrides;
    for (const auto& made : overrides_of(session.db(), client)) {
        overrides.push_back(override_value(made));
    }
    Value::Array findings;
    for (const auto& finding : findings_of(session.db(), client)) {
        findings.push_back(finding_value(finding));
    }
    return Object{{"overrides", std::move(overrides)}, {"findings", std::move(findings)}};
}

Value issue_of(const Override& made, const clients::Client& client) {
    Value issue = Object{
        {"resourceType", "DetectedIssue"},
        {"id", made.uuid},
        {"status", made.withdrawn ? "cancelled" : "final"},
        {"code", Object{{"text", "Contraindication: " + made.technique + " (" + made.rule + ")"}}},
        {"severity", "high"},
        {"patient",
         Object{{"reference", "urn:uuid:" + client.uuid}, {"display", client.full_name}}},
        {"identifiedDateTime", made.made.iso()},
        {"mitigation",
         Value::Array{Object{
             {"action",
              Object{{"text", "Overridden for sessions of " + days_of(made) + ": " + made.reason}}},
             {"date", made.made.iso()},
             {"author", Object{{"display", made.author_name}}}}}}};
    if (!made.found.empty()) {
        issue["detail"] = made.found;
    }
    return issue;
}

/// A referral's bundle needs none of them: its letter says what the receiver must know.
std::vector<Value> as_fhir(Session& session, const FhirRequest& request) {
    std::vector<Value> issues;
    if (request.referral) {
        return issues;
    }
    const auto client = session.get<clients::Directory>().get(session, request.client);
    for (const auto& made : overrides_of(session.db(), request.client)) {
        issues.push_back(issue_of(made, client));
    }
    return issues;
}

ChartPart write_overrides(Session& session, const ChartRequest& request) {
    Grid grid{"", {{"Sessions of"}, {"Technique"}, {"Rule"}, {"Why all the same"}, {"By"}}, {}};
    for (const auto& made : overrides_of(session.db(), request.client)) {
        if (request.since && made.last_day < *request.since) {
            continue;
        }
        const auto withdrawn = made.withdrawn
                                   ? "; withdrawn on " + made.withdrawn->civil().date.iso() + ": " +
                                         made.withdrawal_reason
                                   : "";
        grid.rows.push_back(
            {days_of(made), made.technique, made.rule, made.reason + withdrawn, made.author_name}
        );
    }
    ChartPart part;
    if (!grid.rows.empty()) {
        part.blocks.emplace_back(std::move(grid));
    }
    return part;
}

std::vector<TimelineEvent> events_of(Session& session, ClientId client) {
    std::vector<TimelineEvent> events;
    for (const auto& made : overrides_of(session.db(), client)) {
        const auto at = made.made.civil();
        events.push_back(
            {at.date,
             at.time_of_day,
             "override",
             made.rule,
             made.technique + " all the same, sessions of " + days_of(made)}
        );
        if (made.withdrawn) {
            const auto ended = made.withdrawn->civil();
            events.push_back(
                {ended.date,
                 ended.time_of_day,
                 "override",
                 made.rule,
                 made.technique + ": withdrawn"}
            );
        }
    }
    return events;
}

} // namespace

RecordMapper record_mapper() {
    return {
        .name = "safety",
        .tables = {"safety_override", "safety_finding"},
        .json = as_json,
        .fhir = as_fhir};
}

ChartSection overrides_section() {
    return {
        .name = "overrides", .title = "Overridden stops", .order = 950, .write = write_overrides};
}

TimelineSource timeline_source() {
    return {.name = "overrides", .events = events_of};
}

void erase_overrides(Session& session, const clients::ClientErasing& erasing) {
    if (const auto last = last_entry(session.db(), erasing.client)) {
        *erasing.last_entry = std::max(*erasing.last_entry, *last);
    }
    delete_of_client(session.db(), erasing.client);
}

} // namespace praxis::safety
