// SPDX-License-Identifier: MIT
/// The plan for one complaint: phases, techniques with their purposes, who else takes part, what is
/// on hold, and each re-assessment.
#pragma once
#include "plan/frequency.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/session.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::plans {

using PlanId = Id<"PL">;
using GoalId = Id<"G">;

/// began  nothing: the plan has not come to this phase
struct Phase {
    std::string name; // "relief", "correction", "maintenance"
    std::optional<int> sessions;
    std::optional<Frequency> frequency;
    std::optional<ZonedTime> began;
};

/// The work with one technique. region and side may be empty: those of the complaint.
struct TechniqueLine {
    std::string technique;             // id
    std::vector<std::string> purposes; // ids of schemas/plans/rules
    std::string region;
    std::string side;
    std::optional<Minutes> length;
};

/// Another professional with their part of the care.
struct SharedCare {
    std::string who;  // "Ana Kim, chiropractor"
    std::string part; // "spinal alignment"
};

/// The plan, or a part of it, is suspended.
struct Hold {
    std::string what; // "deep pressure on the low back"; empty: the whole plan
    std::string reason;
    std::string referral; // "R-0001": until it is answered; empty: no referral
    std::string screen;   // "SC-0001"; empty: no screen
    ZonedTime began;
    std::optional<ZonedTime> ended;
    std::string ended_by; // the name; empty while it lasts
};

/// What another professional recommends, taken from their report.
struct TakenAdvice {
    std::string text;
    std::string by;
    Date on;            // the day of the report
    std::string record; // "R-0001"
    ZonedTime taken;
    std::optional<ZonedTime> ended; // it no longer applies
};

/// A re-assessment, as it was made.
struct Review {
    std::string decision; // one of decisions()
    std::string progress; // "better", "same", "worse", "mixed"; empty: not stated
    std::string text;
    int sessions = 0;        // done in the phase by then
    std::optional<int> pain; // NPRS, before the last session
    std::string phase;
    ZonedTime at;
    UserId user;
    std::string user_name;
};

/// How a plan ended: the discharge.
struct Closing {
    std::string reason;              // one of closing_reasons()
    std::string status;              // the client's state at the end
    std::string progress;            // towards the goals, in words
    std::vector<std::string> advice; // what the client goes on with
    UserId user;
    std::string user_name;
};

struct Plan {
    PlanId id;
    std::string uuid;
    ClientId client;
    ComplaintId complaint;
    UserId author;
    std::string state = "open"; // "open", "on-hold", "closed"
    ZonedTime began;            // sessions from then on count
    std::vector<Phase> phases;  // in their order, at least one; the first has begun
    std::vector<TechniqueLine> techniques;
    std::optional<Minutes> session_length;
    std::vector<SharedCare> shared_care;
    std::vector<Hold> holds;         // oldest first
    std::vector<TakenAdvice> advice; // oldest first
    std::vector<Review> reviews;     // oldest first
    std::optional<Date> review_on;
    std::optional<std::string> remark;
    ZonedTime created;
    std::optional<ZonedTime> closed;
    std::optional<Closing> closing;
};

const std::vector<std::string>& phase_names(); // in their order
const std::vector<std::string>& decisions();
const std::vector<std::string>& progress_names();
const std::vector<std::string>& closing_reasons();

/// The phase that began last.
std::size_t present_phase(const Plan& plan);
const Phase& phase_of(const Plan& plan);

/// "6 sessions, every 1 to 2 weeks"; may be empty
std::string phase_text(const Phase& phase);

/// The holds that have not ended: of the whole plan, or of parts of it.
std::vector<Hold> holds_of_plan(const Plan& plan);
std::vector<Hold> suspended_parts(const Plan& plan);

/// "until R-0001 is answered, since 2026-12-21"
std::string hold_limit(const Hold& hold);

/// Ends the holds for which `ends(hold)`; the plan is open again when none of the whole plan is
/// left.
/// returns  the number of holds that ended
template <class Ends> int end_holds(Plan& plan, const ZonedTime& at, const User& by, Ends ends) {
    int ended = 0;
    for (auto& hold : plan.holds) {
        if (!hold.ended && ends(hold)) {
            hold.ended = at;
            hold.ended_by = by.name;
            ++ended;
        }
    }
    if (plan.state == "on-hold" && holds_of_plan(plan).empty()) {
        plan.state = "open";
    }
    return ended;
}

/// Adds a hold; one of the whole plan puts the plan on hold.
void add_hold(Plan& plan, Hold hold);

/// The plan with that id, or the only plan of the client that is not closed; enters the access log.
/// errors  NotFound; Ambiguous when the client has several
Plan get_plan(Session& session, const std::string& plan_or_client);
Plan get_plan(Session& session, PlanId id);

/// errors  Refused when the plan is closed
void check_is_not_closed(const Plan& plan);

} // namespace praxis::plans
