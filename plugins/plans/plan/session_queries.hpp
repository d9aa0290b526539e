// SPDX-License-Identifier: MIT
/// The sessions of a plan: the notes of its complaint since it began. A void note does not count. A
/// note without a complaint counts when the client has no other open complaint.
#pragma once
#include "plan/plan.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace praxis::plans {

struct PlanSession {
    NoteId note;
    ZonedTime began;
    bool is_signed = false;
    std::optional<int> pain_before; // NPRS 0-10
    std::optional<int> pain_after;
    std::optional<int> stress_before; // 0-10
    std::vector<std::string> techniques;
    std::optional<Date> next_visit; // as the note names it
    std::optional<Date> review_on;
};

/// Oldest first.
std::vector<PlanSession> sessions_of(SQLite::Database& db, const Plan& plan);

/// The sessions of all plans that are not closed, by the number of the plan; in one statement.
std::map<std::int64_t, std::vector<PlanSession>> sessions_of_open_plans(SQLite::Database& db);

/// A day on which a client's next visit or the review of their plan was named, in the last note.
struct NamedDay {
    ClientId client;
    NoteId note;
    Date session;
    std::optional<Date> next_visit;
    std::optional<Date> review_on;
};

/// The last notes, begun since then, that name a day; of clients who are not archived. A void note
/// does not count.
std::vector<NamedDay> named_days(SQLite::Database& db, Instant since);

} // namespace praxis::plans
