// SPDX-License-Identifier: MIT
#include "checked_note.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <utility>

using namespace praxis;
using namespace praxis::soap;
using namespace praxis::soap::testing;

namespace {

const std::string acute_low_back = R"(
technique = ["swedish"]
date = "2026-10-05 09:30"
minutes = 45
[subjective]
complaint = "dull low back pain for three days, at times down the right leg"
pain_now = 4
[objective]
posture = ["guarding"]
[[objective.finding]]
region = "lower-back"
side = "both"
tone = "high"
tenderness = 2
text = "guards when some places are touched"
[[block]]
technique = "swedish"
region = "lower-back"
side = "both"
minutes = 45
[assessment]
pain_after = 6
response = "more pain after the work"
adverse = "pain rose during the work"
[plan]
next_visit = "2026-10-08"
)";

const std::string desk_worker = R"(
technique = ["deep-tissue", "myofascial-release"]
date = "2026-09-14 18:00"
minutes = 60
[subjective]
complaint = "back pain after long hours at a desk"
pain_now = 7
goal = "sit through a working day"
stress = 7
[objective]
posture = ["forward head", "rounded shoulders"]
[[objective.finding]]
region = "lower-back"
side = "both"
tone = "high"
tenderness = 3
[[objective.rom]]
joint = "lumbar"
movement = "flexion"
before = 55
after = 65
unit = "percent"
[[block]]
technique = "deep-tissue"
region = "lower-back"
side = "both"
minutes = 35
layer = "deep"
tool = "forearm"
pressure = 3
tolerance = 6
response = "softened"
[[block]]
technique = "myofascial-release"
region = "lower-back"
side = "both"
minutes = 20
[assessment]
pain_after = 5
response = "flexion freer"
adverse = "none"
[plan]
next_visit = "2026-09-21"
homecare = ["microbreak every 30 minutes", "monitor at eye level"]
review_on = "2026-10-26"
)";

const std::string whole_swedish = R"(
technique = ["swedish"]
date = "2026-11-19 14:30"
minutes = 60
[consent]
given = true
[subjective]
complaint = "stiff neck"
pain_now = 3
concerns = "none"
goal = "turn the head when driving"
[objective]
[[objective.finding]]
region = "neck"
tone = "high"
[[block]]
technique = "swedish"
region = "neck"
minutes = 40
strokes = ["effleurage", "petrissage"]
pressure = 2
[assessment]
pain_after = 1
response = "turns further to the left"
adverse = "none"
progress = "first session"
[plan]
next_visit = "2026-11-27"
)";

} // namespace

BOOST_AUTO_TEST_SUITE(validate_tests)

BOOST_AUTO_TEST_CASE(accepts_published_notes_as_drafts) {
    for (const auto& text : {acute_low_back, desk_worker}) {
        const auto checked = check(text);
        BOOST_TEST(checked.errors() == "");
        BOOST_TEST(checked.warnings() == "");
        BOOST_TEST((checked.body == parse_toml(text, "note.toml")));
    }
}

BOOST_AUTO_TEST_CASE(lists_the_fields_that_a_draft_needs_for_signing) {
    BOOST_TEST(
        check(desk_worker).missing() ==
        "consent.given subjective.medication_today block[1].skin_after block[1].after_effects_told "
        "block[2].direction block[2].hold_seconds block[2].release assessment.progress"
    );
}

BOOST_AUTO_TEST_CASE(finds_nothing_missing_in_a_complete_note) {
    const auto checked = check(whole_swedish);
    BOOST_TEST(describe(checked.problems, "") == "");
}

BOOST_AUTO_TEST_CASE(gives_the_same_body_when_a_body_is_checked_again) {
    const auto once = check(whole_swedish).body;
    const auto again = check_value(once);
    BOOST_TEST(describe(again.problems, "") == "");
    BOOST_TEST(to_canonical_json(again.body) == to_canonical_json(once));
}

BOOST_AUTO_TEST_CASE(explains_how_to_add_a_missing_field) {
    const auto checked = check("technique = [\"swedish\"]");
    const auto found =
        std::find_if(checked.problems.begin(), checked.problems.end(), [](const auto& problem) {
            return problem.path == "subjective.pain_now";
        });
    BOOST_REQUIRE(found != checked.problems.end());
    BOOST_TEST(
        found->message == "needed for signing: How strong is the pain now, before the work?"
    );
    BOOST_TEST(found->hint == "pain_now under [subjective]: a whole number from 0 to 10");
}

