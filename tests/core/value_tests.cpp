// SPDX-License-Identifier: MIT
#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <boost/test/unit_test.hpp>

using namespace praxis;

BOOST_AUTO_TEST_SUITE(value_tests)

BOOST_AUTO_TEST_CASE(knows_its_kind) {
    BOOST_TEST(Value{}.kind() == "nothing");
    BOOST_TEST(Value{nullptr}.is_null());
    BOOST_TEST(Value{true}.kind() == "yes or no");
    BOOST_TEST(Value{6}.kind() == "whole number");
    BOOST_TEST(Value{6.5}.kind() == "number");
    BOOST_TEST(Value{"text"}.kind() == "text");
    BOOST_TEST(Value{Value::Array{}}.kind() == "list");
    BOOST_TEST(Value{Value::Object{}}.kind() == "table");
    BOOST_TEST(Value{6}.as_number() == 6.0);
    BOOST_TEST(Value{std::optional<int>{}}.is_null());
    BOOST_TEST(Value{std::optional<std::string>{"x"}}.as_text() == "x");
    BOOST_CHECK_THROW(static_cast<void>(Value{"6"}.as_integer()), std::bad_variant_access);
}

BOOST_AUTO_TEST_CASE(members_are_found_and_made) {
    Value value;
    value["name"] = "neck";
    value["pain"]["now"] = 6;
    BOOST_TEST(value.find("name")->as_text() == "neck");
    BOOST_TEST(value.find("pain")->find("now")->as_integer() == 6);
    BOOST_TEST(value.find("side") == nullptr);
    BOOST_TEST(Value{6}.find("side") == nullptr);
    BOOST_TEST(value.text_at("name") == "neck");
    BOOST_TEST(value.text_at("pain") == "");
    BOOST_TEST(value.text_at("side") == "");
    value["name"] = "jaw";
    BOOST_TEST(value.as_object().size() == 2U);
    BOOST_CHECK_THROW(value["name"]["deeper"], std::bad_variant_access);
}

BOOST_AUTO_TEST_CASE(items_are_appended) {
    Value list;
    list.push_back("a");
    list.push_back(2);
    BOOST_TEST(list.as_array().size() == 2U);
    Value text{"text"};
    BOOST_CHECK_THROW(text.push_back(1), std::bad_variant_access);
}

BOOST_AUTO_TEST_CASE(reads_as_one_line_for_a_person) {
    BOOST_TEST(Value{}.plain() == "");
    BOOST_TEST(Value{false}.plain() == "no");
    BOOST_TEST(Value{-42}.plain() == "-42");
    BOOST_TEST(Value{6.5}.plain() == "6.5");
    BOOST_TEST(Value{60.0}.plain() == "60");
    BOOST_TEST(Value{0.1 + 0.2}.plain() == "0.30000000000000004");
    BOOST_TEST((Value{Value::Array{"heat", 15, "rest"}}.plain()) == "heat, 15, rest");
    BOOST_TEST((Value{Value::Object{{"a", 1}, {"b", "x"}}}.plain()) == "a: 1, b: x");
}

BOOST_AUTO_TEST_CASE(equality_is_of_content) {
    BOOST_TEST((Value{60} == Value{60.0}));
    BOOST_TEST((Value{60} != Value{60.5}));
    BOOST_TEST((Value{std::int64_t{9007199254740993}} != Value{9007199254740992.0}));
    BOOST_TEST((Value{1} != Value{true}));
    BOOST_TEST((Value{"1"} != Value{1}));
    BOOST_TEST((Value{} == Value{nullptr}));
    const Value one{Value::Object{{"a", 1}, {"b", Value::Array{2, 3}}}};
    const Value other{Value::Object{{"b", Value::Array{2.0, 3}}, {"a", 1}}};
    BOOST_TEST((one == other));
    BOOST_TEST((one != Value{Value::Object{{"a", 1}}}));
    auto with_line = one;
    with_line.set_line(12);
    BOOST_TEST((with_line == one));
}

BOOST_AUTO_TEST_CASE(distinguishes_toml_and_json) {
    BOOST_TEST(parse_toml_or_json(" \n{\"a\": 1}", "x").find("a")->as_integer() == 1);
    BOOST_TEST(parse_toml_or_json("[1, 2]", "x").as_array().size() == 2U);
    BOOST_TEST(parse_toml_or_json("[[1], true]", "x").as_array().size() == 2U);
    BOOST_TEST(parse_toml_or_json("[true]", "x").as_array().size() == 1U);
    BOOST_TEST(parse_toml_or_json("[\"a\"]", "x").as_array().size() == 1U);
    BOOST_TEST(parse_toml_or_json("[]", "x").as_array().empty());
    BOOST_TEST(parse_toml_or_json("a = 1", "x").find("a")->as_integer() == 1);
    BOOST_TEST(parse_toml_or_json("[subjective]\ngoal = 1", "x").find("subjective") != nullptr);
    BOOST_TEST(parse_toml_or_json("\xEF\xBB\xBF\n[[block]]\na = 1", "x").find("block") != nullptr);
    BOOST_TEST(parse_toml_or_json("\xEF\xBB\xBF{\"a\": 1}", "x").find("a") != nullptr);
    BOOST_TEST(parse_toml_or_json("", "x").as_object().empty());
    BOOST_CHECK_THROW(parse_toml_or_json("[", "x"), Refused);
    BOOST_CHECK_THROW(parse_toml_or_json("{", "x"), Refused);
}

BOOST_AUTO_TEST_SUITE_END()
