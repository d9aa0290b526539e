// SPDX-License-Identifier: MIT
#include "template/template.hpp"
#include "template_book.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace praxis;
using namespace praxis::soap;
using praxis::soap::testing::files_of;
using praxis::soap::testing::our_book;

namespace {

const std::string head = "[technique]\nid = \"cupping\"\nname = \"Cupping\"\n";

std::string problems_of(const std::string& text) {
    std::vector<Problem> problems;
    read_template(text, "cupping.toml", problems);
    return describe(problems, "cupping.toml");
}

std::string names_of(const std::string& id) {
    std::vector<std::string> names;
    for (const auto& field : our_book().get_technique(id).fields) {
        names.push_back(field.name + (field.required ? "*" : ""));
    }
    std::sort(names.begin(), names.end());
    return join(names, " ");
}

const Field& field_of(const std::string& technique, const std::string& name) {
    const auto& fields = our_book().get_technique(technique).fields;
    return *std::find_if(fields.begin(), fields.end(), [&](const auto& field) {
        return field.name == name;
    });
}

} // namespace

BOOST_AUTO_TEST_SUITE(template_tests)

BOOST_AUTO_TEST_CASE(has_the_six_techniques_and_the_five_parts) {
    std::vector<std::string> ids;
    for (const auto& technique : our_book().techniques()) {
        ids.push_back(technique.id);
    }
    BOOST_TEST(
        join(ids, " ") == "deep-tissue hot-stone myofascial-release shiatsu swedish trigger-point"
    );
    std::vector<std::string> parts;
    for (const auto& part : our_book().parts()) {
        parts.push_back(part.id);
    }
    BOOST_TEST(join(parts, " ") == "consent subjective objective assessment plan");
}

BOOST_AUTO_TEST_CASE(has_the_documented_fields_of_a_note) {
    BOOST_TEST(names_of("swedish") == "direction muscle pressure* strokes*");
    BOOST_TEST(
        names_of("deep-tissue") ==
        "after_effects_told* layer* muscle pressure* response* skin_after* stroke tolerance* tool*"
    );
    BOOST_TEST(
        names_of("trigger-point") ==
        "familiar_symptom* hold_seconds hypersensitive_spot* jump_sign method muscle* pain_after* "
        "pain_before* point referral_area referred_sensation* repetitions stretch_given taut_band* "
        "tolerance twitch"
    );
    BOOST_TEST(
        names_of("myofascial-release") == "approach direction* distant_change hold_seconds* layer "
                                          "level muscle release* scar"
    );
    BOOST_TEST(
        names_of("shiatsu") ==
        "action after before clothed diagnosis_area* examination jitsu* kyo* point"
    );
    BOOST_TEST(
        names_of("hot-stone") ==
        "barrier* bath_temperature* cold_stones disinfected* heat_feedback* placed sensation_test* "
        "skin_after* skin_before* stones thermometer_used* wrist_test*"
    );
}

BOOST_AUTO_TEST_CASE(every_block_has_the_position_and_the_lubricant) {
    std::vector<std::string> names;
    for (const auto& field : our_book().block().fields) {
        names.push_back(field.name + (field.required ? "*" : ""));
    }
    BOOST_TEST(join(names, " ") == "technique* region* minutes* side position lubricant text");
}

BOOST_AUTO_TEST_CASE(a_technique_can_have_its_own_field_in_the_place_of_a_common_one) {
    Template own;
    own.fields = {
        {.name = "lubricant", .type = FieldType::choice, .choices = {"gel"}}, {.name = "cups"}};
    std::vector<std::string> names;
    for (const auto& field : fields_of_block(our_book().block(), own)) {
        names.push_back(field.name + (field.choices.empty() ? "" : " of " + field.choices[0]));
    }
    BOOST_TEST(
        join(names, ", ") == "technique, region, minutes, side, position, text, lubricant of gel, "
                             "cups"
    );
}

