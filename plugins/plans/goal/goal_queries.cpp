// SPDX-License-Identifier: MIT
#include "goal/goal.hpp"
#include "plan/note_queries.hpp"

#include <praxis/sql.hpp>

#include <algorithm>
#include <stdexcept>

namespace praxis::plans {
namespace {

const std::string columns = "goal, uuid, client, complaint, text, measure, unit, baseline, target,"
                            " due_on, readings, state, ended_on, remark, created_at,"
                            " created_offset";

std::optional<double> optional_real(SQLite::Statement& row, int index) {
    const auto column = row.getColumn(index);
    return column.isNull() ? std::nullopt : std::optional{column.getDouble()};
}

std::optional<std::string> stored_readings(const Goal& goal) {
    return goal.readings.empty() ? std::nullopt
                                 : std::optional{to_json(readings_value(goal.readings))};
}

Goal read_goal(SQLite::Statement& row) {
    return {
        .id = {column_number(row, 0)},
        .uuid = column_uuid(row, 1),
        .client = {column_number(row, 2)},
        .complaint = {column_number(row, 3)},
        .text = column_text(row, 4),
        .measure = optional_text(row, 5),
        .unit = optional_text(row, 6),
        .baseline = optional_real(row, 7),
        .target = optional_real(row, 8),
        .due_on = optional_date(row, 9),
        .readings = read_readings(optional_text(row, 10)),
        .state = column_text(row, 11),
        .ended_on = optional_date(row, 12),
        .remark = optional_text(row, 13),
        .created = column_zoned(row, 14)};
}

} // namespace

GoalId insert_goal(SQLite::Database& db, const Goal& goal) {
    execute(
        db,
        "INSERT INTO plans_goal (uuid, client, complaint, text, measure, unit, baseline, target,"
        " due_on, readings, state, ended_on, remark, created_at, created_offset)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{goal.uuid},
        goal.client,
        goal.complaint,
        goal.text,
        goal.measure,
        goal.unit,
        goal.baseline,
        goal.target,
        goal.due_on,
        stored_readings(goal),
        goal.state,
        goal.ended_on,
        goal.remark,
        goal.created.instant,
        goal.created.offset
    );
    return {db.getLastInsertRowid()};
}

void update_goal(SQLite::Database& db, const Goal& goal) {
    execute(
        db,
        "UPDATE plans_goal SET text = ?2, measure = ?3, unit = ?4, baseline = ?5, target = ?6,"
        " due_on = ?7, readings = ?8, state = ?9, ended_on = ?10, remark = ?11 WHERE goal = ?1",
        goal.id,
        goal.text,
        goal.measure,
        goal.unit,
        goal.baseline,
        goal.target,
        goal.due_on,
        stored_readings(goal),
        goal.state,
        goal.ended_on,
        goal.remark
    );
}

std::optional<Goal> find_goal(SQLite::Database& db, GoalId id) {
    return first_row(
        statement(db, "SELECT " + columns + " FROM plans_goal WHERE goal = ?", id), read_goal
    );
}

std::vector<Goal> all_goals(SQLite::Database& db, const GoalFilter& filter) {
    return all_rows(
        statement(
            db,
            "SELECT " + columns + " FROM plans_goal WHERE (?3 OR state = 'open')" +
                (filter.client ? " AND client = ?1" : " AND ?1 IS NULL") +
                (filter.complaint ? " AND complaint = ?2" : " AND ?2 IS NULL") + " ORDER BY goal",
            filter.client,
            filter.complaint,
            filter.ended_too
        ),
        read_goal
    );
}

std::vector<Goal> goals_with_a_day(SQLite::Database& db) {
    return all_rows(
        statement(
            db,
            "SELECT " + columns +
                " FROM plans_goal WHERE state = 'open' AND due_on IS NOT NULL"
                " AND client IN (SELECT client FROM clients_client WHERE archived_at IS NULL)"
                " ORDER BY goal"
        ),
        read_goal
    );
}

void for_each_goal(SQLite::Database& db, const std::function<void(const Goal&)>& take) {
    auto query = statement(db, "SELECT " + columns + " FROM plans_goal ORDER BY goal");
    while (query.executeStep()) {
        take(read_goal(query));
    }
}

std::optional<Instant> last_goal_entry(SQLite::Database& db, ClientId client) {
    return first_row(
        statement(
            db,
            "SELECT max(created_at) AS latest FROM plans_goal WHERE client = ?"
            " HAVING latest IS NOT NULL",
            client
        ),
        [](SQLite::Statement& row) { return column_instant(row, 0); }
    );
}

void delete_goals(SQLite::Database& db, ClientId client) {
    execute(db, "DELETE FROM plans_goal WHERE client = ?", client);
}

std::optional<Reading>
last_of_notes(SQLite::Database& db, const Goal& goal, const std::string& measure) {
    if (measure != "pain" && measure != "stress") {
        throw std::logic_error("notes do not measure " + measure);
    }
    const std::string column = measure == "pain" ? "n.pain_before" : "n.stress_before";
    return first_row(
        statement(
            db,
            "SELECT n.began_at, n.began_offset, " + column +
                " FROM soap_note n WHERE n.client = ?1 AND n.complaint = ?2"
                " AND n.state = 'signed' AND " +
                column + " IS NOT NULL AND " + civil_day("n") + " >= ?3 AND " + is_not_void("n") +
                " ORDER BY n.began_at DESC, n.note DESC LIMIT 1",
            goal.client,
            goal.complaint,
            goal.created.civil().date
        ),
        [](SQLite::Statement& row) {
            return Reading{
                column_zoned(row, 0).civil().date, static_cast<double>(column_number(row, 2)), {}};
        }
    );
}

} // namespace praxis::plans
