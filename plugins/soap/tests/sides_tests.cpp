// SPDX-License-Identifier: MIT
#include "check/sides.hpp"
#include "note_practice.hpp"

#include <boost/test/unit_test.hpp>

namespace praxis::soap {

namespace {

/// A region with a side; an empty side is left out.
using Places = std::vector<std::pair<std::string, std::string>>;

Value tables(const Places& places) {
    Value::Array list;
    for (const auto& [region, side] : places) {
        Value table = Value::Object{{"region", region}};
        if (!side.empty()) {
            table["side"] = side;
        }
        list.push_back(std::move(table));
    }
    return list;
}

std::string questions(const Places& found, const Places& worked, const ComplaintPlace& where = {}) {
    const Value body = Value::Object{
        {"objective", Value::Object{{"finding", tables(found)}}}, {"block", tables(worked)}};
    return describe(side_questions(body, where), "");
}

const std::string question =
    "warning: block[1].side: shoulder: found on the right, worked on the left: is the left meant? "
    "(if not: --set block.1.side=right)";

} // namespace

BOOST_AUTO_TEST_SUITE(sides_tests)

BOOST_AUTO_TEST_CASE(asks_when_the_work_is_on_the_other_side_than_the_finding) {
    BOOST_TEST(questions({{"shoulder", "right"}}, {{"shoulder", "left"}}) == question);
    BOOST_TEST(
        questions({{"shoulder", "right"}}, {{"shoulder", "left"}, {"shoulder", "left"}}) == question
    );
}

BOOST_AUTO_TEST_CASE(asks_nothing_when_they_agree) {
    BOOST_TEST(questions({{"shoulder", "right"}}, {{"shoulder", "right"}}) == "");
    BOOST_TEST(questions({}, {{"shoulder", "left"}}) == "");
    BOOST_TEST(questions({{"shoulder", "right"}}, {}) == "");
    BOOST_TEST(side_questions(Value{Value::Object{}}, {}).empty());
}

BOOST_AUTO_TEST_CASE(asks_nothing_of_different_regions) {
    BOOST_TEST(questions({{"shoulder", "right"}}, {{"neck", "left"}}) == "");
}

BOOST_AUTO_TEST_CASE(both_sides_contradict_neither) {
    BOOST_TEST(questions({{"shoulder", "both"}}, {{"shoulder", "left"}}) == "");
    BOOST_TEST(questions({{"shoulder", "right"}}, {{"shoulder", "both"}}) == "");
    BOOST_TEST(
        questions({{"shoulder", "right"}}, {{"shoulder", "left"}, {"shoulder", "right"}}) == ""
    );
    BOOST_TEST(
        questions({{"shoulder", "right"}, {"shoulder", "left"}}, {{"shoulder", "left"}}) == ""
    );
}

BOOST_AUTO_TEST_CASE(a_side_that_is_not_said_contradicts_nothing) {
    BOOST_TEST(questions({{"shoulder", "right"}}, {{"shoulder", ""}}) == "");
    BOOST_TEST(questions({{"shoulder", "right"}}, {{"shoulder", "left"}, {"shoulder", ""}}) == "");
    BOOST_TEST(questions({{"shoulder", "midline"}}, {{"shoulder", "left"}}) == "");
}

BOOST_AUTO_TEST_CASE(asks_when_all_work_is_on_the_other_side_than_the_complaint) {
    const ComplaintPlace right{"CO-0001", "shoulder", "right"};
    BOOST_TEST(
        questions({}, {{"neck", "right"}, {"shoulder", "left"}}, right) ==
        "warning: block[2].side: shoulder: CO-0001 is on the right, worked on the left: is the "
        "left "
        "meant? (if not: --set block.2.side=right)"
    );
    BOOST_TEST(questions({}, {{"shoulder", "left"}, {"shoulder", "right"}}, right) == "");
    BOOST_TEST(questions({}, {{"neck", "left"}}, right) == "");
    BOOST_TEST(questions({}, {{"shoulder", "left"}}, {"CO-0001", "shoulder", "both"}) == "");
    BOOST_TEST(questions({}, {{"shoulder", "left"}}, {"CO-0001", "shoulder", ""}) == "");
}

BOOST_AUTO_TEST_CASE(asks_nothing_of_a_whole_note) {
    BOOST_TEST(side_questions(testing::body_of(testing::note_text("note_whole.toml")), {}).empty());
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
