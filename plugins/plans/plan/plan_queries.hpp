// SPDX-License-Identifier: MIT
/// The statements over plans.
#pragma once
#include "plan/plan.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace praxis::plans {

struct PlanFilter {
    std::optional<ClientId> client = {};
    std::optional<ComplaintId> complaint = {};
    bool closed_too = true;
    bool archived_too = true; // clients who are archived
};

PlanId insert_plan(SQLite::Database& db, const Plan& plan);

/// Updates everything but the number, the UUID, the client and the complaint.
void update_plan(SQLite::Database& db, const Plan& plan);

std::optional<Plan> find_plan(SQLite::Database& db, PlanId id);

/// Oldest first.
std::vector<Plan> all_plans(SQLite::Database& db, const PlanFilter& filter);

/// The same one at a time, for all clients.
void for_each_plan(SQLite::Database& db, const std::function<void(const Plan&)>& take);

/// When the last entry about the client's plans was made; nothing when there is no plan.
std::optional<Instant> last_plan_entry(SQLite::Database& db, ClientId client);

void delete_plans(SQLite::Database& db, ClientId client);

/// "Ana Kim, chiropractor"; nothing when there is no such provider, or no plugin that keeps them.
std::optional<std::string> find_provider_name(SQLite::Database& db, ProviderId provider);

} // namespace praxis::plans
