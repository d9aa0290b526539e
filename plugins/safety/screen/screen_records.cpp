// SPDX-License-Identifier: MIT
#include "screen/screen_records.hpp"

#include "screen/due.hpp"
#include "screen/screen_queries.hpp"
#include "screen/screen_view.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::safety {

namespace {

std::optional<Screen> screen_for(Session& session, const ChartRequest& request) {
    return request.complaint ? newest_screen_of(session.db(), request.client, *request.complaint)
                             : newest_screen(session.db(), request.client, session.today());
}

/// What a letter lacks: a screen, or a newer one.
std::vector<Gap>
gaps_of(Session& session, const ChartRequest& request, const std::optional<Screen>& screen) {
    const auto rule = load_due_rule(session);
    const auto fix = "praxis screen record " + request.client.str() +
                     (request.complaint ? " --complaint " + request.complaint->str() : "");
    if (!screen) {
        return {
            {"no red-flag screen is recorded" +
                 (request.complaint ? " for " + request.complaint->str() : std::string{}),
             fix}};
    }
    if (count_answers(*screen, Answer::unknown) * 2 > screen->answers.size()) {
        return {{"the red-flag screen " + screen->id.str() + " leaves most questions open", fix}};
    }
    if (screen->on.plus_days(rule.referral_days) < session.today()) {
        return {
            {"the red-flag screen " + screen->id.str() + " is older than " +
                 std::to_string(rule.referral_days) + " days",
             fix}};
    }
    if (const auto due = due_screen(session, rule, request.client, request.complaint)) {
        return {{"a new red-flag screen is due: " + due->reason, fix}};
    }
    return {};
}

/// The screens before the newest one, that the request wants.
std::vector<Screen>
earlier_screens(Session& session, const ChartRequest& request, ScreenId newest) {
    auto screens = screens_of(session.db(), request.client);
    std::erase_if(screens, [&](const Screen& screen) {
        const bool is_other =
            request.complaint && screen.complaint && *screen.complaint != *request.complaint;
        return screen.id == newest || is_other || (request.since && screen.on < *request.since);
    });
    if (request.newest && screens.size() > *request.newest) {
        screens.resize(*request.newest);
    }
    return screens;
}

/// A letter gets the newest screen; a chart also the earlier ones, a line each.
ChartPart write_screens_of(Session& session, const ChartRequest& request) {
    const bool is_letter = request.audience == Audience::provider;
    ChartPart part;
    const auto screen = screen_for(session, request);
    if (screen && (!request.since || *request.since <= screen->on)) {
        part.blocks = screen_blocks(*screen, !is_letter);
        const auto earlier =
            is_letter ? std::vector<Screen>{} : earlier_screens(session, request, screen->id);
        if (!earlier.empty()) {
            part.blocks.emplace_back(screens_grid(earlier));
        }
    }
    if (is_letter) {
        part.gaps = gaps_of(session, request, screen);
    }
    return part;
}

TimelineEvent event_of(const Screen& screen) {
    const auto words = findings_in_words(screen);
    const auto recorded = screen.recorded.civil();
    return {
        .on = screen.on,
        .time_of_day =
            recorded.date == screen.on ? std::optional{recorded.time_of_day} : std::nullopt,
        .kind = "screen",
        .record = screen.id.str(),
        .what = "red-flag screen: " +
                (screen.urgency ? std::string{action_id(*screen.urgency)} + ", " + join(words, ", ")
                                : counts_text(screen))};
}

std::vector<TimelineEvent> events_of(Session& session, ClientId client) {
    std::vector<TimelineEvent> events;
    for (const auto& screen : screens_of(session.db(), client)) {
        events.push_back(event_of(screen));
    }
    return events;
}

} // namespace

ChartSection screen_section() {
    return {.name = "screen", .title = "Red-flag screen", .order = 250, .write = write_screens_of};
}

TimelineSource screen_timeline() {
    return {.name = "screens", .events = events_of};
}

void write_screens(Session& session, std::optional<ClientId> client, const RecordSink& take) {
    for_each_screen(session.db(), client, [&](const Screen& screen) {
        take("screens", screen_value(screen));
    });
}

} // namespace praxis::safety
