// SPDX-License-Identifier: MIT
#include "note/note_copied.hpp"
#include "note_practice.hpp"
#include "write/note_form.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::soap {

using testing::body_of;
using testing::note_text;

namespace {

const CivilTime today{*Date::from_iso("2026-11-20"), Minutes{9 * 60}};

Note whole_note() {
    Note note;
    note.id = NoteId{7};
    note.body = body_of(note_text("note_whole.toml"));
    return note;
}

Value repeated(const Note& note) {
    return copy_note_body(note, testing::templates_of(note.body), today);
}

} // namespace

BOOST_AUTO_TEST_SUITE(note_copied_tests)

BOOST_AUTO_TEST_CASE(copies_the_complaint_the_work_and_the_plan) {
    const auto body = repeated(whole_note());
    BOOST_TEST(find_fact(body, "subjective.goal")->as_text() == "sit through a working day");
    BOOST_TEST(find_fact(body, "block[1].pressure")->as_integer() == 3);
    BOOST_TEST(find_fact(body, "objective.finding[1].tone")->as_text() == "high");
    BOOST_TEST(find_fact(body, "plan.homecare")->as_array().size() == 2U);
    BOOST_TEST(body.text_at("date") == "2026-11-20 09:00");
    const auto carried = read_copied_fields(body);
    BOOST_TEST(carried.from == "N-0007");
    BOOST_TEST(carried.fields == fact_paths(body), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(never_copies_consent_pain_skin_or_response) {
    const auto body = repeated(whole_note());
    for (const char* path :
         {"consent.given",
          "consent.scope",
          "subjective.pain_now",
          "subjective.pain_worst",
          "subjective.medication_today",
          "subjective.concerns",
          "objective.finding[1].tenderness",
          "objective.rom",
          "objective.test",
          "block[1].tolerance",
          "block[1].response",
          "block[1].skin_after",
          "block[1].after_effects_told",
          "assessment.pain_after",
          "assessment.response",
          "assessment.progress"}) {
        BOOST_TEST(find_fact(body, path) == nullptr, path);
    }
}

BOOST_AUTO_TEST_CASE(none_of_our_templates_copies_pain_or_consent) {
    const auto check = [](const std::vector<Field>& fields, bool consent) {
        for (const auto& field : fields) {
            BOOST_TEST((!field.copied || (!consent && field.unit != "NPRS")), field.name);
        }
    };
    for (const auto& part : testing::our_book().parts()) {
        check(part.fields, part.id == "consent");
    }
    for (const auto& technique : testing::our_book().techniques()) {
        check(technique.fields, false);
        for (const auto& field : technique.fields) {
            const bool checks_skin = field.name.starts_with("skin_");
            const bool responds = field.name == "response" || field.name == "release";
            BOOST_TEST((!field.copied || (!checks_skin && !responds)), technique.id + field.name);
        }
    }
}

BOOST_AUTO_TEST_CASE(does_not_copy_a_planned_visit_that_has_passed) {
    const auto body = repeated(whole_note());
    BOOST_TEST(find_fact(body, "plan.next_visit")->as_text() == "2026-11-27");
    auto later = today;
    later.date = later.date.plus_days(7);
    const auto note = whole_note();
    const auto next = copy_note_body(note, testing::templates_of(note.body), later);
    BOOST_TEST(find_fact(next, "plan.next_visit") == nullptr);
    BOOST_TEST(find_fact(next, "plan.review_on")->as_text() == "2026-12-18");
}

BOOST_AUTO_TEST_CASE(a_changed_or_set_field_is_no_longer_marked_as_copied) {
    const auto before = repeated(whole_note());
    auto body = before;
    body["subjective"]["goal"] = "walk the dog";
    body["plan"]["homecare"] = Value{};
    update_copied_fields(body, before, {"block[1].pressure"});
    const auto carried = read_copied_fields(body);
    BOOST_TEST(!carried.contains("subjective.goal"));
    BOOST_TEST(!carried.contains("plan.homecare"));
    BOOST_TEST(!carried.contains("block[1].pressure"));
    BOOST_TEST(carried.contains("subjective.complaint"));
    BOOST_TEST(carried.contains("block[1].tool"));
}

BOOST_AUTO_TEST_CASE(fields_of_a_row_that_moves_up_stay_marked) {
    auto before = repeated(whole_note());
    auto& blocks = before["block"].as_array();
    auto other = blocks.front();
    other["region"] = "neck";
    other["pressure"] = 5;
    blocks.push_back(other);
    auto fields = fact_paths(before);
    before[copied_key]["fields"] = Value::Array(fields.begin(), fields.end());
    auto body = before;
    body["block"].as_array().erase(body["block"].as_array().begin());
    update_copied_fields(body, before, {});
    const auto carried = read_copied_fields(body);
    BOOST_TEST(carried.contains("block[1].region"));
    BOOST_TEST(carried.contains("block[1].pressure"));
    BOOST_TEST(!carried.contains("block[2].region"));
    auto changed = before;
    changed["block"].as_array().erase(changed["block"].as_array().begin());
    changed["block"].as_array().front()["pressure"] = 2;
    update_copied_fields(changed, before, {});
    BOOST_TEST(read_copied_fields(changed).contains("block[1].region"));
    BOOST_TEST(!read_copied_fields(changed).contains("block[1].pressure"));
}

BOOST_AUTO_TEST_CASE(recognises_a_note_with_only_copied_fields) {
    auto body = repeated(whole_note());
    BOOST_TEST(is_all_copied(body));
    body["assessment"] = Value::Object{{"response", "eased"}};
    BOOST_TEST(!is_all_copied(body));
    BOOST_TEST(!is_all_copied(body_of(note_text("note_whole.toml"))));
}

BOOST_AUTO_TEST_CASE(the_mark_survives_the_editor_and_disappears_with_the_last_field) {
    const auto body = repeated(whole_note());
    const auto text = note_as_toml(body, testing::templates_of(body));
    BOOST_TEST(to_canonical_json(body_of(text)) == to_canonical_json(body));
    auto touched = body;
    update_copied_fields(touched, body, read_copied_fields(body).fields);
    BOOST_TEST(touched.find(copied_key) == nullptr);
}

BOOST_AUTO_TEST_CASE(refuses_marks_without_a_note) {
    std::vector<Problem> problems;
    body_of("date = \"now\"\n[carried]\nfrom = \"last time\"\nfields = []\n", problems);
    BOOST_TEST((std::any_of(problems.begin(), problems.end(), [](const auto& problem) {
        return problem.path == "carried" && problem.weight == Problem::Weight::error;
    })));
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
