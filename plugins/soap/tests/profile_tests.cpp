// SPDX-License-Identifier: MIT
#include "check/profile.hpp"
#include "note_practice.hpp"
#include "template/contributed.hpp"

#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

const std::vector<Profile>& our_profiles() {
    static const auto profiles = [] {
        std::vector<std::string> left_out;
        return read_contributed<Profile>(testing::files_of("profiles"), read_profile, left_out);
    }();
    return profiles;
}

Value whole_body() {
    return testing::body_of(testing::note_text("note_whole.toml"));
}

Facts everything() {
    Facts facts;
    for (const auto& fact : all_facts()) {
        facts[fact] = true;
    }
    return facts;
}

/// The ids of the items with that state.
std::string items(
    const std::string& profile,
    ItemState state,
    const Value& body,
    const Facts& facts,
    bool minor = false
) {
    std::vector<std::string> ids;
    for (const auto& item : choose_profile(our_profiles(), profile, "")->items) {
        if (find_item_state(item, body, facts, minor) == state) {
            ids.push_back(item.id);
        }
    }
    return join(ids, " ");
}

std::string problems_of(const std::string& text) {
    std::vector<Problem> problems;
    read_profile(text, "own.toml", problems);
    return describe(problems, "own.toml");
}

const Field* find_path(std::string_view path, const NoteTemplates& templates) {
    const auto names = split(path, '.');
    if (names.size() == 1) {
        return find_field(templates.find_part("session")->fields, names[0]);
    }
    const auto* const part = templates.find_part(names[0] == "block[]" ? "block" : names[0]);
    return part == nullptr ? nullptr : find_field(part->fields, names[1]);
}

} // namespace

BOOST_AUTO_TEST_SUITE(profile_tests)

