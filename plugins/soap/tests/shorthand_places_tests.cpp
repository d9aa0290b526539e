// SPDX-License-Identifier: MIT
#include "shorthand_line.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::soap {

using namespace testing;

BOOST_AUTO_TEST_SUITE(shorthand_places_tests)

BOOST_AUTO_TEST_CASE(never_guesses_between_a_place_and_a_choice) {
    BOOST_TEST(contains(
        refusal_of("dt forearm L-QL 20m"),
        "'forearm' can be the region or the tool (write region=forearm or tool=forearm)"
    ));
    BOOST_TEST(contains(refusal_of("sh hara back 30m"), "can be the region or the diagnosis_area"));
    BOOST_TEST(contains(sets_of("dt L-QL forearm"), "block.1.tool=forearm"));
    BOOST_TEST(contains(sets_of("dt region=forearm forearm"), "block.1.tool=forearm"));
    BOOST_TEST(contains(sets_of("mfr R-thigh lat 120s"), "block.1.direction=lateral"));
    BOOST_TEST(contains(sets_of("dt neck Lt 10m"), "block.1.side=left"));
}

BOOST_AUTO_TEST_CASE(a_muscle_in_another_region_is_refused) {
    BOOST_TEST(contains(refusal_of("dt neck piri"), "piriformis is in the region glute"));
}

BOOST_AUTO_TEST_CASE(a_vertebra_is_not_read_as_a_field_with_a_number) {
    BOOST_TEST(contains(refusal_of("dt T5 10m"), "'T5' can mean several regions"));
    BOOST_TEST(contains(sets_of("dt T5 upper-back"), "block.1.region=upper-back | block.1.text=T5")
    );
    BOOST_TEST(contains(sets_of("dt upper-back t5"), "block.1.tolerance=5"));
}

BOOST_AUTO_TEST_CASE(a_row_without_a_region_refuses_a_place) {
    BOOST_TEST(contains(
        sets_of("rom joint=shoulder abd 90>120 deg r"),
        "objective.rom.1.movement=abduction | objective.rom.1.before=90"
    ));
}

BOOST_AUTO_TEST_CASE(everyday_names_of_several_words_are_places) {
    for (const auto& [line, region] : std::vector<std::pair<std::string, std::string>>{
             {"dt low back 20m", "lower-back"},
             {"dt SI joint 5m", "sacrum"},
             {"dt R-SI joint 5m", "sacrum"},
             {"dt TMJ 5m", "jaw"},
             {"dt L/S 5m", "lower-back"},
             {"dt L-spine 5m", "lower-back"},
             {"dt C-spine 5m", "neck"},
             {"dt both back of the knee 5m", "knee"},
             {"dt between the shoulder blades 5m", "upper-back"},
             {"dt ball of foot (L)", "foot"},
             {"dt iliac crest R", "pelvis"}}) {
        BOOST_TEST(contains(sets_of(line), "block.1.region=" + region + " | "), line);
    }
    BOOST_TEST(contains(refusal_of("dt T-spine 5m"), "choose from upper-back, mid-back"));
    BOOST_TEST(contains(refusal_of("dt R-armpit 5m"), "choose from shoulder, chest"));
    BOOST_TEST(contains(refusal_of("dt rib cage 5m"), "choose from upper-back, mid-back"));
}

BOOST_AUTO_TEST_CASE(everyday_names_of_muscles_are_muscles) {
    for (const auto& [line, muscle] : std::vector<std::pair<std::string, std::string>>{
             {"dt R glute med 5m", "gluteus medius | block.1.region=glute"},
             {"dt L-glute max", "gluteus maximus | block.1.region=glute"},
             {"dt upper traps both", "upper trapezius | block.1.region=shoulder"},
             {"dt neck and traps", "upper trapezius | block.1.region=shoulder"},
             {"dt lev scap R", "levator scapulae | block.1.region=neck"},
             {"dt pec minor L", "pectoralis minor | block.1.region=chest"},
             {"dt IT band L", "iliotibial band | block.1.region=thigh"},
             {"dt paraspinals", "erector spinae | block.1.region=lower-back"},
             {"dt hip flexors B/L", "iliopsoas | block.1.region=hip"},
             {"dt rotator cuff R", "rotator cuff | block.1.region=shoulder"},
             {"dt tib post", "tibialis posterior"}}) {
        BOOST_TEST(contains(sets_of(line), "block.1.muscle=" + muscle), line);
    }
    BOOST_TEST(!contains(sets_of("dt tib post 5m"), "region="));
    for (const auto* line : {"dt traps", "dt R trap 5m", "dt L-trapezius"}) {
        const auto refusal = refusal_of(line);
        BOOST_TEST(contains(refusal, "can mean several muscles"), line);
        BOOST_TEST(contains(refusal, "upper trapezius, middle trapezius, lower trapezius"), line);
    }
    BOOST_TEST(
        contains(refusal_of("mfr R glute med 120s"), "can be gluteus medius, or glute and medial")
    );
    BOOST_TEST(contains(sets_of("mfr med R glute 120s"), "block.1.direction=medial"));
}