BOOST_AUTO_TEST_CASE(an_empty_note_needs_all_required_fields) {
    BOOST_TEST(
        check_value(Value{Value::Object{}}).missing() ==
        "technique date minutes consent.given subjective.complaint subjective.pain_now "
        "subjective.medication_today subjective.goal objective.finding assessment.pain_after "
        "assessment.response assessment.adverse assessment.progress plan.next_visit "
        "subjective.location"
    );
}

BOOST_AUTO_TEST_CASE(a_wellness_session_needs_no_complaint_pain_finding_or_goal) {
    BOOST_TEST(
        check("kind = \"wellness\"\n").missing() ==
        "technique date minutes consent.given subjective.medication_today assessment.response "
        "assessment.adverse plan.next_visit subjective.location"
    );
    BOOST_TEST(check("kind = \"treatment\"\n").missing() == check("").missing());
    BOOST_TEST(check("kind = \"spa\"\n").errors().starts_with("line 1: kind: "));
}

BOOST_AUTO_TEST_CASE(refuses_a_session_that_has_not_begun) {
    const auto refused = [](const std::string& date) {
        return check("date = \"" + date + "\"\n").errors();
    };
    BOOST_TEST(
        refused("2026-11-21 08:00") ==
        "line 1: date: the session is in the future: it begins on 2026-11-21 08:00, and now it is "
        "2026-11-20 09:00 (write the note when the session has begun)"
    );
    BOOST_TEST(refused("9:01am") != "");
    BOOST_TEST(refused("9am") == "");
}

BOOST_AUTO_TEST_CASE(refuses_unknown_keys_with_line_and_suggestion) {
    const auto checked = check(
        "technique = [\"swedish\"]\nminuts = 60\n[subjective]\npain_nov = 3\nposture = \"x\"\n"
    );
    BOOST_TEST(
        checked.errors() == "line 2: minuts: unknown field (did you mean minutes?)\n"
                            "line 4: subjective, pain nov: unknown field (did you mean pain_now?)\n"
                            "line 5: subjective, posture: unknown field (move it under [objective])"
    );
}

BOOST_AUTO_TEST_CASE(names_the_technique_of_a_misplaced_field) {
    BOOST_TEST(
        check_block("swedish", "kyo = \"lung\"\n").errors() ==
        "line 4: block 1 (swedish), kyo: unknown field (it is a field of shiatsu)"
    );
}

BOOST_AUTO_TEST_CASE(refuses_unknown_columns_of_a_table) {
    BOOST_TEST(
        check("[[objective.finding]]\nregion = \"neck\"\ntome = \"high\"\n").errors() ==
        "line 3: objective, finding 1, tome: unknown field (did you mean tone?)"
    );
}

BOOST_AUTO_TEST_CASE(names_the_expected_type) {
    BOOST_TEST(
        check_block("swedish", "pressure = \"firm\"\n").errors() ==
        "line 4: block 1 (swedish), pressure: a whole number from 1 to 5 expected, found text"
    );
    BOOST_TEST(
        check_block("swedish", "pressure = 2.5\n").errors() ==
        "line 4: block 1 (swedish), pressure: a whole number from 1 to 5 expected, found a number"
    );
    BOOST_TEST(
        check_block("hot-stone", "stones = 12\n").errors() ==
        "line 4: block 1 (hot stone), stones: text in quotes expected, found a whole number "
        "(stones = \"12\")"
    );
    BOOST_TEST(
        check_block("trigger-point", "taut_band = \"maybe\"\n").errors() ==
        "line 4: block 1 (trigger point), taut band: yes or no expected, found text"
    );
    BOOST_TEST(
        check("[plan]\nnext_visit = 20261127\n").errors() ==
        "line 2: plan, next visit: a date such as \"2026-11-27\" expected, found a whole number"
    );
    BOOST_TEST(
        check("plan = \"rest\"\n").errors() == "line 1: plan: table [plan] expected, found text"
    );
    BOOST_TEST(
        check("block = \"neck\"\n").errors() == "line 1: block: [[block]] expected, found text"
    );
}

BOOST_AUTO_TEST_CASE(refuses_numbers_outside_their_range) {
    BOOST_TEST(check("[subjective]\npain_now = 11\n")
                   .errors()
                   .starts_with("line 2: subjective, pain now: 11 is outside 0 to 10"));
    BOOST_TEST(
        check_block("trigger-point", "hold_seconds = 0\n").errors() ==
        "line 4: block 1 (trigger point), hold seconds: 0 is outside 1 to 600 s"
    );
}