BOOST_AUTO_TEST_CASE(keeps_units_ranges_and_choices) {
    const auto& hold = field_of("myofascial-release", "hold_seconds");
    BOOST_TEST(hold.unit == "s");
    BOOST_TEST(hold.warn_below.value() == 90);
    const auto& bath = field_of("hot-stone", "bath_temperature");
    BOOST_TEST((bath.type == FieldType::temperature));
    BOOST_TEST(bath.maximum.value() == 55);
    BOOST_TEST(
        join(field_of("deep-tissue", "layer").choices, " ") == "superficial intermediate deep"
    );
    BOOST_TEST(field_of("shiatsu", "point").columns.size() == 5U);
}

BOOST_AUTO_TEST_CASE(every_source_of_a_field_is_listed_with_its_publication) {
    const auto listed = [](const Template& made, const std::string& source) {
        return source.empty() ||
               std::any_of(made.sources.begin(), made.sources.end(), [&](const auto& publication) {
                   return publication.starts_with(source + ": ");
               });
    };
    const auto check = [&](const Template& made) {
        for (const auto& field : made.fields) {
            BOOST_TEST(listed(made, field.source), made.id << " " << field.name);
            for (const auto& column : field.columns) {
                BOOST_TEST(listed(made, column.source), made.id << " " << column.name);
            }
        }
        for (const auto& computed : made.computed) {
            BOOST_TEST(listed(made, computed.source), made.id << " " << computed.name);
        }
        for (const auto& rule : made.checks) {
            BOOST_TEST(listed(made, rule.source), made.id << " " << rule.kind);
        }
    };
    for (const auto& technique : our_book().techniques()) {
        check(technique);
    }
    for (const auto& part : our_book().parts()) {
        check(part);
    }
    check(our_book().session());
    check(our_book().block());
}

BOOST_AUTO_TEST_CASE(keeps_the_text_and_its_digest) {
    const auto& technique = our_book().get_technique("swedish");
    BOOST_TEST(technique.digest.size() == 64U);
    BOOST_TEST(technique.text.find("id = \"swedish\"") != std::string::npos);
    BOOST_TEST(technique.origin == "soap");
}

BOOST_AUTO_TEST_CASE(suggests_the_nearest_technique) {
    try {
        static_cast<void>(our_book().get_technique("swedisch"));
        BOOST_FAIL("a technique that does not exist was found");
    } catch (const NotFound& error) {
        BOOST_TEST(error.hint() == "did you mean swedish?");
    }
    BOOST_TEST(our_book().find_technique("reiki") == nullptr);
}

BOOST_AUTO_TEST_CASE(an_id_belongs_to_the_first_plugin_that_has_it) {
    auto files = files_of("techniques");
    auto own = files.front();
    own.plugin = "mine";
    own.name = "my-own";
    files.insert(files.begin(), own);
    const auto book = TemplateBook::from_files(files_of("parts"), files);
    BOOST_TEST(book.techniques().size() == 6U);
    BOOST_TEST(book.get_technique("deep-tissue").origin == "soap");
    BOOST_CHECK_THROW(static_cast<void>(book.get_technique("my-own")), Refused);
}

BOOST_AUTO_TEST_CASE(refuses_a_broken_file_of_soap) {
    const std::vector<ContributedFile> files{{"soap", "swedish", "swedish.toml", head + "[["}};
    BOOST_CHECK_THROW(TemplateBook::from_files(files_of("parts"), files), Refused);
}

BOOST_AUTO_TEST_CASE(a_broken_file_of_a_data_plugin_disables_only_its_technique) {
    auto files = files_of("techniques");
    files.push_back({"mine", "cupping", "/own/cupping.toml", head + "[[fild]]"});
    const auto book = TemplateBook::from_files(files_of("parts"), files);
    BOOST_TEST(book.techniques().size() == 6U);
    try {
        static_cast<void>(book.get_technique("cupping"));
        BOOST_FAIL("a broken template was taken");
    } catch (const Refused& error) {
        BOOST_TEST(
            error.what() ==
            "/own/cupping.toml line 4, column 3: the file: unknown key fild (did you mean field?)"
        );
        BOOST_TEST(error.hint() == "praxis technique check /own/cupping.toml");
    }
}