BOOST_AUTO_TEST_CASE(a_muscle_that_borders_two_regions_is_taken_in_both) {
    for (const auto& [line, region] : std::vector<std::pair<std::string, std::string>>{
             {"dt hip piri", "hip"},
             {"dt piri hip", "hip"},
             {"dt pelvis QL", "pelvis"},
             {"dt hip psoas", "hip"},
             {"dt neck upper traps", "neck"},
             {"dt upper back levator", "upper-back"},
             {"dt paraspinals mid back", "mid-back"},
             {"dt neck ES", "neck"},
             {"dt knee gastroc", "knee"},
             {"dt ITB hip", "hip"},
             {"dt back QL", "full-back"}}) {
        BOOST_TEST(contains(sets_of(line), "block.1.region=" + region), line);
    }
    BOOST_TEST(contains(refusal_of("dt piri neck"), "piriformis is in the region glute"));
}

BOOST_AUTO_TEST_CASE(sides_are_read_as_they_are_written) {
    for (const auto& [line, side] : std::vector<std::pair<std::string, std::string>>{
             {"dt QL (L)", "left"},
             {"dt QL(R)", "right"},
             {"dt (l)QL", "left"},
             {"dt B/L hip", "both"},
             {"dt hip bilat", "both"},
             {"dt hip b/s", "both"},
             {"dt hip each side", "both"},
             {"dt hip both sides", "both"}}) {
        BOOST_TEST(contains(sets_of(line), "block.1.side=" + side), line);
    }
}

BOOST_AUTO_TEST_CASE(levels_of_the_spine_give_a_region_and_a_remark) {
    BOOST_TEST(contains(
        sets_of("dt L5 R -- stiff"),
        "block.1.side=right | block.1.region=lower-back | block.1.text=L5: stiff"
    ));
    BOOST_TEST(contains(sets_of("find C5-6 high"), "region=neck | objective.finding.1.text=C5-6"));
    BOOST_TEST(contains(sets_of("dt S1"), "region=sacrum"));
    BOOST_TEST(contains(sets_of("dt C6 ES"), "muscle=erector spinae | block.1.region=neck"));
    BOOST_TEST(contains(refusal_of("dt neck L5"), "L5 is in the region lower-back"));
    BOOST_TEST(contains(refusal_of("dt hip L 5"), "'L 5' can be the level L5"));
    BOOST_TEST(contains(refusal_of("dt C9"), "'C9' is unknown"));
}

BOOST_AUTO_TEST_CASE(a_joint_or_a_test_is_the_first_word) {
    const std::string shoulder = "objective.rom.1.joint=shoulder | objective.rom.1.side=right | "
                                 "objective.rom.1.movement=abduction | objective.rom.1.before=90 | "
                                 "objective.rom.1.after=120";
    BOOST_TEST(sets_of("rom shoulder R abd 90>120") == shoulder);
    BOOST_TEST(sets_of("shoulder R abd 90>120") == shoulder);
    BOOST_TEST(
        sets_of("rom L/S flexion 60%>75%") ==
        "objective.rom.1.joint=lumbar | objective.rom.1.movement=flexion | "
        "objective.rom.1.before=60 | objective.rom.1.after=75 | objective.rom.1.unit=percent"
    );
    BOOST_TEST(contains(sets_of("hip int rot 20°>35°"), "movement=internal rotation"));
    BOOST_TEST(contains(sets_of("C-spine rot 45>60 deg"), "joint=cervical"));
    BOOST_TEST(
        sets_of("test SLR neg left") ==
        "objective.test.1.name=straight leg raise | objective.test.1.result=negative | "
        "objective.test.1.side=left"
    );
    BOOST_TEST(contains(sets_of("SLR (+) R"), "name=straight leg raise"));
    BOOST_TEST(contains(sets_of("test heel raise R pos"), "objective.test.1.name=heel raise"));
    const auto file = with_blocks({{"deep-tissue", "neck"}});
    BOOST_TEST(contains(sets_of("neck 7>4", file), "subjective.pain_now=7"));
}

BOOST_AUTO_TEST_CASE(radiation_is_a_list_of_places) {
    const std::string glute_and_calf =
        "subjective.radiates_to.1.region=glute | subjective.radiates_to.1.side=right | "
        "subjective.radiates_to.2.region=calf | subjective.radiates_to.2.side=right";
    for (const auto* line :
         {"rad r glute>calf",
          "rad R-glute → calf",
          "rad glute (R), calf",
          "radiates r glute > r calf",
          "rad right buttock > gastroc"}) {
        BOOST_TEST(sets_of(line) == glute_and_calf, line);
    }
    BOOST_TEST(
        sets_of("rad SI joint > l back of the knee -- tingling, ROM ok") ==
        "subjective.radiates_to.1.region=sacrum | subjective.radiates_to.2.region=knee | "
        "subjective.radiates_to.2.side=left | "
        "subjective.radiation=tingling, range of motion ok"
    );
    const Value file = Value::Object{
        {"subjective",
         Value::Object{{"radiates_to", Value::Array{Value::Object{{"region", "hip"}}}}}}};
    BOOST_TEST(contains(sets_of("rad calf", file), "subjective.radiates_to.2.region=calf"));
    BOOST_TEST(contains(refusal_of("rad r leg"), "choose from thigh, shin, calf"));
    BOOST_TEST(contains(refusal_of("rad glute>calfs"), "did you mean calf?"));
    BOOST_TEST(contains(refusal_of("rad"), "a place is missing"));
    const auto read = read_work("rad r glute>calf", Value::Object{}, {}, our_book(), our_words());
    BOOST_TEST(read.long_form == "radiates to: right glute, right calf");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
