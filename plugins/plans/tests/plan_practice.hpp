// SPDX-License-Identifier: MIT
/// The tables of plans in memory, with the columns of other plugins' tables that they refer to, as
/// a session on 2026-11-20 at 09:00 UTC.
#pragma once
#include "goal/goal.hpp"
#include "plan/plan.hpp"
#include "plan/plan_queries.hpp"
#include "plan/rules.hpp"
#include "plan/session_queries.hpp"

#include <praxis/stub_session.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace praxis::plans::testing {

inline std::filesystem::path schemas() {
    return std::filesystem::path{__FILE__}.parent_path() / "../../../schemas/plans";
}

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

inline Date day(std::string_view iso) {
    return Date::from_iso(iso).value();
}

/// A time of that day, in UTC.
inline ZonedTime at(std::string_view iso, int hour = 0) {
    return {Instant{day(iso).days() + std::chrono::hours{hour}}, Minutes{0}};
}

/// The rules that come with praxis.
inline PlanRules our_rules() {
    const auto path = schemas() / "rules/rules.toml";
    PlanRules rules;
    read_rules({"plans", "rules", path.string(), read_file(path)}, rules);
    return rules;
}

class PlanPractice : public praxis::testing::StubSession {
  public:
    PlanPractice() {
        db_.exec("PRAGMA foreign_keys = ON;"
                 "CREATE TABLE clients_client (client INTEGER PRIMARY KEY, archived_at INTEGER);"
                 "CREATE TABLE clients_complaint (complaint INTEGER PRIMARY KEY, client INTEGER,"
                 " closed_on TEXT);"
                 "CREATE TABLE core_user (user INTEGER PRIMARY KEY);"
                 "CREATE TABLE core_erasure (client INTEGER, done INTEGER);"
                 "CREATE TABLE soap_note (note INTEGER PRIMARY KEY, client INTEGER,"
                 " complaint INTEGER, state TEXT, kind TEXT DEFAULT 'treatment',"
                 " began_at INTEGER, began_offset INTEGER DEFAULT 0, pain_before INTEGER,"
                 " pain_after INTEGER, stress_before INTEGER, techniques TEXT DEFAULT '[]',"
                 " next_visit TEXT, review_on TEXT);"
                 "CREATE TABLE soap_amendment (note INTEGER, kind TEXT);"
                 "INSERT INTO clients_client (client) VALUES (1), (2);"
                 "INSERT INTO clients_complaint (complaint, client) VALUES (1, 1), (2, 2);"
                 "INSERT INTO core_user VALUES (1);");
        db_.exec(read_file(schemas() / "0001_plan.sql"));
        db_.exec(read_file(schemas() / "0003_advice.sql"));
    }

    /// An open plan of relief for the complaint, from 2026-11-01, 6 sessions every 1 to 2 weeks.
    static Plan new_plan(int complaint = 1) {
        Plan plan;
        plan.uuid = "019a0000-0000-7000-8000-00000000000" + std::to_string(complaint);
        plan.client = {complaint};
        plan.complaint = {complaint};
        plan.author = {1};
        plan.began = at("2026-11-01");
        plan.created = at("2026-11-01", 10);
        plan.phases = {{"relief", 6, Frequency{7, 14}, plan.began}};
        return plan;
    }

    Plan add_plan(int complaint = 1) {
        auto plan = new_plan(complaint);
        plan.id = insert_plan(db_, plan);
        return plan;
    }

    /// complaint  0: none
    void add_note(
        std::string_view date,
        int complaint = 1,
        const std::string& state = "signed",
        int client = 1
    ) {
        db_.exec(
            "INSERT INTO soap_note (client, complaint, state, began_at) VALUES (" +
            std::to_string(client) + ", nullif(" + std::to_string(complaint) + ", 0), '" + state +
            "', " + std::to_string(at(date, 14).instant.time_since_epoch().count()) + ")"
        );
    }

    SQLite::Database& db() override { return db_; }

    std::string new_uuid() override { return "019a0000-0000-7000-8000-000000000099"; }

  private:
    SQLite::Database db_{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
};

} // namespace praxis::plans::testing
