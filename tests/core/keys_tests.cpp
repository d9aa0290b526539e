// SPDX-License-Identifier: MIT
#include "practice/keys.hpp"

#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <boost/test/unit_test.hpp>

namespace {

using namespace praxis;
using namespace praxis::practice;

const auto random_bytes = [](std::span<unsigned char> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
};

std::string code_of(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.code();
    }
    return "nothing";
}

/// A key file of one slot, with one member replaced.
std::string keys_with(const std::string& member, const Value& value) {
    const DataKey key{random_bytes};
    auto root = parse_json(write_keys({seal(key, "U-0001", "horse", random_bytes)}), "keys");
    root["slots"].as_array().front()[member] = value;
    return to_json(root);
}

} // namespace

BOOST_AUTO_TEST_SUITE(keys_tests)

BOOST_AUTO_TEST_CASE(opens_with_the_passphrase_that_sealed_it) {
    const DataKey key{random_bytes};
    const auto text = write_keys({seal(key, "U-0001", "correct horse", random_bytes)});
    BOOST_TEST(unseal(read_keys(text, "keys"), "correct horse").hex() == key.hex());
}

BOOST_AUTO_TEST_CASE(opens_whichever_slot_fits) {
    const DataKey key{random_bytes};
    const auto text = write_keys(
        {seal(key, "U-0001", "first", random_bytes), seal(key, "U-0002", "second", random_bytes)}
    );
    BOOST_TEST(unseal(read_keys(text, "keys"), "second").hex() == key.hex());
}

BOOST_AUTO_TEST_CASE(refuses_every_other_passphrase) {
    const DataKey key{random_bytes};
    const auto slots = read_keys(write_keys({seal(key, "U-0001", "horse", random_bytes)}), "keys");
    for (const auto* wrong : {"", "Horse", "horse ", "hors", "pferd"}) {
        BOOST_TEST(code_of([&] { unseal(slots, wrong); }) == "wrong_passphrase");
    }
}

BOOST_AUTO_TEST_CASE(never_writes_the_key_or_the_passphrase) {
    const DataKey key{random_bytes};
    const auto text = write_keys({seal(key, "U-0001", "correct horse", random_bytes)});
    BOOST_TEST(text.find(key.hex()) == std::string::npos);
    BOOST_TEST(text.find("horse") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(seals_the_same_key_differently_each_time) {
    const DataKey key{random_bytes};
    const auto first = seal(key, "U-0001", "horse", random_bytes);
    const auto second = seal(key, "U-0001", "horse", random_bytes);
    BOOST_TEST((first.salt != second.salt));
    BOOST_TEST((first.sealed != second.sealed));
}

BOOST_AUTO_TEST_CASE(notices_a_slot_that_was_given_to_somebody_else) {
    const auto slots = read_keys(keys_with("user", "U-0002"), "keys");
    BOOST_TEST(code_of([&] { unseal(slots, "horse"); }) == "wrong_passphrase");
}

BOOST_AUTO_TEST_CASE(calls_a_damaged_key_file_damaged) {
    const std::vector<std::string> damaged{
        "",
        "no keys",
        "{}",
        "[]",
        R"({"format":"praxis-keys/2","slots":[]})",
        R"({"format":"praxis-keys/1","slots":[]})",
        keys_with("kdf", "rot13"),
        keys_with("salt", "00"),
        keys_with("salt", "zz"),
        keys_with("nonce", Value{}),
        keys_with("sealed", "1234"),
        keys_with("passes", 0),
        keys_with("passes", "3"),
    };
    for (const auto& text : damaged) {
        BOOST_TEST(code_of([&] { read_keys(text, "keys"); }) == "keys_damaged", text);
    }
}

BOOST_AUTO_TEST_CASE(refuses_a_slot_that_asks_for_terabytes) {
    const auto text = keys_with("memory_kib", std::int64_t{4} * 1024 * 1024 * 1024);
    BOOST_TEST(code_of([&] { read_keys(text, "keys"); }) == "keys_damaged");
}

BOOST_AUTO_TEST_SUITE_END()