BOOST_AUTO_TEST_CASE(our_profiles_name_existing_fields) {
    const auto templates = testing::templates_of(whole_body());
    for (const auto& profile : our_profiles()) {
        for (const auto& item : profile.items) {
            for (const auto& path : item.note) {
                BOOST_TEST(find_path(path, templates) != nullptr, profile.id << ": " << path);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(our_profiles_suggest_a_field_that_can_be_set) {
    const auto templates = testing::templates_of(whole_body());
    for (const auto& profile : our_profiles()) {
        for (const auto& item : profile.items) {
            if (!item.note.empty()) {
                const auto* const field = find_path(item.note.front(), templates);
                BOOST_TEST((field->type != FieldType::table), profile.id << ": " << item.id);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_complete_note_has_everything_that_michigan_requires) {
    BOOST_TEST(items("michigan", ItemState::missing, whole_body(), everything()) == "");
    BOOST_TEST(
        items("michigan", ItemState::not_applicable, whole_body(), everything()) == "guardian"
    );
}

BOOST_AUTO_TEST_CASE(an_empty_note_lacks_every_item) {
    const Value nothing = Value::Object{};
    BOOST_TEST(
        items("michigan", ItemState::missing, nothing, everything()) ==
        "date-of-service history assessment treatment outcome referral"
    );
    BOOST_TEST(
        items("ontario", ItemState::missing, nothing, everything()) ==
        "assessment indicated plan draping self-care record"
    );
}

BOOST_AUTO_TEST_CASE(each_fact_that_is_not_known_is_missing) {
    BOOST_TEST(
        items(
            "michigan",
            ItemState::missing,
            whole_body(),
            {{"client.name", true}, {"client.born", false}}
        ) == "client-born client-address client-gender conditions therapist-name therapist-licence "
             "date-of-entry"
    );
}

BOOST_AUTO_TEST_CASE(a_guardian_is_required_when_the_client_is_a_minor) {
    auto facts = everything();
    facts["client.guardian"] = false;
    BOOST_TEST(items("michigan", ItemState::missing, whole_body(), facts, true) == "guardian");
    BOOST_TEST(items("michigan", ItemState::missing, whole_body(), facts, false) == "");
}

BOOST_AUTO_TEST_CASE(one_recorded_field_is_enough) {
    auto facts = everything();
    facts["complaint.goal"] = false;
    auto body = whole_body();
    BOOST_TEST(items("ontario", ItemState::missing, body, facts) == "draping");
    body["subjective"]["goal"] = "";
    BOOST_TEST(items("ontario", ItemState::missing, body, facts) == "goals draping");
    facts["complaint.goal"] = true;
    BOOST_TEST(items("ontario", ItemState::missing, body, facts) == "draping");
}

BOOST_AUTO_TEST_CASE(a_path_with_brackets_needs_a_value_in_each_table) {
    const auto body = parse_toml("[[block]]\nminutes = 5\n[[block]]\nregion = \"neck\"\n", "note");
    BOOST_TEST(is_recorded(body, "block"));
    BOOST_TEST(is_recorded(body, "block.minutes"));
    BOOST_TEST(!is_recorded(body, "block[].minutes"));
    BOOST_TEST(place_to_write(body, "block[].minutes") == "block.2.minutes");
    BOOST_TEST(place_to_write(body, "block[].region") == "block.1.region");
    BOOST_TEST(place_to_write(body, "plan.referral") == "plan.referral");
    BOOST_TEST(place_to_write(Value{}, "block[].region") == "block.1.region");
}

BOOST_AUTO_TEST_CASE(a_field_with_the_value_no_counts_as_recorded) {
    const auto body = parse_toml("[consent]\ngiven = false\n[plan]\nreferral = \" \"\n", "note");
    BOOST_TEST(is_recorded(body, "consent.given"));
    BOOST_TEST(!is_recorded(body, "plan.referral"));
}

BOOST_AUTO_TEST_CASE(the_practices_jurisdiction_selects_the_default_profile) {
    const auto chosen = [](const std::optional<std::string>& id, std::string_view jurisdiction) {
        const auto* const profile = choose_profile(our_profiles(), id, jurisdiction);
        return profile == nullptr ? "none" : profile->id;
    };
    BOOST_TEST(chosen({}, "US-MI") == "michigan");
    BOOST_TEST(chosen({}, "ca-on") == "ontario");
    BOOST_TEST(chosen({}, "US-NY") == "none");
    BOOST_TEST(chosen({}, "") == "none");
    BOOST_TEST(chosen("ontario", "US-MI") == "ontario");
    BOOST_CHECK_EXCEPTION(chosen("michgan", ""), NotFound, [](const NotFound& error) {
        return error.hint() == "did you mean michigan?";
    });
}

BOOST_AUTO_TEST_CASE(a_profile_without_a_jurisdiction_is_never_the_default) {
    const std::vector<Profile> profiles{Profile{.id = "own", .name = "Own"}};
    BOOST_TEST(choose_profile(profiles, {}, "") == nullptr);
    BOOST_TEST(choose_profile(profiles, "own", "")->id == "own");
}

BOOST_AUTO_TEST_CASE(reports_every_mistake_in_a_file) {
    BOOST_TEST(
        problems_of("[profile]\nid = \"own\"\nname = \"Own\"\n[[item]]\nid = \"a\"\ntext = \"A\"\n"
                    "source = \"(k)\"\nfacts = [\"client.borne\"]\n[[item]]\nid = \"a\"\n"
                    "text = \"A\"\nsource = \"(k)\"\nnote = [\"plan..x\"]\nminors = 1\n") ==
        "own.toml line 8, column 1: item a: facts: unknown fact client.borne (did you mean "
        "client.born?)\n"
        "own.toml line 13, column 1: item a: note: give a path such as \"assessment.response\"\n"
        "own.toml line 14, column 1: item a: minors: true or false expected, found a whole number\n"
        "own.toml line 10, column 1: item a: duplicate id"
    );
    BOOST_TEST(
        problems_of("[profile]\nid = \"own\"\nname = \"Own\"\n[[item]]\nid = \"a\"\ntext = \"A\"\n"
                    "source = \"(k)\"\n"
        ) == "own.toml line 4, column 1: item a: note or facts is missing"
    );
    BOOST_TEST(
        problems_of("[profile]\nid = \"own\"\nname = \"Own\"\n") ==
        "own.toml line 1, column 1: the file: at least one [[item]] is needed"
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