BOOST_AUTO_TEST_CASE(accepts_a_small_template) {
    BOOST_TEST(
        problems_of(head + "[[field]]\nname = \"cups\"\ntype = \"whole\"\nminimum = 1\n") == ""
    );
    std::vector<Problem> problems;
    const auto made =
        read_template(head + "[[field]]\nname = \"cup_size\"\ntype = \"text\"\n", "", problems);
    BOOST_TEST(made.fields.front().label == "Cup size");
    BOOST_TEST(made.version == 1);
}

BOOST_AUTO_TEST_CASE(refuses_text_that_is_not_toml_with_its_line) {
    std::vector<Problem> problems;
    BOOST_CHECK_EXCEPTION(
        read_template("[technique\n", "cupping.toml", problems),
        Refused,
        [](const Refused& error) {
            return std::string{error.what()}.starts_with("cupping.toml line 1, column ");
        }
    );
}

BOOST_AUTO_TEST_CASE(refuses_a_file_without_its_head) {
    BOOST_TEST(
        problems_of("[[field]]\nname = \"cups\"\ntype = \"whole\"\n") ==
        "cupping.toml line 1, column 1: the file: [technique] is missing (begin with [technique] "
        "and id)"
    );
}

BOOST_AUTO_TEST_CASE(refuses_duplicate_names_and_names_not_in_snake_case) {
    BOOST_TEST(
        problems_of(head + "[[field]]\nname = \"Cup Size\"\ntype = \"text\"\n") ==
        "cupping.toml line 5, column 1: field Cup Size: invalid name: use small letters, digits "
        "and underscores, as in hold_seconds"
    );
    BOOST_TEST(
        problems_of(
            head + "[[field]]\nname = \"cups\"\ntype = \"text\"\n"
                   "[[field]]\nname = \"cups\"\ntype = \"text\"\n"
        ) == "cupping.toml line 8, column 1: field cups: duplicate name"
    );
    BOOST_TEST(
        problems_of(head + "[[field]]\nname = \"region\"\ntype = \"region\"\n") ==
        "cupping.toml line 5, column 1: field region: every block already has this field (remove "
        "it, or rename it)"
    );
}

BOOST_AUTO_TEST_CASE(refuses_an_unknown_type) {
    BOOST_TEST(
        problems_of(head + "[[field]]\nname = \"cups\"\ntype = \"chioce\"\n") ==
        "cupping.toml line 6, column 1: field cups: unknown type (did you mean choice?)"
    );
}

BOOST_AUTO_TEST_CASE(refuses_a_choice_without_choices) {
    BOOST_TEST(
        problems_of(head + "[[field]]\nname = \"cups\"\ntype = \"choice\"\n") ==
        "cupping.toml line 4, column 1: field cups: choices are missing: a field of type choice "
        "needs them"
    );
    BOOST_TEST(
        problems_of(head + "[[field]]\nname = \"cups\"\ntype = \"text\"\nchoices = [\"a\"]\n") ==
        "cupping.toml line 7, column 1: field cups: choices is only for the type choice or list"
    );
}

BOOST_AUTO_TEST_CASE(refuses_a_minimum_above_the_maximum) {
    BOOST_TEST(
        problems_of(
            head + "[[field]]\nname = \"cups\"\ntype = \"whole\"\nminimum = 9\nmaximum = 1\n"
        ) == "cupping.toml line 8, column 1: field cups: minimum 9 is above maximum 1"
    );
}

BOOST_AUTO_TEST_CASE(refuses_a_required_field_without_a_prompt) {
    BOOST_TEST(
        problems_of(head + "[[field]]\nname = \"cups\"\ntype = \"whole\"\nrequired = true\n") ==
        "cupping.toml line 4, column 1: field cups: prompt is missing: a field that signing needs "
        "must have one"
    );
}

