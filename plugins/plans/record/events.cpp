// SPDX-License-Identifier: MIT
#include "record/events.hpp"

#include "plan/advice.hpp"
#include "plan/plan.hpp"
#include "plan/plan_queries.hpp"

#include <praxis/text.hpp>

#include <utility>

namespace praxis::plans {
namespace {

std::vector<Plan>
plans_for(Session& session, ClientId client, std::optional<ComplaintId> complaint) {
    return all_plans(session.db(), {.client = client, .complaint = complaint, .closed_too = false});
}

bool stops_treatment(ScreenAction action) {
    return action == ScreenAction::emergency || action == ScreenAction::same_day;
}

} // namespace

void hear_screen(Session& session, const ScreenRecorded& screen) {
    if (!stops_treatment(screen.action)) {
        return;
    }
    for (auto& plan : plans_for(session, screen.client, screen.complaint)) {
        Hold hold;
        hold.reason = "red-flag screen " + screen.screen +
                      (screen.findings.empty() ? "" : ": " + join(screen.findings, ", "));
        hold.screen = screen.screen;
        hold.began = session.civil_now();
        add_hold(plan, std::move(hold));
        update_plan(session.db(), plan);
        session.report(
            "the plan " + plan.id.str() + " is on hold. To go on: praxis plan review " +
            plan.id.str() + " --decision resume --text \"...\""
        );
    }
}

void hear_referral_sent(Session& session, const ReferralSent& sent) {
    const auto suspended = trim(sent.suspended);
    if (suspended.empty() || fold(suspended) == "none" || fold(suspended) == "nothing") {
        return;
    }
    for (auto& plan : plans_for(session, sent.client, sent.complaint)) {
        Hold hold;
        hold.what = suspended;
        hold.referral = sent.referral.str();
        hold.began = session.civil_now();
        add_hold(plan, std::move(hold));
        update_plan(session.db(), plan);
        session.report(
            "the plan " + plan.id.str() + " suspends \"" + suspended + "\" until " +
            sent.referral.str() + " is answered"
        );
    }
}

namespace {

void offer_advice(Session& session, const ReferralClosed& closed) {
    const auto plans = plans_for(session, closed.client, closed.complaint);
    const auto referral = closed.referral.str();
    if (closed.answered && !plans.empty() && has_advice(session, closed.client, referral)) {
        session.report(
            "the report recommends something. To take it into the plan: praxis plan take " +
            plans.front().id.str() + " " + referral
        );
    }
}

} // namespace

/// Without an answer, nobody has said that the suspended treatment may go on.
void hear_referral_closed(Session& session, const ReferralClosed& closed) {
    offer_advice(session, closed);
    const auto referral = closed.referral.str();
    for (auto& plan : plans_for(session, closed.client, std::nullopt)) {
        const auto ended =
            end_holds(plan, session.civil_now(), session.user(), [&referral](const Hold& hold) {
                return hold.referral == referral;
            });
        if (ended == 0) {
            continue;
        }
        if (!closed.answered) {
            session.report(
                referral + " ended without an answer: what it suspends in the plan " +
                plan.id.str() + " stays suspended. To go on: praxis plan review " + plan.id.str() +
                " --decision resume --text \"...\""
            );
            continue;
        }
        update_plan(session.db(), plan);
        session.report(
            referral + " is answered: nothing of the plan " + plan.id.str() +
            " is suspended because of it any longer. Re-assess it: praxis plan review " +
            plan.id.str()
        );
    }
}

} // namespace praxis::plans