BOOST_AUTO_TEST_CASE(accepts_a_whole_number_with_a_zero_fraction) {
    const auto checked = check_block("swedish", "pressure = 3.0\n");
    BOOST_TEST(checked.errors() == "");
    BOOST_TEST(first_block(checked).find("pressure")->is_integer());
}

BOOST_AUTO_TEST_CASE(choices_ignore_case_and_near_ones_are_suggested) {
    const auto checked = check_block("deep-tissue", "layer = \"Deep\"\ntool = \"forarm\"\n");
    BOOST_TEST(
        checked.errors() ==
        "line 5: block 1 (deep tissue), tool: invalid choice \"forarm\" (did you mean forearm?)"
    );
    BOOST_TEST(first_block(checked).text_at("layer") == "deep");
}

BOOST_AUTO_TEST_CASE(messages_never_repeat_the_text_of_a_note) {
    for (const auto* const field :
         {"layer = \"Maria said it hurts\"",
          "region = \"Maria's bad side\"",
          "side = \"where Maria points\""}) {
        const auto messages = check_block("deep-tissue", std::string{field} + "\n").errors();
        BOOST_TEST(messages.find("Maria") == std::string::npos, messages);
        BOOST_TEST(messages.find("(choose from ") != std::string::npos);
    }
    const auto messages = check("[plan]\nnext_visit = \"when Maria calls\"\n").errors();
    BOOST_TEST(messages.find("Maria") == std::string::npos, messages);
}

BOOST_AUTO_TEST_CASE(checks_regions_and_sides) {
    BOOST_TEST(
        check_block("swedish", "region = \"lower-bak\"\nside = \"lef\"\n").errors() ==
        "line 4: block 1 (swedish), region: invalid region of the body \"lower-bak\" (did you mean "
        "lower-back?)\n"
        "line 5: block 1 (swedish), side: invalid side of the body \"lef\" (did you mean left?)"
    );
    const auto checked = check_block("swedish", "region = \"Lower back\"\n");
    BOOST_TEST(first_block(checked).text_at("region") == "lower-back");
}

BOOST_AUTO_TEST_CASE(accepts_a_single_value_as_a_list) {
    const auto checked =
        check("technique = \"swedish\"\n[plan]\nhomecare = \"heat\"\n[objective.finding]\nregion = "
              "\"neck\"\n[block]\ntechnique = \"swedish\"\nstrokes = \"friction\"\n");
    BOOST_TEST(checked.errors() == "");
    BOOST_TEST(checked.body.find("technique")->is_array());
    BOOST_TEST(checked.body.find("plan")->find("homecare")->as_array().size() == 1U);
    BOOST_TEST(checked.body.find("objective")->find("finding")->as_array().size() == 1U);
    BOOST_TEST(first_block(checked).find("strokes")->is_array());
}

BOOST_AUTO_TEST_CASE(empty_values_count_as_not_recorded) {
    const auto checked =
        check("[subjective]\ncomplaint = \"\"\naggravating = []\ngoal = \"  \"\n[plan]\n");
    BOOST_TEST(checked.errors() == "");
    BOOST_TEST(to_json(checked.body) == "{}");
    const auto from_json =
        check_value(parse_json(R"({"minutes": null, "plan": null})", "note.json"));
    BOOST_TEST(from_json.errors() == "");
    BOOST_TEST(to_json(from_json.body) == "{}");
}

BOOST_AUTO_TEST_CASE(accepts_yes_and_no_as_text) {
    const auto checked = check("[subjective]\nhomecare_done = true\n[consent]\ngiven = \"yes\"\n");
    BOOST_TEST(checked.errors() == "");
    BOOST_TEST(checked.body.find("subjective")->text_at("homecare_done") == "yes");
    BOOST_TEST(checked.body.find("consent")->find("given")->as_bool());
}

BOOST_AUTO_TEST_CASE(writes_dates_in_iso_form) {
    const auto checked = check("date = \"yesterday 9:05\"\n[plan]\nnext_visit = \"tuesday\"\n");
    BOOST_TEST(checked.errors() == "");
    BOOST_TEST(checked.body.text_at("date") == "2026-11-19 09:05");
    BOOST_TEST(checked.body.find("plan")->text_at("next_visit") == "2026-11-24");
}

