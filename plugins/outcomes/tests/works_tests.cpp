// SPDX-License-Identifier: MIT
#include "measure_queries.hpp"
#include "our_files.hpp"
#include "works.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::outcomes {

using namespace testing;

namespace {

/// The tables in memory, with the columns of other plugins that the statements read.
struct Tables {
    SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};

    Tables() {
        db.exec("PRAGMA foreign_keys = ON;"
                "CREATE TABLE clients_client (client INTEGER PRIMARY KEY);"
                "CREATE TABLE clients_complaint (complaint INTEGER PRIMARY KEY);"
                "CREATE TABLE clients_complaint_cause (complaint INTEGER, cause TEXT);"
                "CREATE TABLE soap_note (note INTEGER PRIMARY KEY, client INTEGER,"
                " complaint INTEGER, state TEXT, began_at INTEGER, techniques TEXT,"
                " pain_before INTEGER, pain_after INTEGER, stress_before INTEGER,"
                " stress_after INTEGER, body TEXT);"
                "CREATE TABLE soap_region (note INTEGER, region TEXT, technique TEXT);"
                "CREATE TABLE soap_amendment (note INTEGER, kind TEXT);"
                "CREATE TABLE core_user (user INTEGER PRIMARY KEY);"
                "INSERT INTO clients_client VALUES (1), (2);"
                "INSERT INTO clients_complaint VALUES (1), (2);"
                "INSERT INTO clients_complaint_cause VALUES (1, 'posture'), (1, 'injury');"
                "INSERT INTO core_user VALUES (1);");
        db.exec(read_file(schemas() / "0001_measure.sql"));
    }

    /// A signed session; each later one a week after the other.
    void
    add(const std::string& client,
        const std::string& techniques,
        const std::string& before,
        const std::string& after,
        const std::string& complaint = "1") {
        ++notes_;
        const auto note = std::to_string(notes_);
        db.exec(
            "INSERT INTO soap_note VALUES (" + note + ", " + client + ", " + complaint +
            ", 'signed', " + std::to_string(notes_ * 604800) + ", '" + techniques + "', " + before +
            ", " + after +
            ", NULL, NULL, '{\"subjective\":{\"relaxation\":3},\"assessment\":"
            "{\"relaxation_after\":7}}')"
        );
        db.exec("INSERT INTO soap_region VALUES (" + note + ", 'lower-back', 'swedish')");
    }

    Effect effect(const std::string& name, WorksQuestion question) {
        for (auto& one : effects_of(db, question)) {
            if (one.name == name) {
                return one;
            }
        }
        return {};
    }

    MeasureId
    record(std::int64_t client, double score, std::optional<MeasureId> replaces = std::nullopt) {
        Measure measure;
        measure.uuid = "019a0000-0000-7000-8000-00000000000" + std::to_string(++measures_);
        measure.client = {client};
        measure.instrument = "psfs";
        measure.language = "en";
        measure.on = day("2026-11-20");
        measure.score = score;
        measure.replaces = replaces;
        measure.reason = replaces ? "typing" : "";
        measure.author = {1};
        measure.author_name = "Ines";
        return insert_measure(db, measure);
    }

  private:
    int notes_ = 0;
    int measures_ = 0;
};

const WorksQuestion by_technique{.measure = "pain", .by = "technique"};

} // namespace

BOOST_AUTO_TEST_SUITE(works_tests)

BOOST_AUTO_TEST_CASE(counts_each_technique_of_a_session) {
    Tables tables;
    tables.add("1", "[\"deep-tissue\",\"shiatsu\"]", "7", "4");
    tables.add("1", "[\"deep-tissue\"]", "6", "5");
    const auto deep = tables.effect("deep-tissue", by_technique);
    BOOST_TEST(deep.within.count == 2);
    BOOST_TEST(deep.within.mean == 2.0);
    BOOST_TEST(summary_text(deep.within) == "2 ± 1.4");
    BOOST_TEST(spread_text(deep.within) == "1 to 3");
    BOOST_TEST(deep.is_few());
    const auto shiatsu = tables.effect("shiatsu", by_technique);
    BOOST_TEST(summary_text(shiatsu.within) == "3"); // one session has no spread
    BOOST_TEST(!shiatsu.within.spread.has_value());
}

BOOST_AUTO_TEST_CASE(compares_before_with_the_next_before_of_the_same_complaint) {
    Tables tables;
    tables.add("1", "[\"swedish\"]", "7", "4");
    tables.add("1", "[\"swedish\"]", "9", "9", "2"); // another complaint
    tables.add("1", "[\"swedish\"]", "5", "5");
    const auto swedish = tables.effect("swedish", by_technique);
    BOOST_TEST(swedish.within.count == 3);
    BOOST_TEST(swedish.until_next.count == 1);
    BOOST_TEST(swedish.until_next.mean == 2.0);
}

