// SPDX-License-Identifier: MIT
// Our rules about the age, the weeks of a pregnancy, and what the note that is being signed says of
// the work.
#include "suggest_record.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>

namespace praxis::soap::suggest {

using namespace testing;

namespace {

Facts pregnant(std::optional<int> weeks) {
    auto facts = with_condition("pregnancy");
    facts.texts.front().weeks = weeks;
    return facts;
}

Facts in_position(std::optional<int> weeks, const std::string& position) {
    auto facts = pregnant(weeks);
    facts.used.push_back({.technique = "shiatsu", .field = "position", .text = position});
    return facts;
}

Facts bath_of(double celsius, int age) {
    return {
        .client = ClientId{1},
        .age = age,
        .used = {
            {.technique = "hot-stone",
             .field = "bath_temperature",
             .text = "",
             .number = celsius}}};
}

/// Whether the rule fires for the technique, and how.
std::string verdict_of(const Facts& facts, const std::string& rule, const std::string& technique) {
    for (const auto& reason : match_rules(facts, our_files(), {technique})) {
        if (reason.rule == "blocks/" + rule) {
            return std::string{verdict_name(reason.verdict)} + (reason.gates ? ", gates" : "");
        }
    }
    return "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(suggest_work_rules_tests)

BOOST_AUTO_TEST_CASE(stops_work_on_a_minor_until_a_permission_is_on_record) {
    Facts minor{.client = ClientId{1}, .age = 16};
    BOOST_TEST(verdict_of(minor, "minor", "swedish") == "stop, gates");
    minor.has_permission = true;
    BOOST_TEST(verdict_of(minor, "minor", "swedish") == "");
    BOOST_TEST(verdict_of({.client = ClientId{1}, .age = 18}, "minor", "swedish") == "");
}

BOOST_AUTO_TEST_CASE(stops_a_lubricant_that_belongs_to_an_allergy) {
    Facts facts{
        .client = ClientId{1},
        .used = {
            {.technique = "swedish",
             .field = "lubricant",
             .text = "almond oil",
             .allergens = {"allergy: nuts"}}}};
    BOOST_TEST(verdict_of(facts, "allergen-used", "swedish") == "stop, gates");
    BOOST_TEST(verdict_of(facts, "allergen-used", "deep-tissue") == ""); // it did not use the oil
    facts.used.front().allergens.clear();
    BOOST_TEST(verdict_of(facts, "allergen-used", "swedish") == "");
}

BOOST_AUTO_TEST_CASE(warns_of_hot_stones_in_old_age) {
    BOOST_TEST(verdict_of(bath_of(52, 71), "heat-above-49-in-old-age", "hot-stone") == "caution");
    BOOST_TEST(verdict_of(bath_of(49, 71), "heat-above-49-in-old-age", "hot-stone") == "");
    BOOST_TEST(verdict_of(bath_of(52, 64), "heat-above-49-in-old-age", "hot-stone") == "");
}

BOOST_AUTO_TEST_CASE(warns_of_hot_stones_when_heat_is_felt_less) {
    auto facts = bath_of(52, 40);
    BOOST_TEST(verdict_of(facts, "heat-above-49-with-less-sensation", "hot-stone") == "");
    facts.texts.push_back(entry("medication", "opioid"));
    BOOST_TEST(verdict_of(facts, "heat-above-49-with-less-sensation", "hot-stone") == "caution");
}

BOOST_AUTO_TEST_CASE(stops_heat_near_an_opioid_patch) {
    const auto patch = with(entry("medication", "opioid-patch"));
    BOOST_TEST(verdict_of(patch, "heat-and-opioid-patches", "hot-stone") == "stop, gates");
    BOOST_TEST(verdict_of(patch, "patch", "swedish") == "caution");
    BOOST_TEST(
        verdict_of(with(entry("medication", "opioid")), "heat-and-opioid-patches", "hot-stone") ==
        ""
    );
}

BOOST_AUTO_TEST_CASE(warns_of_heat_with_medicines_that_make_it_harder_to_bear) {
    const auto taken = with(entry("medication", "heat-impairing"));
    BOOST_TEST(verdict_of(taken, "heat-and-medicines", "hot-stone") == "caution");
    BOOST_TEST(verdict_of(taken, "heat-and-medicines", "swedish") == "");
}

BOOST_AUTO_TEST_CASE(positions_in_pregnancy_depend_on_the_week) {
    const auto early = [](const Facts& facts) {
        return verdict_of(facts, "pregnancy-position-early", "shiatsu");
    };
    const auto late = [](const Facts& facts) {
        return verdict_of(facts, "pregnancy-position", "shiatsu");
    };
    BOOST_TEST(early(in_position(11, "prone")) == "");
    BOOST_TEST(early(in_position(12, "prone")) == "caution");
    BOOST_TEST(early(in_position(21, "supine")) == "caution");
    BOOST_TEST(late(in_position(21, "supine")) == "");
    BOOST_TEST(late(in_position(22, "supine")) == "stop, gates");
    BOOST_TEST(late(in_position(30, "side")) == "");
}

BOOST_AUTO_TEST_CASE(the_position_counts_in_work_of_every_technique) {
    auto facts = in_position(30, "prone");
    for (const auto& technique : six) {
        facts.used.front().technique = technique;
        BOOST_TEST(verdict_of(facts, "pregnancy-position", technique) == "stop, gates", technique);
    }
}

/// A rule about a field that no form has would stay silent without notice.
BOOST_AUTO_TEST_CASE(our_rules_name_fields_that_their_techniques_have) {
    for (const auto& file : our_files()) {
        for (const auto& rule : file.rules) {
            for (const auto& technique : rule.techniques.empty() ? six : rule.techniques) {
                const auto fields = fields_of_block(
                    soap::testing::our_book().block(),
                    soap::testing::our_book().get_technique(technique)
                );
                for (const auto& when : rule.when) {
                    const bool has = std::any_of(
                        when.fields.begin(),
                        when.fields.end(),
                        [&fields](const std::string& path) {
                            const auto name = path.substr(0, path.find('.'));
                            return std::any_of(
                                fields.begin(),
                                fields.end(),
                                [&](const Field& field) { return field.name == name; }
                            );
                        }
                    );
                    BOOST_TEST((has || when.fields.empty()), rule.id + ", " + technique);
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(asks_for_the_week_of_a_pregnancy) {
    BOOST_TEST(verdict_of(pregnant(std::nullopt), "pregnancy-weeks", "swedish") == "caution");
    BOOST_TEST(verdict_of(pregnant(20), "pregnancy-weeks", "swedish") == "");
    BOOST_TEST(verdict_of(pregnant(8), "pregnancy-first-months", "swedish") == "caution");
    BOOST_TEST(verdict_of(pregnant(13), "pregnancy-first-months", "swedish") == "");
}

BOOST_AUTO_TEST_CASE(stops_the_points_that_pregnancy_forbids) {
    auto facts = pregnant(20);
    facts.used.push_back({.technique = "shiatsu", .field = "point.code", .text = "SP6"});
    BOOST_TEST(verdict_of(facts, "pregnancy-points", "shiatsu") == "stop, gates");
    for (const auto* other : {"SP-9", "LI-40", "GB-2", "KI-30"}) {
        facts.used.front().text = other;
        BOOST_TEST(verdict_of(facts, "pregnancy-points", "shiatsu") == "", other);
    }
    for (const auto* same : {"tb15", "SJ-15", "TE 15", "UB-60", "k3", "LI-4"}) {
        facts.used.front().text = same;
        BOOST_TEST(verdict_of(facts, "pregnancy-points", "shiatsu") == "stop, gates", same);
    }
    facts.texts.clear();
    BOOST_TEST(verdict_of(facts, "pregnancy-points", "shiatsu") == "");
}

BOOST_AUTO_TEST_CASE(reads_the_point_of_a_trigger_point_as_well) {
    auto facts = pregnant(20);
    facts.used.push_back({.technique = "trigger-point", .field = "point", .text = "near gb 21"});
    BOOST_TEST(verdict_of(facts, "pregnancy-points", "trigger-point") == "stop, gates");
    facts.used.front().text = "TrP 2 of the upper part";
    BOOST_TEST(verdict_of(facts, "pregnancy-points", "trigger-point") == "");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap::suggest
