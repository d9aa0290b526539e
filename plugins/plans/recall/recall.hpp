// SPDX-License-Identifier: MIT
/// Who is due for a visit: by the day that the last note names, by the frequency of a plan, or by
/// the client's own habit.
#pragma once
#include "plan/plan.hpp"
#include "plan/rules.hpp"

#include <praxis/session.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::plans {

struct DueVisit {
    ClientId client;
    std::optional<Date> last_session;
    Date due;
    std::string reason; // "PL-0001: every 1 to 2 weeks", "named in N-0007", "habit: ..."
    std::optional<PlanId> plan;
};

/// One for each client at most, by day. A client whose plan is on hold, who is archived, or who was
/// discharged since the last session is left out.
std::vector<DueVisit> due_visits(Session& session, Date until);

/// The days between visits by habit: the median of the last gaps. Nothing for fewer than three
/// sessions. begins  oldest first
std::optional<int> habit_days(const std::vector<Date>& sessions);

/// How the client allowed the practice to contact them: "phone +1 207 555 0100", "do not contact",
/// "not asked".
struct Contact {
    std::string text;
    bool asked = true;
};

Contact contact_of(Session& session, ClientId client);

} // namespace praxis::plans
