// SPDX-License-Identifier: MIT
#include "record/timeline.hpp"

#include "client_queries.hpp"
#include "complaint_queries.hpp"
#include "consent_queries.hpp"
#include "health_queries.hpp"

#include <praxis/period.hpp>
#include <praxis/text.hpp>

namespace praxis::clients {

namespace {

using Events = std::vector<TimelineEvent>;

TimelineEvent at(const ZonedTime& time, std::string kind, std::string record, std::string what) {
    const auto civil = time.civil();
    return {civil.date, civil.time_of_day, std::move(kind), std::move(record), std::move(what)};
}

TimelineEvent on(const Date& date, std::string kind, std::string record, std::string what) {
    return {date, std::nullopt, std::move(kind), std::move(record), std::move(what)};
}

void add_person(SQLite::Database& db, ClientId client, Events& events) {
    const auto row = find_client(db, client).value();
    events.push_back(at(row.added, "client", client.str(), "registered"));
    if (row.archived) {
        events.push_back(at(*row.archived, "client", client.str(), "archived"));
    }
}

void add_complaints(SQLite::Database& db, ClientId client, Events& events) {
    for (const auto& complaint : complaints_of(db, client)) {
        const auto id = complaint.id.str();
        const auto title = title_of(complaint);
        if (const auto onset = period_from_iso(complaint.onset.value_or(""))) {
            const bool whole = onset->first == onset->last;
            events.push_back(
                on(onset->first,
                   "complaint",
                   id,
                   title + ": onset" + (whole ? "" : " in " + onset->text))
            );
        }
        events.push_back(at(complaint.added, "complaint", id, title + ": recorded"));
        if (complaint.closed_on) {
            events.push_back(
                on(*complaint.closed_on,
                   "complaint",
                   id,
                   title + ": closed, " + complaint.closing_reason.value_or("no reason given"))
            );
        }
    }
}

void add_consents(SQLite::Database& db, ClientId client, Events& events) {
    for (const auto& consent : consents_of(db, client)) {
        auto what = consent.kind + (consent.scope ? ", " + *consent.scope : "");
        const auto id = consent.id.str();
        events.push_back(on(consent.given_on, "consent", id, what + ": given"));
        if (consent.withdrawn_on) {
            events.push_back(on(*consent.withdrawn_on, "consent", id, what + ": withdrawn"));
        }
    }
}

void add_health(SQLite::Database& db, ClientId client, Events& events) {
    for (const auto& condition : Conditions::all(db, client)) {
        events.push_back(at(condition.added, "condition", "", condition.name));
    }
    for (const auto& medication : Medications::all(db, client)) {
        events.push_back(at(medication.added, "medication", "", medication.name));
        if (medication.until) {
            events.push_back(on(*medication.until, "medication", "", medication.name + ": ended"));
        }
    }
    for (const auto& allergy : Allergies::all(db, client)) {
        events.push_back(at(allergy.added, "allergy", "", allergy.substance));
    }
}

Events events_of(Session& session, ClientId client) {
    Events events;
    add_person(session.db(), client, events);
    add_complaints(session.db(), client, events);
    add_consents(session.db(), client, events);
    add_health(session.db(), client, events);
    return events;
}

} // namespace

TimelineSource timeline_source() {
    return {.name = "clients", .events = events_of};
}

} // namespace praxis::clients
