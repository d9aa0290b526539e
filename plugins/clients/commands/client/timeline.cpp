// SPDX-License-Identifier: MIT
#include "directory.hpp"

#include <praxis/chart.hpp>
#include <praxis/command.hpp>
#include <praxis/period.hpp>

#include <algorithm>

namespace praxis {
namespace {

struct Args {
    std::string client;
    std::optional<std::string> since;
    std::optional<std::string> until;
    std::vector<std::string> kinds;
};

void options(Options<Args>& options) {
    options.argument(&Args::client, "CLIENT", "id or name of the client");
    options.option(&Args::since, "since", "DATE", "only events on or after that day");
    options.option(&Args::until, "until", "DATE", "only events on or before that day");
    options.option(&Args::kinds, "kind", "KIND", "only events of this kind: session, consent ...");
}

/// An event without a time comes before the other events of its day.
bool is_earlier(const TimelineEvent& left, const TimelineEvent& right) {
    return std::pair{left.on, left.time_of_day.value_or(Minutes{-1})} <
           std::pair{right.on, right.time_of_day.value_or(Minutes{-1})};
}

/// Of the days, nothing means no limit.
struct Wanted {
    std::vector<std::string> kinds; // empty: all
    std::optional<Date> since;
    std::optional<Date> until;
};

bool is_wanted(const TimelineEvent& event, const Wanted& wanted) {
    const auto& kinds = wanted.kinds;
    return (!wanted.since || event.on >= *wanted.since) &&
           (!wanted.until || event.on <= *wanted.until) &&
           (kinds.empty() || std::find(kinds.begin(), kinds.end(), event.kind) != kinds.end());
}

std::string when_text(const TimelineEvent& event) {
    return event.time_of_day ? CivilTime{event.on, *event.time_of_day}.str() : event.on.iso();
}

Result run(Session& session, const Args& args) {
    const auto client = clients::get_client(session, args.client);
    const auto sources = session.all<TimelineSource>();
    report_unavailable(session, sources.unavailable);
    const Wanted wanted{
        .kinds = args.kinds,
        .since = read_first_day(session, "--since", args.since),
        .until = read_last_day(session, "--until", args.until)};
    std::vector<TimelineEvent> events;
    for (const auto* source : sources.items) {
        for (auto& event : source->events(session, client.id)) {
            if (is_wanted(event, wanted)) {
                events.push_back(std::move(event));
            }
        }
    }
    std::stable_sort(events.begin(), events.end(), is_earlier);
    Table table;
    table.columns = {
        {"date", "Date"}, {"kind", "Kind"}, {"record_id", "Record"}, {"what", "What happened"}};
    table.when_empty = "no events in that period";
    for (auto& event : events) {
        table.rows.push_back({when_text(event), event.kind, text_or_null(event.record), event.what}
        );
    }
    return table;
}

} // namespace

CommandSpec client_timeline_command() {
    return command<Args>({
        .summary = "list the events of a client's record, oldest first",
        .details =
            "Complaints, sessions, amendments, consents, health entries and referrals, from all "
            "plugins. --as-of shows only what was on record on that day.",
        .examples =
            {"praxis client timeline maria",
             "praxis client timeline maria --kind session --since -6m",
             "praxis client timeline maria --as-of 2026-10-01"},
        .access = Access::read,
        .options = options,
        .run = run,
    });
}

} // namespace praxis
