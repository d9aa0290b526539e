// SPDX-License-Identifier: MIT
#include "note/note_index_queries.hpp"
#include "note/note_keeping_queries.hpp"
#include "note/note_list_queries.hpp"
#include "note_practice.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::soap {

using testing::note_text;
using testing::NotePractice;

BOOST_AUTO_TEST_SUITE(note_queries_tests)

BOOST_AUTO_TEST_CASE(a_note_is_read_back_as_it_was_stored) {
    NotePractice practice;
    auto note = practice.add(note_text("note_whole.toml"));
    const auto read = find_note(practice.db, note.id);
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(to_canonical_json(read->body) == to_canonical_json(note.body));
    BOOST_TEST((to_value(read->templates) == to_value(note.templates)));
    BOOST_TEST(read->began.iso() == "2026-11-19T14:30:00+00:00");
    BOOST_TEST(read->length.value().count() == 60);
    BOOST_TEST(read->pain_before.value() == 6);
    BOOST_TEST(read->pain_after.value() == 4);
    BOOST_TEST((read->next_visit == Date::from_iso("2026-11-27")));
    BOOST_TEST((read->review_on == Date::from_iso("2026-12-18")));
    BOOST_TEST(!read->stress_before);
    const auto stressed = practice.add(note_text("note_desk_worker.toml"));
    BOOST_TEST(find_note(practice.db, stressed.id)->stress_before.value() == 7);
    BOOST_TEST(!read->signature.has_value());
}

BOOST_AUTO_TEST_CASE(no_statement_changes_a_signed_note) {
    NotePractice practice;
    const auto note = practice.add(note_text("note_whole.toml"));
    const auto draft = practice.add(note_text("note_desk_worker.toml"));
    practice.sign(note);
    for (const char* attack :
         {"UPDATE soap_note SET minutes = 1 WHERE note = 1",
          "UPDATE soap_note SET state = 'draft' WHERE note = 1",
          "UPDATE soap_note SET body = '{}'",
          "DELETE FROM soap_note WHERE note = 1",
          "REPLACE INTO soap_note SELECT * FROM soap_note WHERE note = 1",
          "INSERT OR REPLACE INTO soap_note (note, uuid, client, state, began_at, began_offset, "
          "techniques, body, templates, author, created_at, changed_at) VALUES (1, "
          "randomblob(16), 1, 'draft', 0, 0, '[]', '{}', 1, 1, 0, 0)",
          "INSERT OR REPLACE INTO soap_note (uuid, client, state, began_at, began_offset, "
          "techniques, body, templates, author, created_at, changed_at) SELECT uuid, 1, 'draft', "
          "0, 0, '[]', '{}', templates, 1, 0, 0 FROM soap_note WHERE note = 1",
          "UPDATE OR REPLACE soap_note SET note = 1 WHERE note = 2",
          "UPDATE OR REPLACE soap_note SET uuid = (SELECT uuid FROM soap_note WHERE note = 1) "
          "WHERE note = 2"}) {
        BOOST_CHECK_THROW(practice.db.exec(attack), SQLite::Exception);
    }
    const auto read = find_note(practice.db, note.id);
    BOOST_TEST(to_canonical_json(read->body) == to_canonical_json(note.body));
    BOOST_TEST(find_note(practice.db, draft.id).has_value());
}

BOOST_AUTO_TEST_CASE(a_new_note_cannot_be_signed) {
    NotePractice practice;
    practice.sign(practice.add(note_text("note_whole.toml")));
    BOOST_CHECK_THROW(
        practice.db.exec(
            "INSERT INTO soap_note (uuid, client, state, began_at, began_offset, techniques, body, "
            "templates, author, created_at, changed_at, signed_at, signed_offset, signer, meaning, "
            "header, digest, signing, public_key, signature) SELECT randomblob(16), client, state, "
            "began_at, began_offset, techniques, "
            "body, templates, author, created_at, changed_at, signed_at, signed_offset, signer, "
            "meaning, header, digest, 99, public_key, signature FROM soap_note"
        ),
        SQLite::Exception
    );
}

