// SPDX-License-Identifier: MIT
#include "note/note_carried.hpp"
#include "note_practice.hpp"
#include "template_book.hpp"
#include "write/set_words.hpp"

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

/// The blocks by their regions, after the words.
std::string regions(Value& note, const std::vector<std::string>& sets) {
    std::vector<std::string> touched;
    apply_sets(note, sets, testing::our_book(), touched);
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
        apply_sets(note, sets, testing::our_book(), touched);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "";
}

} // namespace

BOOST_AUTO_TEST_SUITE(set_words_tests)

BOOST_AUTO_TEST_CASE(an_empty_value_takes_a_row_out) {
    auto note = file();
    BOOST_TEST(regions(note, {"block.2="}) == "neck calf");
    BOOST_TEST(regions(note, {"objective.finding.1="}) == "neck calf");
    BOOST_TEST(find_fact(note, "objective.finding[1].region")->as_text() == "hip");
    BOOST_TEST(regions(note, {"objective.finding="}) == "neck calf"); // the only one left
    BOOST_TEST((find_fact(note, "objective.finding")->is_null()));
}

BOOST_AUTO_TEST_CASE(numbers_are_those_before_the_command) {
    auto note = file();
    std::vector<std::string> touched;
    apply_sets(
        note,
        {"block.1=", "block.3.minutes=31", "block.2=", "block.4.technique=swedish"},
        testing::our_book(),
        touched
    );
    BOOST_TEST(find_fact(note, "block")->as_array().size() == 2U);
    BOOST_TEST(find_fact(note, "block[1].region")->as_text() == "calf");
    BOOST_TEST(find_fact(note, "block[1].minutes")->as_integer() == 31);
    // and what was touched is known by its new number, so that only that loses its star
    BOOST_TEST(join(touched, " ") == "block[1].minutes block[2].technique");
}

BOOST_AUTO_TEST_CASE(all_rows_can_go_whatever_the_order_of_the_words) {
    auto note = file();
    BOOST_TEST(regions(note, {"block.1=", "block.2=", "block.3="}) == "");
    auto other = file();
    BOOST_TEST(regions(other, {"block.3=", "block.1="}) == "hip");
    BOOST_TEST(find_fact(note, "technique")->as_array().size() == 1U); // a note is of one at least
}

BOOST_AUTO_TEST_CASE(tells_what_went_and_takes_out_a_technique_without_a_block) {
    auto note = file();
    std::vector<std::string> touched;
    const auto told = apply_sets(note, {"block.2="}, testing::our_book(), touched);
    BOOST_TEST(
        join(told, "; ") == "taken out: block[2] (swedish, hip); technique is without swedish, of "
                            "which no block is left"
    );
    BOOST_TEST(find_fact(note, "technique")->plain() == "deep-tissue");
    auto named = file();
    apply_sets(named, {"block.2=", "technique=deep-tissue;swedish"}, testing::our_book(), touched);
    BOOST_TEST(find_fact(named, "technique")->as_array().size() == 2U);
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_there_and_what_contradicts_itself) {
    BOOST_TEST(refusal({"block.4="}) == "--set block.4: there are 3 to take out");
    BOOST_TEST(refusal({"block.0="}) == "--set block.0: there are 3 to take out");
    BOOST_TEST(refusal({"block="}) == "--set block: there are 3 of them: which?");
    BOOST_TEST(refusal({"objective.rom.1="}) == "--set objective.rom.1: there is none to take out");
    BOOST_TEST(refusal({"block.2=", "block.2="}) == "--set block.2: the same command takes it out");
    BOOST_TEST(
        refusal({"block.2=", "block.2.minutes=5"}) ==
        "--set block.2.minutes: the same command takes it out"
    );
    BOOST_TEST(
        refusal({"block.2.minutes=5", "block.2="}) ==
        "--set block.2: the same command says something of it"
    );
    BOOST_TEST(
        refusal({"block.1="}, {"block[1].region"}) ==
        "--set block.1: the same command says something of it"
    );
    BOOST_TEST(refusal({"block.1="}, {"block[10].region"}) == "");
    BOOST_TEST(refusal({"block.2=5"}).find("a field of swedish was expected") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_refused_word_changes_no_row_of_a_table_that_is_not_there) {
    BOOST_TEST(
        refusal({"block="}, {}, Value{Value::Object{}}) == "--set block: there is none to take out"
    );
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace praxis::soap