BOOST_AUTO_TEST_CASE(accepts_toml_dates) {
    const auto checked = check("date = 2026-11-19T14:30:00\n[plan]\nnext_visit = 2026-11-27\n");
    BOOST_TEST(checked.errors() == "");
    BOOST_TEST(checked.body.text_at("date") == "2026-11-19 14:30");
    BOOST_TEST(checked.body.find("plan")->text_at("next_visit") == "2026-11-27");
}

BOOST_AUTO_TEST_CASE(never_guesses_a_date) {
    const auto file = parse_toml("[plan]\nreview_on = \"11/12/2026\"\n", "note.toml");
    BOOST_TEST(check_value(file).errors().starts_with("line 2: plan, review on: "));
    BOOST_TEST(
        check_value(file, DateOrder::day_first).body.find("plan")->text_at("review_on") ==
        "2026-12-11"
    );
    BOOST_TEST(check("date = \"2026-02-30 10:00\"\n").errors().starts_with("line 1: date: "));
}

BOOST_AUTO_TEST_CASE(names_both_readings_of_a_weekday_that_is_today) {
    const auto messages = check("[plan]\nnext_visit = \"friday\"\n").errors();
    BOOST_TEST(messages.find("two meanings") != std::string::npos, messages);
}

BOOST_AUTO_TEST_CASE(warns_of_impossible_dates) {
    BOOST_TEST(
        check("date = \"2026-11-19 10:00\"\n[plan]\nnext_visit = \"2026-11-02\"\n").warnings() ==
        "line 3: warning: plan, next visit: 2026-11-02 is before the session"
    );
}

BOOST_AUTO_TEST_CASE(accepts_only_the_id_of_a_complaint) {
    BOOST_TEST(check("complaint = \"co-1\"\n").body.text_at("complaint") == "CO-0001");
    BOOST_TEST(check("complaint = \"back pain\"\n")
                   .errors()
                   .starts_with("line 1: complaint: complaint number expected, such as \"CO-0001\"")
    );
}

BOOST_AUTO_TEST_CASE(warns_of_pain_out_of_order) {
    BOOST_TEST(check("[subjective]\npain_now = 3\npain_best = 5\n")
                   .warnings()
                   .starts_with("line 2: warning: subjective, pain now: "));
}

BOOST_AUTO_TEST_CASE(does_not_sign_without_consent) {
    auto text = whole_swedish;
    text.replace(text.find("given = true"), 12, "given = false");
    BOOST_TEST(check(text).missing() == "consent.given");
}

BOOST_AUTO_TEST_CASE(keeps_any_text_unchanged) {
    const std::string words =
        "\xE8\x85\xB0\xE7\x97\x9B \"since Monday\"\nJos\xC3\xA9 \xF0\x9F\x99\x82";
    Value file;
    file["subjective"]["complaint"] = words;
    const auto checked = check_value(file);
    BOOST_TEST(checked.errors() == "");
    BOOST_TEST(checked.body.find("subjective")->text_at("complaint") == words);
}

BOOST_AUTO_TEST_CASE(refuses_a_note_that_is_not_a_table) {
    BOOST_TEST(
        check_value(Value{Value::Array{}}).errors() ==
        "a note file is a table of fields (for an empty note: praxis note form)"
    );
    BOOST_TEST(
        check("technique = [\"swedish\"]\nblock = [5]\n").errors() ==
        "line 2: block 1: table expected, found a whole number"
    );
    BOOST_TEST(
        check("[objective]\nfinding = [1]\n").errors() ==
        "line 2: objective, finding 1: a list of tables expected, found a whole number"
    );
}

BOOST_AUTO_TEST_CASE(refuses_a_list_that_is_too_long_to_print) {
    const auto note_with = [](const std::string& row, std::size_t count) {
        std::string file = "technique = [\"swedish\"]\n";
        for (std::size_t index = 0; index < count; ++index) {
            file += row;
        }
        return check(file).errors();
    };
    const std::string finding = "[[objective.finding]]\nregion = \"hip\"\nside = \"left\"\n";
    BOOST_TEST(note_with(finding, 2000).empty());
    const auto refusal = [](const std::string& list) {
        return "a note can have at most 2000 entries of " + list + ", but this one has 2001";
    };
    BOOST_TEST(note_with(finding, 2001).find(refusal("objective.finding")) != std::string::npos);
    const std::string block = "[[block]]\ntechnique = \"swedish\"\nregion = \"hip\"\n";
    BOOST_TEST(note_with(block, 2001).find(refusal("block")) != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