BOOST_AUTO_TEST_CASE(a_signed_note_is_deleted_only_while_its_client_is_erased) {
    NotePractice practice;
    practice.sign(practice.add(note_text("note_whole.toml"), 1));
    practice.db.exec("INSERT INTO core_erasure VALUES (2, 0), (1, 1)");
    BOOST_CHECK_THROW(delete_notes(practice.db, ClientId{1}), SQLite::Exception);
    practice.db.exec("INSERT INTO core_erasure VALUES (1, 0)");
    delete_notes(practice.db, ClientId{1});
    BOOST_TEST(all_notes(practice.db, ClientId{1}).empty());
}

BOOST_AUTO_TEST_CASE(a_signature_is_complete_or_absent) {
    NotePractice practice;
    practice.add(note_text("note_whole.toml"));
    BOOST_CHECK_THROW(practice.db.exec("UPDATE soap_note SET state = 'signed'"), SQLite::Exception);
    BOOST_CHECK_THROW(practice.db.exec("UPDATE soap_note SET signer = 1"), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(amendments_are_added_to_signed_notes_only_and_stay) {
    NotePractice practice;
    const auto note = practice.add(note_text("note_whole.toml"));
    const Amendment amendment{
        .uuid = testing::uuid(9),
        .note = note.id,
        .author = UserId{1},
        .author_name = "Ines",
        .reason = "typing",
        .text = "left"};
    BOOST_CHECK_THROW(insert_amendment(practice.db, amendment), SQLite::Exception);
    practice.sign(note);
    insert_amendment(practice.db, amendment);
    for (const char* attack :
         {"UPDATE soap_amendment SET text = 'x'",
          "DELETE FROM soap_amendment",
          "REPLACE INTO soap_amendment SELECT * FROM soap_amendment",
          "INSERT OR REPLACE INTO soap_amendment (uuid, note, at, at_offset, author, author_name, "
          "reason, text) SELECT uuid, 1, 0, 0, 1, 'x', 'x', 'x' FROM soap_amendment"}) {
        BOOST_CHECK_THROW(practice.db.exec(attack), SQLite::Exception);
    }
    const auto read = find_note(practice.db, note.id);
    BOOST_REQUIRE(read->amendments.size() == 1U);
    BOOST_TEST(read->amendments.front().text == "left");
}

BOOST_AUTO_TEST_CASE(a_stored_template_never_changes_and_is_stored_once) {
    NotePractice practice;
    const TemplateReference reference{"technique", "swedish", 1, std::string(64, 'a')};
    keep_template(practice.db, reference, "one");
    keep_template(practice.db, reference, "two");
    BOOST_TEST(template_text(practice.db, reference.digest).value() == "one");
    for (const char* attack :
         {"UPDATE soap_template SET text = 'x'",
          "DELETE FROM soap_template",
          "REPLACE INTO soap_template SELECT template, randomblob(32), kind, id, version, 'x' FROM "
          "soap_template",
          "REPLACE INTO soap_template SELECT 99, digest, kind, id, version, 'x' FROM "
          "soap_template"}) {
        BOOST_CHECK_THROW(practice.db.exec(attack), SQLite::Exception);
    }
}

BOOST_AUTO_TEST_CASE(lists_are_filtered_and_newest_first) {
    NotePractice practice;
    practice.add(note_text("note_whole.toml"));          // 2026-11-19, deep tissue
    practice.add(note_text("note_desk_worker.toml"), 2); // 2026-09-14, deep tissue, myofascial
    practice.add(note_text("note_acute_back.toml"));     // 2026-10-05, swedish
    const auto ids = [&practice](const NoteFilter& filter) {
        std::string text;
        for (const auto& line : list_notes(practice.db, filter)) {
            text += std::to_string(line.id.number);
        }
        return text;
    };
    BOOST_TEST(ids({}) == "132");
    BOOST_TEST(ids({.client = ClientId{1}}) == "13");
    BOOST_TEST(ids({.technique = "deep-tissue"}) == "12");
    BOOST_TEST(ids({.technique = "deep"}) == "");
    BOOST_TEST(ids({.region = "lower-back"}) == "132");
    BOOST_TEST(ids({.region = "neck"}) == "");
    BOOST_TEST(ids({.state = "signed"}) == "");
    BOOST_TEST(ids({.limit = 2}) == "13");
    const TimeZone utc{"UTC"};
    const auto instant = [&utc](const char* day) {
        return utc.at(CivilTime{*Date::from_iso(day), Minutes{0}}).instant;
    };
    BOOST_TEST(ids({.since = instant("2026-10-01"), .until = instant("2026-11-01")}) == "3");
}

BOOST_AUTO_TEST_CASE(lists_of_a_client_use_an_index) {
    NotePractice practice;
    auto plan = statement(
        practice.db,
        "EXPLAIN QUERY PLAN SELECT note FROM soap_note n WHERE n.client = 1 AND n.began_at >= 0 "
        "ORDER BY n.began_at DESC, n.note DESC LIMIT 5"
    );
    BOOST_REQUIRE(plan.executeStep());
    BOOST_TEST(column_text(plan, 3).find("soap_note_by_client") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(lists_of_drafts_use_an_index) {
    NotePractice practice;
    auto plan = statement(
        practice.db,
        "EXPLAIN QUERY PLAN SELECT note FROM soap_note n WHERE n.state = 'draft' "
        "AND n.began_at >= 0 ORDER BY n.began_at DESC, n.note DESC LIMIT 5"
    );
    BOOST_REQUIRE(plan.executeStep());
    BOOST_TEST(column_text(plan, 3).find("soap_note_drafts") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_removed_draft_leaves_no_region_and_no_words) {
    NotePractice practice;
    const auto note = practice.add(note_text("note_whole.toml"));
    BOOST_TEST(find_notes(practice.db, "\"piriformis\"").size() == 1U);
    delete_draft(practice.db, note.id);
    BOOST_TEST(find_notes(practice.db, "\"piriformis\"").empty());
    BOOST_TEST(!StoredRegions{practice.db}.note());
    BOOST_TEST(are_words_right(practice.db).value());
}

BOOST_AUTO_TEST_CASE(a_changed_draft_is_found_only_by_its_new_text) {
    NotePractice practice;
    auto note = practice.add(note_text("note_whole.toml"));
    auto text = note_text("note_whole.toml");
    for (auto at = text.find("iriformis"); at != std::string::npos; at = text.find("iriformis")) {
        text.replace(at - 1, 10, "quadratus");
    }
    note.body = testing::body_of(text);
    update_draft(practice.db, note);
    BOOST_TEST(find_notes(practice.db, "\"piriformis\"").empty());
    BOOST_TEST(find_notes(practice.db, "\"quad\"*").size() == 1U);
    BOOST_TEST(find_notes(practice.db, "\"quad\"*", {.client = ClientId{1}}).size() == 1U);
    BOOST_TEST(find_notes(practice.db, "\"quad\"*", {.client = ClientId{2}}).empty());
    BOOST_TEST(are_words_right(practice.db).value());
}

BOOST_AUTO_TEST_CASE(amendments_are_searched_and_erased_with_their_note) {
    NotePractice practice;
    const auto note = practice.add(note_text("note_whole.toml"));
    practice.sign(note);
    insert_amendment(
        practice.db,
        {.uuid = testing::uuid(9),
         .note = note.id,
         .author = UserId{1},
         .author_name = "Ines",
         .reason = "typing",
         .text = "left hamstring"}
    );
    BOOST_TEST(find_notes(practice.db, "\"hamstring\"").size() == 1U);
    BOOST_TEST(find_notes(practice.db, "\"piriformis\"").size() == 1U);
    BOOST_TEST(are_words_right(practice.db).value());
    practice.db.exec("INSERT INTO core_erasure VALUES (1, 0)");
    delete_notes(practice.db, ClientId{1});
    BOOST_TEST(find_notes(practice.db, "\"hamstring\"").empty());
    BOOST_TEST(!StoredRegions{practice.db}.note());
    BOOST_TEST(are_words_right(practice.db).value());
}

BOOST_AUTO_TEST_CASE(words_that_the_index_lacks_or_has_too_many_of_are_found) {
    NotePractice practice;
    const auto note = practice.add(note_text("note_whole.toml"));
    practice.db.exec("UPDATE soap_note SET body = replace(body, 'iriformis', 'soas')");
    BOOST_TEST(!are_words_right(practice.db).value());
    practice.db.exec("UPDATE soap_note SET body = replace(body, 'soas', 'iriformis')");
    BOOST_TEST(are_words_right(practice.db).value());
    remove_words(practice.db, note.id);
    BOOST_TEST(!are_words_right(practice.db).value());
    add_words(practice.db, note.id);
    add_words(practice.db, note.id); // twice is once
    BOOST_TEST(are_words_right(practice.db).value());
}

BOOST_AUTO_TEST_CASE(regions_are_those_of_the_blocks_and_findings) {
    NotePractice practice;
    const auto note = practice.add(note_text("note_whole.toml"));
    StoredRegions stored{practice.db};
    BOOST_TEST((stored.note() == note.id));
    const auto regions = stored.next();
    BOOST_TEST((regions == regions_of(note.body)));
    BOOST_REQUIRE(!regions.empty());
    BOOST_TEST(regions.front().technique == "deep-tissue");
    BOOST_TEST(regions.front().tool == "forearm");
    BOOST_TEST(regions.front().minutes.has_value());
    BOOST_TEST(regions.back().region == "lower-back");
    BOOST_TEST(regions.back().technique == "");
    BOOST_TEST(!stored.note());
}

BOOST_AUTO_TEST_CASE(the_same_templates_are_stored_once_for_all_notes) {
    NotePractice practice;
    practice.add(note_text("note_whole.toml"));
    practice.add(note_text("note_whole.toml"));
    practice.add(note_text("note_desk_worker.toml"));
    const auto count = first_row(
        statement(practice.db, "SELECT count(*) FROM soap_template WHERE kind = 'combination'"),
        [](auto& query) { return column_number(query, 0); }
    );
    BOOST_TEST(count.value() == 2);
}

BOOST_AUTO_TEST_CASE(notes_are_found_by_the_beginning_of_their_uuid) {
    NotePractice practice;
    practice.add(note_text("note_whole.toml"));
    practice.add(note_text("note_desk_worker.toml"));
    BOOST_TEST(notes_by_uuid(practice.db, "019a").size() == 2U);
    BOOST_TEST(notes_by_uuid(practice.db, "019a0").size() == 2U);
    BOOST_TEST(notes_by_uuid(practice.db, "019a0000-0000-7").size() == 2U);
    BOOST_TEST(notes_by_uuid(practice.db, "019a0000-00007").empty());
    BOOST_TEST(notes_by_uuid(practice.db, testing::uuid(2)).size() == 1U);
    BOOST_TEST(notes_by_uuid(practice.db, testing::uuid(3)).empty());
}

namespace {

std::string ids_of(const std::vector<Note>& notes) {
    std::string ids;
    for (const auto& note : notes) {
        ids += (ids.empty() ? "" : " ") + note.id.str();
    }
    return ids;
}

std::string listed(NotePractice& practice, const NoteFilter& filter) {
    std::string ids;
    for (const auto& line : list_notes(practice.db, filter)) {
        ids += (ids.empty() ? "" : " ") + line.id.str() + " " + line.state;
    }
    return ids;
}

/// A signed note of that day.
Note signed_on(NotePractice& practice, const std::string& day, const std::string& more = "") {
    auto note = practice.add(
        "technique = [\"swedish\"]\ndate = \"" + day + " 10:00\"\n" + more +
        "[subjective]\ncomplaint = \"ache\"\n"
    );
    practice.sign(note);
    return note;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_void_note_is_kept_and_no_reading_of_sessions_counts_it) {
    NotePractice practice;
    signed_on(practice, "2026-11-02");
    const auto twice = signed_on(practice, "2026-11-03");
    practice.make_void(twice);
    const ClientId client{1};
    BOOST_TEST(ids_of(signed_notes(practice.db, client, {}, Instant::min())) == "N-0001");
    BOOST_TEST(ids_of(void_notes(practice.db, client, {}, Instant::min())) == "N-0002");
    BOOST_TEST(ids_of(all_notes(practice.db, client)) == "N-0001 N-0002");
    BOOST_TEST(last_signed(practice.db, client, {}).value().str() == "N-0001");
    BOOST_TEST(listed(practice, {}) == "N-0001 signed");
    BOOST_TEST(listed(practice, {.client = client, .state = "signed"}) == "N-0001 signed");
    BOOST_TEST(listed(practice, {.with_void = true}) == "N-0002 void N-0001 signed");
    BOOST_TEST(find_notes(practice.db, "ache").size() == 1U);
    BOOST_TEST(find_notes(practice.db, "ache", {.client = client}).size() == 1U);
    BOOST_TEST(find_notes(practice.db, "ache", {.with_void = true}).size() == 2U);
    const auto kept = find_note(practice.db, twice.id).value();
    BOOST_TEST(to_canonical_json(kept.body) == to_canonical_json(twice.body));
    BOOST_TEST(find_void(kept)->reason == "signed twice");
    BOOST_TEST(without_void(kept.amendments).empty());
    BOOST_CHECK_THROW(practice.make_void(twice), SQLite::Exception);
    BOOST_CHECK_THROW(practice.db.exec("DELETE FROM soap_amendment"), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(a_note_without_a_complaint_belongs_to_the_only_one_that_was_open) {
    NotePractice practice;
    practice.db.exec("INSERT INTO clients_complaint VALUES (3, 1, '2026-03', NULL), "
                     "(4, 1, '2026-06-10', '2026-07-20'), (5, 2, NULL, NULL)");
    signed_on(practice, "2026-02-01");                              // before the first began
    signed_on(practice, "2026-03-05");                              // only the first
    signed_on(practice, "2026-06-10");                              // both were open
    signed_on(practice, "2026-07-20", "complaint = \"CO-0004\"\n"); // named
    signed_on(practice, "2026-07-21");                              // only the first again
    signed_on(practice, "2026-08-01", "complaint = \"CO-0003\"\n"); // named
    signed_on(practice, "2026-08-02", "kind = \"wellness\"\n");     // of none
    practice.make_void(signed_on(practice, "2026-06-11"));          // does not count
    const ClientId client{1};
    const auto of = [&](std::int64_t complaint) {
        return ids_of(signed_notes(practice.db, client, ComplaintId{complaint}, Instant::min()));
    };
    BOOST_TEST(of(3) == "N-0002 N-0005 N-0006");
    BOOST_TEST(of(4) == "N-0004");
    BOOST_TEST(of(5) == "");
    BOOST_TEST(
        listed(practice, {.client = client, .complaint = ComplaintId{3}}) ==
        "N-0006 signed N-0005 signed N-0002 signed"
    );
    BOOST_TEST(last_signed(practice.db, client, ComplaintId{4}).value().str() == "N-0004");
    const auto unassigned = [&](std::int64_t complaint) {
        return count_unassigned(practice.db, client, ComplaintId{complaint}, Instant::min());
    };
    BOOST_TEST(unassigned(3).left_out == 1U);
    BOOST_TEST(unassigned(4).left_out == 1U);
    BOOST_TEST(unassigned(5).left_out == 0U);
    BOOST_TEST(unassigned(3).counted == 0U);
}

BOOST_AUTO_TEST_CASE(notes_of_several_open_complaints_count_where_there_is_no_other_note) {
    NotePractice practice;
    practice.db.exec("INSERT INTO clients_complaint VALUES (3, 1, NULL, NULL), "
                     "(4, 1, '2026-06', NULL)");
    const ClientId client{1};
    signed_on(practice, "2026-06-10");
    signed_on(practice, "2026-06-11");
    const auto of = [&](std::int64_t complaint) {
        return ids_of(signed_notes(practice.db, client, ComplaintId{complaint}, Instant::min()));
    };
    BOOST_TEST(of(3) == "N-0001 N-0002");
    BOOST_TEST(of(4) == "N-0001 N-0002");
    const auto counts = count_unassigned(practice.db, client, ComplaintId{3}, Instant::min());
    BOOST_TEST(counts.counted == 2U);
    BOOST_TEST(counts.left_out == 0U);
    signed_on(practice, "2026-05-31"); // only the first was open
    BOOST_TEST(of(3) == "N-0003");
    BOOST_TEST(of(4) == "N-0001 N-0002");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
