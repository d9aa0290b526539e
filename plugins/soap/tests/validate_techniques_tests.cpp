// SPDX-License-Identifier: MIT
#include "checked_note.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <utility>

using namespace praxis;
using namespace praxis::soap;
using namespace praxis::soap::testing;

BOOST_AUTO_TEST_SUITE(validate_techniques_tests)

BOOST_AUTO_TEST_CASE(each_technique_must_be_known_and_have_a_block) {
    BOOST_TEST(
        check("technique = [\"sweedish\"]\n").errors() ==
        "line 1: technique 1: invalid choice \"sweedish\" (did you mean swedish?)"
    );
    const auto checked = check(
        "technique = [\"swedish\"]\n[[block]]\ntechnique = \"shiatsu\"\n[[block]]\nminutes = 5\n"
    );
    BOOST_TEST(
        checked.errors() ==
        "line 3: block 1 (shiatsu), technique: shiatsu is not one of the techniques of the note "
        "(add it to technique = [...] at the top)\n"
        "line 4: block 2, technique: the block has no technique (choose from swedish)"
    );
    BOOST_TEST(checked.missing().find(" block ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(warns_when_the_blocks_are_longer_than_the_session) {
    BOOST_TEST(
        check("technique = [\"swedish\"]\nminutes = 30\n[[block]]\ntechnique = \"swedish\"\n"
              "minutes = 20\n[[block]]\ntechnique = \"swedish\"\nminutes = 15\n")
            .warnings() ==
        "line 3: warning: block: the blocks add up to 35 minutes, the session has only 30"
    );
}

BOOST_AUTO_TEST_CASE(computes_the_status_of_a_trigger_point) {
    const auto status = [](const std::string& fields) {
        return first_block(check_block("trigger-point", fields)).text_at("status");
    };
    const std::string two = "taut_band = true\nhypersensitive_spot = true\n";
    BOOST_TEST(status(two + "familiar_symptom = true\n") == "active");
    BOOST_TEST(status(two + "familiar_symptom = false\n") == "latent");
    BOOST_TEST(
        status("taut_band = false\nhypersensitive_spot = true\nreferred_sensation = \"tingling\"\n"
               "familiar_symptom = true\n") == "active"
    );
    BOOST_TEST(
        status("taut_band = false\nhypersensitive_spot = true\nreferred_sensation = \"none\"\n"
               "familiar_symptom = true\n") == "tender-point"
    );
    BOOST_TEST(status("taut_band = false\nhypersensitive_spot = false\n") == "tender-point");
}

BOOST_AUTO_TEST_CASE(leaves_the_status_empty_while_signs_are_missing) {
    for (const auto* const fields :
         {"taut_band = true\n",
          "taut_band = true\nhypersensitive_spot = true\n",
          "familiar_symptom = true\ntaut_band = true\nreferred_sensation = \"none\"\n"}) {
        const auto checked = check_block("trigger-point", fields);
        BOOST_TEST(first_block(checked).find("status") == nullptr, fields);
    }
}

BOOST_AUTO_TEST_CASE(refuses_a_status_that_contradicts_the_signs) {
    const std::string one = "taut_band = true\nhypersensitive_spot = false\n"
                            "referred_sensation = \"none\"\nfamiliar_symptom = true\n";
    BOOST_TEST(
        check_block("trigger-point", one + "status = \"active\"\n").errors() ==
        "line 8: block 1 (trigger point), status: praxis computes it from the other fields: it is "
        "tender-point (remove status)"
    );
    BOOST_TEST(check_block("trigger-point", one + "status = \"tender-point\"\n").errors() == "");
    BOOST_TEST(
        check_block("trigger-point", "status = \"active\"\n").errors() ==
        "line 4: block 1 (trigger point), status: praxis computes it from the other fields, which "
        "do not determine it yet (remove status)"
    );
}

BOOST_AUTO_TEST_CASE(refuses_the_same_meridian_twice) {
    BOOST_TEST(
        check_block("shiatsu", "kyo = \"kidney\"\njitsu = \"kidney\"\n").errors() ==
        "line 5: block 1 (shiatsu), jitsu: kyo and jitsu must be two different meridians"
    );
    BOOST_TEST(check_block("shiatsu", "kyo = \"kidney\"\njitsu = \"liver\"\n").errors() == "");
}

BOOST_AUTO_TEST_CASE(a_temperature_needs_a_unit) {
    BOOST_TEST(
        check_block("hot-stone", "bath_temperature = 52\n").errors() ==
        "line 4: block 1 (hot stone), bath temperature: add the unit, C or F (bath_temperature = "
        "\"52 C\" or \"52 F\")"
    );
    BOOST_TEST(
        check_block("hot-stone", "bath_temperature = \"hot\"\n").errors() ==
        "line 4: block 1 (hot stone), bath temperature: a temperature with its unit, such as \"52 "
        "C\" or \"126 F\" expected, found text"
    );
}

BOOST_AUTO_TEST_CASE(refuses_stones_that_are_too_hot_in_either_unit) {
    const auto messages = [](const std::string& temperature) {
        return check_block("hot-stone", "bath_temperature = \"" + temperature + "\"\n");
    };
    BOOST_TEST(messages("56 C").errors().starts_with(
        "line 4: block 1 (hot stone), bath temperature: 56 C is outside 20 to 55 C"
    ));
    BOOST_TEST(messages("132 F").errors().starts_with(
        "line 4: block 1 (hot stone), bath temperature: 132 F (55.6 C) is outside 20 to 55 C"
    ));
    for (const auto* const usual : {"48 C", "55 C", "131 F", "126 F"}) {
        const auto checked = messages(usual);
        BOOST_TEST(checked.errors() == "");
        BOOST_TEST(checked.warnings() == "");
        BOOST_TEST(first_block(checked).text_at("bath_temperature") == usual);
    }
    BOOST_TEST(messages("45 C").warnings().starts_with(
        "line 4: warning: block 1 (hot stone), bath temperature: 45 C is below the usual 48 C"
    ));
}

BOOST_AUTO_TEST_CASE(compares_the_minutes_of_placed_stones_with_the_table) {
    const auto warnings = [](const std::string& temperature, const std::string& minutes) {
        return check_block(
                   "hot-stone",
                   "bath_temperature = \"" + temperature +
                       "\"\n[[block.placed]]\nsite = \"beside the spine\"\nminutes = " + minutes +
                       "\n"
        )
            .warnings();
    };
    BOOST_TEST(warnings("49 C", "8") == "");
    BOOST_TEST(warnings("49 C", "8.5")
                   .starts_with("line 5: warning: block 1 (hot stone), placed: 8.5 minutes under "
                                "stones from a bath of 49 C: water of 49 C burns within 8 minutes")
    );
    BOOST_TEST(warnings("52 C", "1")
                   .starts_with("line 5: warning: block 1 (hot stone), placed: 1 minute under "
                                "stones from a bath of 52 C: water of 55 C burns within 17 seconds")
    );
}

BOOST_AUTO_TEST_CASE(warns_of_missing_heat_checks) {
    BOOST_TEST(check_block("hot-stone", "thermometer_used = false\n")
                   .warnings()
                   .starts_with("line 4: warning: block 1 (hot stone), thermometer used: heat is "
                                "safe only with this check"));
}

BOOST_AUTO_TEST_CASE(warns_of_a_hold_too_short_for_a_release) {
    BOOST_TEST(check_block("myofascial-release", "hold_seconds = 60\n")
                   .warnings()
                   .starts_with("line 4: warning: block 1 (myofascial release), hold seconds: 60 "
                                "is below the usual 90 s"));
    BOOST_TEST(check_block("myofascial-release", "hold_seconds = 90\n").warnings() == "");
}

BOOST_AUTO_TEST_SUITE_END()
