// SPDX-License-Identifier: MIT
#include "recall/recall.hpp"

#include "plan/plan_queries.hpp"
#include "plan/progress.hpp"
#include "recall/recall_queries.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace praxis::plans {
namespace {

/// Older sessions tell nothing about the habit of today.
constexpr int days_looked_at = 365;
constexpr std::size_t gaps_of_habit = 6;
constexpr std::size_t least_sessions = 3;

Instant days_ago(Session& session, int days) {
    return session.now() - std::chrono::days{days};
}

/// Collects one visit for each client: what is known first wins.
class Visits {
  public:
    void add(DueVisit visit) {
        if (settled_.insert(visit.client).second) {
            visits_.push_back(std::move(visit));
        }
    }

    void leave_out(ClientId client) { settled_.insert(client); }

    [[nodiscard]] bool knows(ClientId client) const { return settled_.contains(client); }

    std::vector<DueVisit> take(Date until) {
        std::erase_if(visits_, [&](const auto& visit) { return visit.due > until; });
        std::sort(visits_.begin(), visits_.end(), [](const auto& left, const auto& right) {
            return left.due < right.due;
        });
        return std::move(visits_);
    }

  private:
    std::set<ClientId> settled_;
    std::vector<DueVisit> visits_;
};

using Discharges = std::map<ClientId, Date>;

/// The client's last plan was closed on the day of the last session or later.
bool was_discharged(const Discharges& discharged, ClientId client, Date last_session) {
    const auto ended = discharged.find(client);
    return ended != discharged.end() && ended->second >= last_session;
}

void add_named_visits(Session& session, Visits& visits, const Discharges& discharged) {
    for (const auto& named : named_days(session.db(), days_ago(session, days_looked_at))) {
        if (named.next_visit && !was_discharged(discharged, named.client, named.session)) {
            visits.add(
                {.client = named.client,
                 .last_session = named.session,
                 .due = *named.next_visit,
                 .reason = "named in " + named.note.str(),
                 .plan = std::nullopt}
            );
        }
    }
}

DueVisit visit_of(const Plan& plan, const PlanProgress& progress) {
    return {
        .client = plan.client,
        .last_session = progress.last_session,
        .due = *progress.next_visit,
        .reason = plan.id.str() + ": " + frequency_text(*phase_of(plan).frequency),
        .plan = plan.id};
}

void add_planned_visits(Session& session, Visits& visits, const std::vector<Plan>& plans) {
    const auto sessions = sessions_of_open_plans(session.db());
    const PlanRules no_rules;
    for (const auto& plan : plans) {
        if (!phase_of(plan).frequency) {
            continue;
        }
        const auto known = sessions.find(plan.id.number);
        const auto progress = progress_of(
            plan,
            known == sessions.end() ? std::vector<PlanSession>{} : known->second,
            no_rules,
            session.today()
        );
        visits.add(visit_of(plan, progress));
    }
}

void add_visits_by_habit(Session& session, Visits& visits, const Discharges& discharged) {
    const auto since = days_ago(session, days_looked_at);
    for (const auto& [client, days] : session_days(session.db(), since)) {
        const auto habit = habit_days(days);
        if (visits.knows(client) || !habit || was_discharged(discharged, client, days.back())) {
            continue;
        }
        visits.add(
            {.client = client,
             .last_session = days.back(),
             .due = days.back().plus_days(*habit),
             .reason = "habit: about every " + days_text(*habit),
             .plan = std::nullopt}
        );
    }
}

} // namespace

std::optional<int> habit_days(const std::vector<Date>& sessions) {
    if (sessions.size() < least_sessions) {
        return std::nullopt;
    }
    std::vector<int> gaps;
    for (auto i = sessions.size() - 1; i > 0 && gaps.size() < gaps_of_habit; --i) {
        const auto gap = (sessions[i].days() - sessions[i - 1].days()).count();
        if (gap > 0) {
            gaps.push_back(static_cast<int>(gap));
        }
    }
    if (gaps.size() + 1 < least_sessions) {
        return std::nullopt;
    }
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle;
}

std::vector<DueVisit> due_visits(Session& session, Date until) {
    Visits visits;
    auto plans = all_plans(session.db(), {.closed_too = false, .archived_too = false});
    for (const auto& plan : plans) {
        if (plan.state == "on-hold") {
            visits.leave_out(plan.client);
        }
    }
    std::erase_if(plans, [](const auto& plan) { return plan.state == "on-hold"; });
    const auto discharged = discharges(session.db());
    add_named_visits(session, visits, discharged);
    add_planned_visits(session, visits, plans);
    add_visits_by_habit(session, visits, discharged);
    return visits.take(until);
}

Contact contact_of(Session& session, ClientId client) {
    const auto state = session.get<clients::Directory>().consent(
        session,
        {.client = client, .kind = "contact", .technique = {}, .region = {}, .on = session.today()}
    );
    const auto details = contact_details(session.db(), client);
    if (details.preferred == "none" || state == clients::ConsentState::withdrawn) {
        return {"do not contact"};
    }
    if (details.preferred.empty() && state != clients::ConsentState::given) {
        return {"not asked", false};
    }
    std::vector<std::string> ways;
    const auto add = [&](const std::string& way, const std::string& value, bool preferred) {
        if (!value.empty() && (details.preferred.empty() || preferred)) {
            ways.push_back(way + " " + value);
        }
    };
    const auto& by = details.preferred;
    add(by == "sms" ? "text message" : "phone", details.phone, by == "phone" || by == "sms");
    add("email", details.email, by == "email");
    if (by == "post") {
        add("post", details.address, true);
    }
    return {ways.empty() ? "no contact details" : join(ways, ", ")};
}

} // namespace praxis::plans
