// SPDX-License-Identifier: MIT
#include "homecare/checklist.hpp"
#include "homecare/contributions.hpp"
#include "homecare/home_care.hpp"
#include "homecare/recurrence.hpp"

#include <praxis/text.hpp>

namespace praxis::plans {

namespace {

using namespace home;

std::string tools_of(const HomeCare& row) {
    const auto names = row.content.texts_at("names");
    return names.empty() ? "none" : join(names, ", ");
}

std::string what_of(const HomeCare& row) {
    switch (row.kind) {
    case Kind::item:
        return "given: " + row.name + ", " + dose_text(row.dose());
    case Kind::checklist:
        return "asked: " + row.name + ", " + compare_summary({row, row});
    case Kind::tools:
        break;
    }
    return "tools at home: " + tools_of(row);
}

std::vector<TimelineEvent> events_of(Session& session, ClientId client) {
    std::vector<TimelineEvent> events;
    for_each_home_care(session.db(), client, [&events](const HomeCare& row) {
        const auto id = row.id.str();
        events.push_back({row.first_day, std::nullopt, "home care", id, what_of(row)});
        if (row.ended_on) {
            events.push_back(
                {*row.ended_on,
                 std::nullopt,
                 "home care",
                 id,
                 "ended: " + row.name + " (" + row.end_reason + ")"}
            );
        }
    });
    for (const auto& recurrence : recurrences_of(session.db(), client)) {
        events.push_back(
            {recurrence.opened,
             std::nullopt,
             "recurrence",
             recurrence.later.str(),
             "came back " + recurrence_text(recurrence)}
        );
    }
    return events;
}

} // namespace

TimelineSource home_care_timeline() {
    return {.name = "home-care", .events = events_of};
}

} // namespace praxis::plans
