// SPDX-License-Identifier: MIT
#include "plan_practice.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;
using namespace praxis::plans;

BOOST_AUTO_TEST_SUITE(rules_tests)

BOOST_AUTO_TEST_CASE(every_purpose_has_a_source_and_is_found_by_its_words) {
    const auto rules = plans::testing::our_rules();
    BOOST_TEST(rules.purposes.size() == 4U); // the four mechanisms of the founding article
    for (const auto& purpose : rules.purposes) {
        BOOST_TEST(!purpose.source.empty(), purpose.id);
        BOOST_TEST(rules.get_purpose(purpose.id) == purpose.id);
        BOOST_TEST(rules.get_purpose(purpose.name) == purpose.id);
        for (const auto& term : purpose.terms) {
            BOOST_TEST(rules.get_purpose(term) == purpose.id, term);
        }
    }
    BOOST_CHECK_THROW(static_cast<void>(rules.get_purpose("detox")), UsageError);
}

BOOST_AUTO_TEST_CASE(every_rule_has_a_source) {
    const auto rules = plans::testing::our_rules();
    BOOST_TEST(!rules.trend.sources.empty());
    BOOST_TEST(!rules.review_sources.empty());
}

BOOST_AUTO_TEST_CASE(names_the_file_that_lacks_a_value) {
    for (const char* text :
         {"[trend]\nimportant_points = 2\n",
          "[reassessment]\nshares = [2]\nsource = [\"s\"]\n",
          "[reassessment]\nshares = [0.5]\n",
          "[[purpose]]\nid = \"calm\"\nname = \"calm\"\n"}) {
        PlanRules rules;
        BOOST_CHECK_THROW(read_rules({"plans", "rules", "rules.toml", text}, rules), PluginError);
    }
}

BOOST_AUTO_TEST_SUITE_END()
