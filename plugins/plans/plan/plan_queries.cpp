// SPDX-License-Identifier: MIT
#include "plan/plan_queries.hpp"

#include "plan/plan_json.hpp"

#include <praxis/sql.hpp>

#include <algorithm>

namespace praxis::plans {
namespace {

const std::string columns =
    "plan, uuid, client, complaint, author, state, began_at, began_offset, phases, techniques,"
    " session_minutes, shared_care, holds, reviews, review_on, remark, created_at, created_offset,"
    " closed_at, closed_offset, closing, advice";

/// A list as it is stored: NULL when it is empty.
template <class Item>
std::optional<std::string>
stored(const std::vector<Item>& items, Value (*write)(const std::vector<Item>&)) {
    return items.empty() ? std::nullopt : std::optional{to_json(write(items))};
}

std::optional<std::string> stored(const std::optional<Closing>& closing) {
    return closing ? std::optional{to_json(closing_value(closing))} : std::nullopt;
}

Plan read_plan(SQLite::Statement& row) {
    const auto minutes = optional_number(row, 10);
    Plan plan;
    plan.id = {column_number(row, 0)};
    plan.uuid = column_uuid(row, 1);
    plan.client = {column_number(row, 2)};
    plan.complaint = {column_number(row, 3)};
    plan.author = {column_number(row, 4)};
    plan.state = column_text(row, 5);
    plan.began = column_zoned(row, 6);
    plan.phases = read_phases(column_text(row, 8));
    plan.techniques = read_techniques(column_text(row, 9));
    plan.session_length = minutes ? std::optional{Minutes{*minutes}} : std::nullopt;
    plan.shared_care = read_shared_care(optional_text(row, 11));
    plan.holds = read_holds(optional_text(row, 12));
    plan.reviews = read_reviews(optional_text(row, 13));
    plan.review_on = optional_date(row, 14);
    plan.remark = optional_text(row, 15);
    plan.created = column_zoned(row, 16);
    if (optional_number(row, 18)) {
        plan.closed = column_zoned(row, 18);
    }
    plan.closing = read_closing(optional_text(row, 20));
    plan.advice = read_advice(optional_text(row, 21));
    return plan;
}

} // namespace

PlanId insert_plan(SQLite::Database& db, const Plan& plan) {
    execute(
        db,
        "INSERT INTO plans_plan (uuid, client, complaint, author, state, began_at, began_offset,"
        " phases, techniques, session_minutes, shared_care, holds, reviews, review_on, remark,"
        " created_at, created_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        StoredBytes{plan.uuid},
        plan.client,
        plan.complaint,
        plan.author,
        plan.state,
        plan.began.instant,
        plan.began.offset,
        to_json(phases_value(plan.phases)),
        to_json(techniques_value(plan.techniques)),
        plan.session_length,
        stored(plan.shared_care, shared_care_value),
        stored(plan.holds, holds_value),
        stored(plan.reviews, reviews_value),
        plan.review_on,
        plan.remark,
        plan.created.instant,
        plan.created.offset
    );
    return {db.getLastInsertRowid()};
}

void update_plan(SQLite::Database& db, const Plan& plan) {
    const auto closed_at = plan.closed ? std::optional{plan.closed->instant} : std::nullopt;
    const auto closed_offset = plan.closed ? std::optional{plan.closed->offset} : std::nullopt;
    execute(
        db,
        "UPDATE plans_plan SET state = ?2, began_at = ?3, began_offset = ?4, phases = ?5,"
        " techniques = ?6, session_minutes = ?7, shared_care = ?8, holds = ?9, reviews = ?10,"
        " review_on = ?11, remark = ?12, closed_at = ?13, closed_offset = ?14, closing = ?15,"
        " advice = ?16"
        " WHERE plan = ?1",
        plan.id,
        plan.state,
        plan.began.instant,
        plan.began.offset,
        to_json(phases_value(plan.phases)),
        to_json(techniques_value(plan.techniques)),
        plan.session_length,
        stored(plan.shared_care, shared_care_value),
        stored(plan.holds, holds_value),
        stored(plan.reviews, reviews_value),
        plan.review_on,
        plan.remark,
        closed_at,
        closed_offset,
        stored(plan.closing),
        stored(plan.advice, advice_value)
    );
}

std::optional<Plan> find_plan(SQLite::Database& db, PlanId id) {
    return first_row(
        statement(db, "SELECT " + columns + " FROM plans_plan WHERE plan = ?", id), read_plan
    );
}

std::vector<Plan> all_plans(SQLite::Database& db, const PlanFilter& filter) {
    return all_rows(
        statement(
            db,
            "SELECT " + columns + " FROM plans_plan WHERE (?3 OR state <> 'closed')" +
                (filter.client ? " AND client = ?1" : " AND ?1 IS NULL") +
                (filter.complaint ? " AND complaint = ?2" : " AND ?2 IS NULL") +
                (filter.archived_too ? ""
                                     : " AND client IN (SELECT client FROM clients_client"
                                       " WHERE archived_at IS NULL)") +
                " ORDER BY plan",
            filter.client,
            filter.complaint,
            filter.closed_too
        ),
        read_plan
    );
}

void for_each_plan(SQLite::Database& db, const std::function<void(const Plan&)>& take) {
    auto query = statement(db, "SELECT " + columns + " FROM plans_plan ORDER BY plan");
    while (query.executeStep()) {
        take(read_plan(query));
    }
}

std::optional<Instant> last_plan_entry(SQLite::Database& db, ClientId client) {
    std::optional<Instant> last;
    for (const auto& plan : all_plans(db, {.client = client})) {
        auto entry = plan.created.instant;
        for (const auto& review : plan.reviews) {
            entry = std::max(entry, review.at.instant);
        }
        for (const auto& hold : plan.holds) {
            entry = std::max(entry, hold.ended.value_or(hold.began).instant);
        }
        entry = plan.closed ? std::max(entry, plan.closed->instant) : entry;
        last = std::max(last.value_or(entry), entry);
    }
    return last;
}

void delete_plans(SQLite::Database& db, ClientId client) {
    execute(db, "DELETE FROM plans_plan WHERE client = ?", client);
}

std::optional<std::string> find_provider_name(SQLite::Database& db, ProviderId provider) {
    const auto table = first_row(
        statement(db, "SELECT 1 FROM sqlite_master WHERE name = 'referrals_provider'"),
        [](SQLite::Statement&) { return true; }
    );
    if (!table) {
        return std::nullopt;
    }
    return first_row(
        statement(
            db,
            "SELECT name || ', ' || replace(profession, '-', ' ') FROM referrals_provider"
            " WHERE provider = ?",
            provider
        ),
        [](SQLite::Statement& row) { return column_text(row, 0); }
    );
}

} // namespace praxis::plans
