// SPDX-License-Identifier: MIT
/// What the client wants to be able to do, as something that can be measured.
#pragma once
#include "plan/plan.hpp"

#include <praxis/value.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace praxis::plans {

/// A value of the measure on a day.
struct Reading {
    Date on;
    double value = 0;
    std::string user_name;
};

struct Goal {
    GoalId id;
    std::string uuid;
    ClientId client;
    ComplaintId complaint;
    std::string text;
    std::optional<std::string> measure; // "sitting without a break"; "pain" and "stress": of notes
    std::optional<std::string> unit;
    std::optional<double> baseline;
    std::optional<double> target;
    std::optional<Date> due_on;
    std::vector<Reading> readings; // oldest first
    std::string state = "open";    // "open", "reached", "dropped"
    std::optional<Date> ended_on;
    std::optional<std::string> remark;
    ZonedTime created;
};

struct GoalFilter {
    std::optional<ClientId> client = {};
    std::optional<ComplaintId> complaint = {};
    bool ended_too = true;
};

GoalId insert_goal(SQLite::Database& db, const Goal& goal);
void update_goal(SQLite::Database& db, const Goal& goal);
std::optional<Goal> find_goal(SQLite::Database& db, GoalId id);

/// Oldest first.
std::vector<Goal> all_goals(SQLite::Database& db, const GoalFilter& filter);
/// Open goals with a day by which they should be reached, of clients who are not archived.
std::vector<Goal> goals_with_a_day(SQLite::Database& db);
void for_each_goal(SQLite::Database& db, const std::function<void(const Goal&)>& take);

/// When the last entry about the client's goals was made; nothing when there is none.
std::optional<Instant> last_goal_entry(SQLite::Database& db, ClientId client);
void delete_goals(SQLite::Database& db, ClientId client);

/// The last value of pain or stress before a session in the signed notes of the goal's complaint,
/// from the day on which the goal was set; nothing when no note has one.
/// errors  std::logic_error for another measure
std::optional<Reading>
last_of_notes(SQLite::Database& db, const Goal& goal, const std::string& measure);

/// The goal with that id; enters the access log.
/// errors  UsageError: not an id; NotFound
Goal get_goal(Session& session, const std::string& text);

/// Whether the values come from the notes: "pain" and "stress".
bool is_of_notes(const Goal& goal);

/// The last reading: of the notes for "pain" and "stress", otherwise as recorded.
std::optional<Reading> present_value(Session& session, const Goal& goal);

/// Whether the value is the target or beyond it, seen from the start. Nothing without a target, or
/// when there is no start and the target does not tell the direction.
std::optional<bool> is_at_target(const Goal& goal, double value);

/// "35", "2.5": without a unit
std::string number_text(double value);

/// "sitting without a break: 20 -> 35 of 60 minutes"; empty without a measure
std::string measure_text(const Goal& goal, const std::optional<Reading>& now);

/// Every field, for --json and exports.
Value goal_value(const Goal& goal);

Value readings_value(const std::vector<Reading>& readings);
std::vector<Reading> read_readings(const std::optional<std::string>& json);

} // namespace praxis::plans
