// SPDX-License-Identifier: MIT
#include "goal/goal.hpp"
#include "plan/plan_queries.hpp"
#include "record/records.hpp"

#include <algorithm>

namespace praxis::plans {

void erase_plans(Session& session, const clients::ClientErasing& erasing) {
    auto& db = session.db();
    for (const auto& last :
         {last_plan_entry(db, erasing.client), last_goal_entry(db, erasing.client)}) {
        if (last) {
            *erasing.last_entry = std::max(*erasing.last_entry, *last);
        }
    }
    delete_goals(db, erasing.client);
    delete_plans(db, erasing.client);
}

} // namespace praxis::plans
