// SPDX-License-Identifier: MIT
#include "template/template.hpp"
#include "template_book.hpp"
#include "write/note_file.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>

using namespace praxis;
using namespace praxis::soap;
using praxis::soap::testing::our_book;

namespace {

std::vector<std::string> all_ids() {
    std::vector<std::string> ids;
    for (const auto& technique : our_book().techniques()) {
        ids.push_back(technique.id);
    }
    return ids;
}

const CivilTime now{*Date::from_iso("2026-11-20"), Minutes{9 * 60}};

/// The form with a value in every field that takes a single one.
std::string filled_in(std::string form) {
    const std::string_view empty = " = \"\"";
    for (auto at = form.find(empty); at != std::string::npos; at = form.find(empty, at)) {
        form.replace(at, empty.size(), " = \"2\"");
    }
    return form;
}

} // namespace

BOOST_AUTO_TEST_SUITE(form_tests)

BOOST_AUTO_TEST_CASE(is_a_note_file_in_which_nothing_is_recorded) {
    const auto form = parse_note_file(empty_form(our_book(), {"shiatsu", "swedish"}), "form");
    BOOST_TEST(form.find("objective") == nullptr);
    std::vector<Problem> problems;
    const auto body = validate_note(form, our_book(), now, DateOrder::ask, problems);
    for (const auto& problem : problems) {
        BOOST_TEST((problem.weight == Problem::Weight::missing), problem.path);
    }
    BOOST_TEST(
        to_json(body) == R"({"technique":["shiatsu","swedish"],"block":[)"
                         R"({"technique":"shiatsu"},{"technique":"swedish"}]})"
    );
}

BOOST_AUTO_TEST_CASE(fits_into_eighty_columns) {
    for (const auto& line : split(empty_form(our_book(), all_ids()), '\n')) {
        BOOST_TEST(display_width(line) <= 80U, line);
        BOOST_TEST((line.empty() || line.back() != ' '), line);
    }
}

BOOST_AUTO_TEST_CASE(every_field_of_the_form_is_known_when_it_is_filled_in) {
    const auto text = filled_in(empty_form(our_book(), all_ids()));
    const auto filled = parse_toml(text, "form");
    std::vector<Problem> problems;
    validate_note(filled, our_book(), now, DateOrder::ask, problems);
    for (const auto& problem : problems) {
        const bool unknown = problem.message.find("unknown field") != std::string::npos;
        BOOST_TEST(!unknown, problem.path);
    }
    for (const auto& part : our_book().parts()) {
        for (const auto& field : part.fields) {
            const auto* const table = filled.find(part.id);
            BOOST_TEST((table != nullptr && table->find(field.name) != nullptr), field.name);
        }
    }
    const auto& blocks = filled.find("block")->as_array();
    BOOST_REQUIRE(blocks.size() == our_book().techniques().size());
    for (std::size_t index = 0; index < blocks.size(); ++index) {
        for (const auto& field : our_book().techniques()[index].fields) {
            BOOST_TEST((blocks[index].find(field.name) != nullptr), field.name);
        }
    }
}

BOOST_AUTO_TEST_CASE(lists_fields_needed_for_signing_first_and_marked) {
    const auto form = empty_form(our_book(), {"swedish"});
    const auto block = form.substr(form.find("[[block]]"));
    const auto at = [&](const std::string& words) {
        const auto found = block.find("\n" + words + " = ");
        BOOST_TEST(found != std::string::npos, words);
        return found;
    };
    BOOST_TEST(at("region") < at("strokes"));
    BOOST_TEST(at("strokes") < at("side"));
    BOOST_TEST(at("pressure") < at("lubricant"));
    const auto pressure = block.substr(at("pressure"));
    BOOST_TEST(pressure.substr(0, pressure.find('\n', 1)).ends_with("1 to 5 (to sign)"));
}

BOOST_AUTO_TEST_CASE(a_number_or_an_answer_fits_between_the_quotation_marks) {
    std::vector<Problem> problems;
    const auto file = parse_note_file(
        "technique = \"swedish\"\ndate = \"2026-11-20 08:00\"\nminutes = \"45\"\n"
        "[consent]\ngiven = \"Yes\"\n[subjective]\npain_now = \" 6 \"\n"
        "[[objective.rom]]\njoint = \"lumbar\"\nmovement = \"flexion\"\nbefore = \"52,5\"\n",
        "note"
    );
    const auto body = validate_note(file, our_book(), now, DateOrder::ask, problems);
    BOOST_TEST(body.find("minutes")->as_integer() == 45);
    BOOST_TEST(body.find("consent")->find("given")->as_bool());
    BOOST_TEST(body.find("subjective")->find("pain_now")->as_integer() == 6);
    const auto& rom = body.find("objective")->find("rom")->as_array().front();
    BOOST_TEST(rom.find("before")->as_number() == 52.5);
}

BOOST_AUTO_TEST_CASE(yes_and_no_need_no_quotation_marks) {
    const auto file = parse_note_file(
        "minutes =   # how long?\n[consent]\ngiven = yes   # agreed?\n"
        "[[block]]\nwrist_test = No\ntext = \"\"\"\nbarrier = yes\n\"\"\"\n",
        "note"
    );
    BOOST_TEST(file.find("minutes")->as_text().empty());
    BOOST_TEST(file.find("consent")->text_at("given") == "yes");
    const auto& block = file.find("block")->as_array().front();
    BOOST_TEST(block.text_at("wrist_test") == "No");
    BOOST_TEST(block.text_at("text") == "barrier = yes\n");
    BOOST_CHECK_THROW(parse_note_file("given = perhaps\n", "note"), Refused);
}

BOOST_AUTO_TEST_CASE(lists_each_technique_once_and_refuses_an_unknown_one) {
    const auto form = parse_toml(empty_form(our_book(), {"swedish", "swedish"}), "form");
    BOOST_TEST(form.find("technique")->as_array().size() == 1U);
    BOOST_CHECK_THROW(empty_form(our_book(), {"reiki"}), NotFound);
}

BOOST_AUTO_TEST_SUITE_END()
