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
    return describe(find_side_conflicts(body, where), "");
}

const std::string question =
    "warning: block 1, side: shoulder: the finding is on the right, but the work is on the left: "
    "is that right? (if not: --set block.1.side=right)";

} // namespace

BOOST_AUTO_TEST_SUITE(sides_tests)

BOOST_AUTO_TEST_CASE(warns_when_the_work_is_on_the_other_side_than_the_finding) {
    BOOST_TEST(questions({{"shoulder", "right"}}, {{"shoulder", "left"}}) == question);
    BOOST_TEST(
        questions({{"shoulder", "right"}}, {{"shoulder", "left"}, {"shoulder", "left"}}) == question
    );
}

BOOST_AUTO_TEST_CASE(does_not_warn_when_the_sides_agree) {
    BOOST_TEST(questions({{"shoulder", "right"}}, {{"shoulder", "right"}}) == "");
    BOOST_TEST(questions({}, {{"shoulder", "left"}}) == "");
    BOOST_TEST(questions({{"shoulder", "right"}}, {}) == "");
    BOOST_TEST(find_side_conflicts(Value{Value::Object{}}, {}).empty());
}

BOOST_AUTO_TEST_CASE(does_not_compare_different_regions) {
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

BOOST_AUTO_TEST_CASE(an_absent_side_contradicts_nothing) {
    BOOST_TEST(questions({{"shoulder", "right"}}, {{"shoulder", ""}}) == "");
    BOOST_TEST(questions({{"shoulder", "right"}}, {{"shoulder", "left"}, {"shoulder", ""}}) == "");
    BOOST_TEST(questions({{"shoulder", "midline"}}, {{"shoulder", "left"}}) == "");
}

BOOST_AUTO_TEST_CASE(warns_when_all_work_is_on_the_other_side_than_the_complaint) {
    const ComplaintPlace right{"CO-0001", "shoulder", "right"};
    BOOST_TEST(
        questions({}, {{"neck", "right"}, {"shoulder", "left"}}, right) ==
        "warning: block 2, side: shoulder: CO-0001 is on the right, but the work is on the left: "
        "is that right? (if not: --set block.2.side=right)"
    );
    BOOST_TEST(questions({}, {{"shoulder", "left"}, {"shoulder", "right"}}, right) == "");
    BOOST_TEST(questions({}, {{"neck", "left"}}, right) == "");
    BOOST_TEST(questions({}, {{"shoulder", "left"}}, {"CO-0001", "shoulder", "both"}) == "");
    BOOST_TEST(questions({}, {{"shoulder", "left"}}, {"CO-0001", "shoulder", ""}) == "");
}

BOOST_AUTO_TEST_CASE(does_not_warn_about_a_complete_note) {
    BOOST_TEST(
        find_side_conflicts(testing::body_of(testing::note_text("note_whole.toml")), {}).empty()
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
