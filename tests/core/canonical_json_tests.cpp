// SPDX-License-Identifier: MIT
#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <boost/test/unit_test.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

using namespace praxis;

BOOST_AUTO_TEST_SUITE(canonical_json_tests)

/// RFC 8785, appendix B
BOOST_AUTO_TEST_CASE(numbers_are_written_as_ecmascript_writes_them) {
    const std::vector<std::pair<std::uint64_t, const char*>> samples{
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (const auto& [bits, text] : samples) {
        const Value number{std::bit_cast<double>(bits)};
        BOOST_TEST(to_canonical_json(number) == text);
        BOOST_TEST(to_canonical_json(parse_json(text, "x")) == text);
    }
    BOOST_CHECK_THROW(to_canonical_json(Value{std::nan("")}), Refused);
    BOOST_CHECK_THROW(to_canonical_json(Value{std::numeric_limits<double>::infinity()}), Refused);
}

BOOST_AUTO_TEST_CASE(a_whole_number_that_no_double_holds_is_refused) {
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    BOOST_TEST(to_canonical_json(Value{exact}) == "9007199254740992");
    BOOST_TEST(to_canonical_json(Value{-exact}) == "-9007199254740992");
    BOOST_CHECK_THROW(to_canonical_json(Value{exact + 1}), Refused);
    BOOST_CHECK_THROW(to_canonical_json(Value{-exact - 1}), Refused);
    // 2^60 is exact, but its canonical digits are those of a rounded number.
    BOOST_CHECK_THROW(to_canonical_json(Value{std::int64_t{1} << 60}), Refused);
    BOOST_TEST(to_canonical_json(Value{std::ldexp(1.0, 60)}) == "1152921504606847000");
    BOOST_TEST(
        to_canonical_json(Value{std::int64_t{1152921504606847000}}) == "1152921504606847000"
    );
}

/// RFC 8785, 3.2.3
BOOST_AUTO_TEST_CASE(names_are_in_the_order_of_their_utf16_code_units) {
    const auto value = parse_json(
        R"({"\u20ac": 5, "\r": 1, "\ufb33": 7, "1": 2, "\ud83d\ude00": 6, "\u0080": 3, "\u00f6": 4})",
        "x"
    );
    BOOST_TEST(
        to_canonical_json(value) ==
        "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"ö\":4,\"€\":5,\"😀\":6,\"\ufb33\":7}"
    );
    const Value nested{Value::Object{{"b", Value::Object{{"ab", 1}, {"a", 2}}}, {"", nullptr}}};
    BOOST_TEST(to_canonical_json(nested) == R"({"":null,"b":{"a":2,"ab":1}})");
}

/// RFC 8785, 3.2.2
BOOST_AUTO_TEST_CASE(texts_have_only_the_escapes_that_they_need) {
    const auto value = parse_json(
        R"({"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
            "literals": [null, true, false]})",
        "x"
    );
    BOOST_TEST(
        to_canonical_json(value) ==
        R"({"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],)"
        R"("string":"€$\u000f\nA'B\"\\\\\"/"})"
    );
    BOOST_TEST(
        to_canonical_json(Value{"\x7f\u202e\x1f\b\t\f"}) == "\"\x7f\u202e\\u001f\\b\\t\\f\""
    );
}

BOOST_AUTO_TEST_CASE(a_text_that_is_not_utf8_is_never_signed) {
    BOOST_CHECK_THROW(to_canonical_json(Value{"a\xff"}), Refused);
    BOOST_CHECK_THROW(to_canonical_json(Value{std::string{"a\0b", 3}}), Refused);
}

BOOST_AUTO_TEST_SUITE_END()
