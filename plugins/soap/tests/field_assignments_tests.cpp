// SPDX-License-Identifier: MIT
#include "note/note_copied.hpp"
#include "note_practice.hpp"
#include "template_book.hpp"
#include "write/field_assignments.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

namespace praxis::soap {

namespace {

const std::string three_blocks =
    "technique = [\"deep-tissue\", \"swedish\"]\n"
    "[[objective.finding]]\nregion = \"neck\"\n[[objective.finding]]\nregion = \"hip\"\n"
    "[[block]]\ntechnique = \"deep-tissue\"\nregion = \"neck\"\nminutes = 10\n"
    "[[block]]\ntechnique = \"swedish\"\nregion = \"hip\"\nminutes = 20\n"
    "[[block]]\ntechnique = \"deep-tissue\"\nregion = \"calf\"\nminutes = 30\n";

Value file() {
    return parse_toml(three_blocks, "three.toml");
}

/// The regions of the blocks after the assignments.
std::string regions(Value& note, const std::vector<std::string>& sets) {
    std::vector<std::string> touched;
    apply_assignments(note, sets, testing::our_book(), touched);
    std::vector<std::string> names;
    if (const auto* blocks = note.find("block"); blocks != nullptr && blocks->is_array()) {
        for (const auto& block : blocks->as_array()) {
            names.push_back(block.text_at("region"));
        }
    }
    return join(names, " ");
}

std::string refusal(
    const std::vector<std::string>& sets, std::vector<std::string> touched = {}, Value note = file()
) {
    try {
        apply_assignments(note, sets, testing::our_book(), touched);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(field_assignments_tests)

BOOST_AUTO_TEST_CASE(an_empty_value_removes_a_row) {
    auto note = file();
    BOOST_TEST(regions(note, {"block.2="}) == "neck calf");
    BOOST_TEST(regions(note, {"objective.finding.1="}) == "neck calf");
    BOOST_TEST(find_fact(note, "objective.finding[1].region")->as_text() == "hip");
    BOOST_TEST(regions(note, {"objective.finding="}) == "neck calf"); // the only one left
    BOOST_TEST((find_fact(note, "objective.finding")->is_null()));
}

BOOST_AUTO_TEST_CASE(row_numbers_are_those_before_the_command) {
    auto note = file();
    std::vector<std::string> touched;
    apply_assignments(
        note,
        {"block.1=", "block.3.minutes=31", "block.2=", "block.4.technique=swedish"},
        testing::our_book(),
        touched
    );
    BOOST_TEST(find_fact(note, "block")->as_array().size() == 2U);
    BOOST_TEST(find_fact(note, "block[1].region")->as_text() == "calf");
    BOOST_TEST(find_fact(note, "block[1].minutes")->as_integer() == 31);
    // set fields get their new numbers, so that only they lose the star
    BOOST_TEST(join(touched, " ") == "block[1].minutes block[2].technique");
}

BOOST_AUTO_TEST_CASE(all_rows_can_be_removed_in_any_order) {
    auto note = file();
    BOOST_TEST(regions(note, {"block.1=", "block.2=", "block.3="}) == "");
    auto other = file();
    BOOST_TEST(regions(other, {"block.3=", "block.1="}) == "hip");
    BOOST_TEST(find_fact(note, "technique")->as_array().size() == 1U); // a note is of one at least
}

BOOST_AUTO_TEST_CASE(reports_removed_rows_and_removes_a_technique_without_a_block) {
    auto note = file();
    std::vector<std::string> touched;
    const auto messages = apply_assignments(note, {"block.2="}, testing::our_book(), touched);
    BOOST_TEST(
        join(messages, "; ") ==
        "removed: block 2 (swedish, hip); removed the technique swedish: it has no block left"
    );
    BOOST_TEST(find_fact(note, "technique")->plain() == "deep-tissue");
    auto named = file();
    apply_assignments(
        named, {"block.2=", "technique=deep-tissue;swedish"}, testing::our_book(), touched
    );
    BOOST_TEST(find_fact(named, "technique")->as_array().size() == 2U);
}

BOOST_AUTO_TEST_CASE(refuses_missing_rows_and_contradicting_assignments) {
    BOOST_TEST(refusal({"block.4="}) == "--set block.4: there are only 3 rows to remove");
    BOOST_TEST(refusal({"block.0="}) == "--set block.0: there are only 3 rows to remove");
    BOOST_TEST(
        refusal({"block="}) == "--set block: the note has 3 of these: name one by its number"
    );
    BOOST_TEST(refusal({"objective.rom.1="}) == "--set objective.rom.1: there is no row to remove");
    BOOST_TEST(
        refusal({"block.2=", "block.2="}) == "--set block.2: the same command removes this row"
    );
    BOOST_TEST(
        refusal({"block.2=", "block.2.minutes=5"}) ==
        "--set block.2.minutes: the same command removes this row"
    );
    BOOST_TEST(
        refusal({"block.2.minutes=5", "block.2="}) ==
        "--set block.2: the same command sets a field of this row"
    );
    BOOST_TEST(
        refusal({"block.1="}, {"block[1].region"}) ==
        "--set block.1: the same command sets a field of this row"
    );
    BOOST_TEST(refusal({"block.1="}, {"block[10].region"}) == "");
    BOOST_TEST(refusal({"block.2=5"}).find("a field of swedish is missing") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_refused_assignment_adds_no_row_to_a_missing_table) {
    BOOST_TEST(
        refusal({"block="}, {}, Value{Value::Object{}}) == "--set block: there is no row to remove"
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