BOOST_AUTO_TEST_CASE(keeps_the_sessions_of_each_complaint_apart) {
    Tables tables;
    tables.add("1", "[\"swedish\"]", "7", "4");
    tables.add("1", "[\"swedish\"]", "9", "8", "2");
    tables.add("1", "[\"swedish\"]", "5", "3", "NULL");
    auto question = by_technique;
    question.client = ClientId{1};
    BOOST_TEST(effects_of(tables.db, question).size() == 1U); // mixed: of the client
    question.each_complaint = true;
    const auto effects = effects_of(tables.db, question);
    BOOST_TEST(effects.size() == 3U);
    BOOST_TEST((effects[0].complaint == ComplaintId{1}));
    BOOST_TEST(effects[0].within.mean == 3.0);
    BOOST_TEST((effects[1].complaint == ComplaintId{2}));
    BOOST_TEST(effects[1].within.mean == 1.0);
    BOOST_TEST(!effects[2].complaint.has_value()); // last
    BOOST_TEST(effects[2].within.mean == 2.0);
}

BOOST_AUTO_TEST_CASE(leaves_out_void_notes_drafts_and_sessions_without_a_number) {
    Tables tables;
    tables.add("1", "[\"swedish\"]", "7", "4");
    tables.add("1", "[\"swedish\"]", "7", "0");
    tables.add("1", "[\"swedish\"]", "7", "0");
    tables.add("1", "[\"swedish\"]", "NULL", "NULL");
    tables.db.exec("INSERT INTO soap_amendment VALUES (2, 'void');"
                   "UPDATE soap_note SET state = 'draft' WHERE note = 3");
    const auto swedish = tables.effect("swedish", by_technique);
    BOOST_TEST(swedish.within.count == 1);
    BOOST_TEST(swedish.within.mean == 3.0);
}

BOOST_AUTO_TEST_CASE(groups_by_region_and_by_each_cause) {
    Tables tables;
    tables.add("1", "[\"swedish\"]", "7", "4");
    tables.add("2", "[\"swedish\"]", "7", "6", "NULL");
    BOOST_TEST(tables.effect("lower-back", {.measure = "pain", .by = "region"}).clients == 2);
    BOOST_TEST(tables.effect("injury", {.measure = "pain", .by = "cause"}).within.mean == 3.0);
    BOOST_TEST(tables.effect("posture", {.measure = "pain", .by = "cause"}).within.count == 1);
    BOOST_TEST(
        tables.effect("not recorded", {.measure = "pain", .by = "cause"}).within.mean == 1.0
    );
}

BOOST_AUTO_TEST_CASE(more_relaxation_is_better) {
    Tables tables;
    tables.add("1", "[\"swedish\"]", "7", "4");
    BOOST_TEST(
        tables.effect("swedish", {.measure = "relaxation", .by = "technique"}).within.mean == 4.0
    );
    BOOST_TEST(effects_of(tables.db, {.measure = "stress", .by = "technique"}).empty());
}

BOOST_AUTO_TEST_CASE(limits_to_a_client_and_a_time_but_knows_the_session_after_it) {
    Tables tables;
    tables.add("1", "[\"swedish\"]", "7", "4");
    tables.add("1", "[\"swedish\"]", "5", "4");
    tables.add("2", "[\"swedish\"]", "9", "4", "2");
    auto question = by_technique;
    question.client = ClientId{1};
    question.until = Instant{std::chrono::seconds{700000}};
    const auto first = tables.effect("swedish", question);
    BOOST_TEST(first.within.count == 1);
    BOOST_TEST(first.until_next.mean == 2.0);
}

BOOST_AUTO_TEST_CASE(a_replaced_measure_does_not_count) {
    Tables tables;
    const auto wrong = tables.record(1, 2);
    const auto right = tables.record(1, 3, wrong);
    BOOST_TEST(measures_of(tables.db, {1}).size() == 1U);
    BOOST_TEST((measures_of(tables.db, {1}).front().id == right));
    BOOST_TEST((find_measure(tables.db, wrong)->replaced_by == right));
    BOOST_TEST(newest_measure(tables.db, {1}, "psfs", std::nullopt)->score == 3.0);
}

BOOST_AUTO_TEST_CASE(the_database_refuses_a_changed_measure) {
    Tables tables;
    const auto mine = tables.record(1, 2);
    const auto refuses = [&tables](const std::string& sql) {
        BOOST_CHECK_THROW(tables.db.exec(sql), SQLite::Exception);
    };
    refuses("UPDATE outcomes_measure SET score = 9");
    BOOST_CHECK_THROW(tables.record(2, 3, mine), SQLite::Exception); // another client
    delete_of_client(tables.db, {1});
    BOOST_TEST(!last_entry(tables.db, {1}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::outcomes