BOOST_AUTO_TEST_CASE(reads_what_only_a_treatment_needs) {
    const std::string cups =
        head + "[[field]]\nname = \"cups\"\ntype = \"whole\"\nprompt = \"?\"\n";
    std::vector<Problem> problems;
    const auto made = read_template(cups + "required = \"treatment\"\n", "cupping.toml", problems);
    BOOST_TEST(problems.empty());
    BOOST_TEST(made.fields.front().required);
    BOOST_TEST(made.fields.front().only_of_treatments);
    BOOST_TEST(!field_of("swedish", "strokes").only_of_treatments);
    BOOST_TEST(
        problems_of(cups + "required = \"massage\"\n") ==
        "cupping.toml line 8, column 1: field cups: required: true or false expected, found text"
    );
    BOOST_TEST(
        problems_of(
            cups + "[[check]]\nkind = \"needed\"\nrequired = \"treatment\"\n"
                   "fields = [\"cups\"]\nmessage = \"no\"\n"
        ) ==
        "cupping.toml line 10, column 1: check needed: required: \"treatment\" is for the kind "
        "one-of only"
    );
}

BOOST_AUTO_TEST_CASE(refuses_values_of_the_wrong_kind) {
    BOOST_TEST(
        problems_of(head + "[[field]]\nname = \"cups\"\ntype = \"whole\"\nminimum = \"1\"\n") ==
        "cupping.toml line 7, column 1: field cups: minimum: a number expected, found text"
    );
}

BOOST_AUTO_TEST_CASE(refuses_checks_on_unknown_fields) {
    BOOST_TEST(
        problems_of(
            head + "[[field]]\nname = \"cups\"\ntype = \"whole\"\n"
                   "[[check]]\nkind = \"differ\"\nfields = [\"cups\", \"cup\"]\nmessage = \"no\"\n"
        ) == "cupping.toml line 9, column 1: check differ: fields: unknown field cup (did you mean "
             "cups?)"
    );
    BOOST_TEST(
        problems_of(
            head + "[[field]]\nname = \"cups\"\ntype = \"whole\"\n"
                   "[[check]]\nkind = \"equal\"\nfields = [\"cups\"]\nmessage = \"no\"\n"
        )
            .find("unknown kind of check") != std::string::npos
    );
}

BOOST_AUTO_TEST_CASE(refuses_computed_values_from_unknown_fields) {
    BOOST_TEST(
        problems_of(head + "[[computed]]\nname = \"status\"\n") ==
        "cupping.toml line 4, column 1: computed status: at least one [[computed.rule]] is needed"
    );
    BOOST_TEST(
        problems_of(
            head + "[[computed]]\nname = \"status\"\n[[computed.rule]]\nvalue = \"a\"\n"
                   "equals = { cups = 1 }\n"
        ) == "cupping.toml line 8, column 1: computed status, rule: equals: unknown field cups"
    );
}

BOOST_AUTO_TEST_CASE(reports_every_mistake_at_once) {
    std::vector<Problem> problems;
    read_template(
        head + "[[field]]\nname = \"A\"\ntype = \"text\"\n[[field]]\nname = \"b\"\ntype = \"x\"\n",
        "",
        problems
    );
    BOOST_TEST(problems.size() == 2U);
    BOOST_TEST(problems[0].line == 5);
    BOOST_TEST(problems[1].line == 9);
}

BOOST_AUTO_TEST_CASE(reads_temperatures_only_with_their_unit) {
    BOOST_TEST(Temperature::parse("52 C")->str() == "52 C");
    BOOST_TEST(Temperature::parse("52.5°C")->str() == "52.5 C");
    BOOST_TEST(Temperature::parse(" 126f ")->str() == "126 F");
    BOOST_TEST(Temperature::parse("131 F")->celsius() == 55);
    BOOST_TEST(!Temperature::parse("52"));
    BOOST_TEST(!Temperature::parse("warm"));
    BOOST_TEST(!Temperature::parse("52 K"));
    BOOST_TEST(!Temperature::parse(""));
}

BOOST_AUTO_TEST_SUITE_END()
