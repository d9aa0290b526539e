// SPDX-License-Identifier: MIT
#include "note/note_index_queries.hpp"
#include "note/note_keeping_queries.hpp"
#include "note/note_list_queries.hpp"
#include "note_practice.hpp"
#include "sign/restored_notes.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::soap {

namespace {

struct Restoring : testing::NotePractice {
    Note note = add(testing::note_text("note_whole.toml"));
    RestoredNotes restored;

    /// Restores one row by a statement, as the core does.
    void restore(const std::string& sql, bool goes, bool for_view = false) {
        restored.before(db, {.rows = {{"soap_note", note.id.number, goes}}, .for_view = for_view});
        db.exec(sql);
        restored.after(db, {.rows = {{"soap_note", note.id.number}}});
    }

    std::size_t found(const std::string& word) { return find_notes(db, "\"" + word + "\"").size(); }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(restored_notes_tests, Restoring)

BOOST_AUTO_TEST_CASE(a_draft_whose_edit_is_undone_is_found_by_its_old_words) {
    const auto old = body_of_note(db, note.id).value();
    note.body["subjective"]["goal"] = "gardening";
    note.body["block"].as_array()[0]["region"] = "neck";
    update_draft(db, note);
    BOOST_TEST(found("gardening") == 1U);
    restore("UPDATE soap_note SET body = '" + old + "'", false);
    BOOST_TEST(found("gardening") == 0U);
    BOOST_TEST(found("working") == 1U);
    BOOST_TEST(list_notes(db, {.region = "neck"}).empty());
    BOOST_TEST(are_words_right(db).value());
}

BOOST_AUTO_TEST_CASE(a_new_draft_that_is_undone_leaves_the_index) {
    restore("DELETE FROM soap_note", true);
    BOOST_TEST(found("working") == 0U);
    BOOST_TEST(!StoredRegions{db}.note());
    BOOST_TEST(are_words_right(db).value());
}

BOOST_AUTO_TEST_CASE(a_removed_draft_that_comes_back_is_found_again) {
    db.exec("CREATE TEMP TABLE kept AS SELECT * FROM soap_note");
    delete_draft(db, note.id);
    restore("INSERT INTO soap_note SELECT * FROM kept", false);
    BOOST_TEST(found("working") == 1U);
    BOOST_TEST(!list_notes(db, {.region = "lower-back"}).empty());
    BOOST_TEST(are_words_right(db).value());
}

BOOST_AUTO_TEST_CASE(a_view_of_an_earlier_day_does_not_find_later_notes) {
    restore("DELETE FROM soap_note", true, true);
    BOOST_TEST(found("working") == 0U);
}

BOOST_AUTO_TEST_CASE(a_view_of_an_earlier_day_does_not_find_later_amendments) {
    sign(note);
    insert_amendment(
        db,
        {.uuid = testing::uuid(9),
         .note = note.id,
         .author = UserId{1},
         .author_name = "Ines",
         .reason = "typing",
         .text = "left hamstring"}
    );
    restored.before(db, {.rows = {{"soap_amendment", 1, true}}, .for_view = true});
    db.exec("DROP TRIGGER soap_amendment_no_delete; DELETE FROM soap_amendment");
    restored.after(db, {.rows = {{"soap_amendment", 1}}});
    BOOST_TEST(found("hamstring") == 0U);
    BOOST_TEST(found("working") == 1U);
    BOOST_TEST(are_words_right(db).value());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
