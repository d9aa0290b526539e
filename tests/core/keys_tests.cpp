// SPDX-License-Identifier: MIT
#include "../support/error_code.hpp"
#include "../support/folder.hpp"
#include "base/hex.hpp"
#include "keys/keyring.hpp"
#include "keys/keys.hpp"

#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <boost/test/unit_test.hpp>

#include <cctype>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>

namespace {

using namespace praxis;
using namespace praxis::practice;
using testing::code_of;

const auto random_bytes = [](std::span<unsigned char> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
};

/// The user whose slot the passphrase opens.
Unlocked opened(const std::vector<KeySlot>& slots, std::string_view passphrase) {
    return unseal(slots, passphrase);
}

KeySlot slot_of(const DataKey& key, const std::string& user, std::string_view passphrase) {
    return seal(key, Identity{random_bytes}, user, passphrase, random_bytes);
}

/// A slot as praxis made it when it took the bytes of the passphrase as they came.
KeySlot slot_sealed_as_typed(const DataKey& key, const std::string& user, std::string_view typed) {
    const Identity identity{random_bytes};
    auto slot = seal(key, identity, user, "", random_bytes);
    Secret<crypto_aead_xchacha20poly1305_ietf_KEYBYTES> derived;
    BOOST_REQUIRE(
        crypto_pwhash(
            derived.data(),
            derived.size,
            typed.data(),
            typed.size(),
            slot.salt.data(),
            slot.passes,
            slot.memory_kib * 1024,
            crypto_pwhash_ALG_ARGON2ID13
        ) == 0
    );
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        slot.sealed.data(),
        nullptr,
        identity.seed().data(),
        Identity::Seed::size,
        as_bytes(user),
        user.size(),
        nullptr,
        slot.nonce.data(),
        derived.data()
    );
    return slot;
}

std::string hex(const DataKey& key) {
    return to_hex(key.bytes());
}

/// Some containers have no kernel keyring.
boost::test_tools::assertion_result has_keyring(boost::unit_test::test_unit_id /*unit*/) {
    try {
        const Unlocked unlocked{"U-0001", Identity{random_bytes}, DataKey{random_bytes}};
        keyring::keep("praxis:a try", "keys", unlocked, std::chrono::seconds{1});
        return true;
    } catch (const PracticeError&) {
        return false;
    }
}

Unlocked unlocked_by(const std::string& user) {
    return {user, Identity{random_bytes}, DataKey{random_bytes}};
}

/// The time that /proc/keys shows for a key: "58s", or "perm" without a limit; empty without a key.
std::string time_left_of(const std::string& description) {
    std::ifstream keys{"/proc/keys"};
    for (std::string line; std::getline(keys, line);) {
        if (line.find(description) != std::string::npos) {
            std::istringstream words{line};
            std::string serial;
            std::string flags;
            std::string usage;
            std::string time;
            words >> serial >> flags >> usage >> time;
            return time;
        }
    }
    return "";
}

/// A key file of one slot, with one member replaced.
std::string keys_with(const std::string& member, const Value& value) {
    const DataKey key{random_bytes};
    auto root = parse_json(write_keys({slot_of(key, "U-0001", "horse")}), "keys");
    root["slots"].as_array().front()[member] = value;
    return to_json(root);
}

} // namespace

BOOST_AUTO_TEST_SUITE(keys_tests)

BOOST_AUTO_TEST_CASE(opens_with_the_passphrase_that_sealed_it) {
    const DataKey key{random_bytes};
    const auto text = write_keys({slot_of(key, "U-0001", "correct horse")});
    BOOST_TEST(hex(opened(read_keys(text, "keys"), "correct horse").key) == hex(key));
}

BOOST_AUTO_TEST_CASE(opens_the_matching_slot) {
    const DataKey key{random_bytes};
    const auto text =
        write_keys({slot_of(key, "U-0001", "first"), slot_of(key, "U-0002", "second")});
    BOOST_TEST(hex(opened(read_keys(text, "keys"), "second").key) == hex(key));
}

BOOST_AUTO_TEST_CASE(refuses_every_other_passphrase) {
    const DataKey key{random_bytes};
    const auto slots = read_keys(write_keys({slot_of(key, "U-0001", "horse")}), "keys");
    for (const auto* wrong : {"", "Horse", "horse ", "hors", "pferd"}) {
        BOOST_TEST(code_of([&] { unseal(slots, wrong); }) == "wrong_passphrase");
    }
}

BOOST_AUTO_TEST_CASE(opens_with_every_form_of_the_same_passphrase) {
    const std::string composed = "Zo\xc3\xab stra\xc3\x9f"
                                 "e";
    const std::string decomposed = "Zoe\xcc\x88 stra\xc3\x9f"
                                   "e";
    const DataKey key{random_bytes};
    for (const auto& first : {composed, decomposed}) {
        const auto slots = read_keys(write_keys({slot_of(key, "U-0001", first)}), "keys");
        BOOST_TEST(hex(opened(slots, composed).key) == hex(key));
        BOOST_TEST(hex(opened(slots, decomposed).key) == hex(key));
    }
}

/// Before praxis composed passphrases, it sealed them as they were typed.
BOOST_AUTO_TEST_CASE(opens_a_slot_that_was_sealed_under_a_decomposed_passphrase) {
    const DataKey key{random_bytes};
    const auto text = write_keys(
        {slot_sealed_as_typed(key, "U-0001", "Zoe\xcc\x88"),
         slot_sealed_as_typed(key, "U-0002", "\xff\xfe not UTF-8")}
    );
    const auto slots = read_keys(text, "keys");
    BOOST_TEST(unseal(slots, "Zoe\xcc\x88").user == "U-0001");
    BOOST_TEST(unseal(slots, "\xff\xfe not UTF-8").user == "U-0002");
    BOOST_TEST(code_of([&] { unseal(slots, "Zo\xc3\xab"); }) == "wrong_passphrase");
}

BOOST_AUTO_TEST_CASE(never_writes_the_key_or_the_passphrase) {
    const DataKey key{random_bytes};
    const auto text = write_keys({slot_of(key, "U-0001", "correct horse")});
    BOOST_TEST(text.find(hex(key)) == std::string::npos);
    BOOST_TEST(text.find("horse") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(seals_the_same_key_differently_each_time) {
    const DataKey key{random_bytes};
    const auto first = slot_of(key, "U-0001", "horse");
    const auto second = slot_of(key, "U-0001", "horse");
    BOOST_TEST((first.salt != second.salt));
    BOOST_TEST((first.sealed != second.sealed));
}

BOOST_AUTO_TEST_CASE(detects_a_slot_with_another_users_name) {
    const auto slots = read_keys(keys_with("user", "U-0002"), "keys");
    BOOST_TEST(code_of([&] { unseal(slots, "horse"); }) == "wrong_passphrase");
}

BOOST_AUTO_TEST_CASE(reports_a_damaged_key_file) {
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
        keys_with("public_key", "1234"),
        keys_with("data_key", Value{}),
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

BOOST_AUTO_TEST_CASE(refuses_a_slot_that_asks_for_more_than_half_a_gibibyte_or_two_seconds) {
    const auto most = std::int64_t{512} * 1024;
    BOOST_TEST(code_of([&] { read_keys(keys_with("memory_kib", most), "keys"); }) == "nothing");
    BOOST_TEST(code_of([&] {
                   read_keys(keys_with("memory_kib", most + 1), "keys");
               }) == "keys_damaged");
    auto root = parse_json(keys_with("memory_kib", most), "keys");
    root["slots"].as_array().front()["passes"] = 16;
    BOOST_TEST(code_of([&] { read_keys(to_json(root), "keys"); }) == "keys_damaged");
}

BOOST_AUTO_TEST_CASE(stops_before_the_slots_together_take_more_than_two_seconds) {
    const DataKey key{random_bytes};
    auto forged = slot_of(key, "U-0001", "horse");
    forged.user = "U-0002"; // so that it never opens
    forged.passes = 3;
    forged.memory_kib = std::uint64_t{512} * 1024; // two of them take too long
    const auto right = slot_of(key, "U-0003", "horse");
    std::vector<KeySlot> slots(90, forged);
    slots.push_back(right);
    BOOST_TEST(code_of([&] { unseal(slots, "horse"); }) == "too_many_keys");
    BOOST_TEST(unseal(slots, "horse", "U-0003").user == "U-0003");
}

BOOST_AUTO_TEST_CASE(returns_the_user_of_the_passphrase) {
    const DataKey key{random_bytes};
    const std::vector<KeySlot> slots{
        slot_of(key, "U-0001", "first"), slot_of(key, "U-0002", "second")};
    BOOST_TEST(opened(slots, "second").user == "U-0002");
    BOOST_TEST(unseal(slots, "first", "U-0002").user == "U-0001");
}

BOOST_AUTO_TEST_CASE(opens_with_the_recovery_code_in_any_spelling) {
    const DataKey key{random_bytes};
    const auto code = new_recovery_code(random_bytes);
    BOOST_TEST(code.size() == 39U);
    std::vector<KeySlot> slots{slot_of(key, "U-0001", "horse")};
    slots.push_back(slot_of(key, std::string{recovery_user}, read_recovery_code(code).value()));
    std::string typed = code;
    for (auto& letter : typed) {
        letter = letter == '-'   ? ' '
                 : letter == '0' ? 'o'
                 : letter == '1' ? 'l'
                                 : static_cast<char>(std::tolower(letter));
    }
    BOOST_TEST(opened(slots, typed).user == "recovery");
    BOOST_TEST(hex(opened(slots, code).key) == hex(key));
}

BOOST_AUTO_TEST_CASE(recognises_only_recovery_codes) {
    for (const auto* words :
         {"", "horse", "0000-0000", "UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU"}) {
        BOOST_TEST(!read_recovery_code(words));
    }
}

BOOST_AUTO_TEST_CASE(reports_a_slot_with_another_users_data_key_as_damaged) {
    const DataKey key{random_bytes};
    auto slot = slot_of(key, "U-0001", "horse");
    slot.data_key = slot_of(key, "U-0002", "pony").data_key;
    BOOST_TEST(code_of([&] { opened({slot}, "horse"); }) == "keys_damaged");
}

BOOST_AUTO_TEST_CASE(a_signature_holds_for_its_bytes_and_its_signer_alone) {
    const Identity ines{random_bytes};
    const Identity omar{random_bytes};
    const auto signature = ines.sign("what was done");
    BOOST_TEST(holds(signature, "what was done"));
    BOOST_TEST(!holds(signature, "what was don"));
    BOOST_TEST(!holds({omar.public_key(), signature.value}, "what was done"));
    BOOST_TEST(!holds({"", ""}, "what was done"));
    BOOST_TEST(!holds({signature.public_key, signature.value + "00"}, "what was done"));
}

BOOST_AUTO_TEST_CASE(
    the_keyring_gives_back_what_it_was_given_until_it_forgets,
    *boost::unit_test::precondition(has_keyring)
) {
    const testing::Folder folder;
    const auto description = keyring::description_of(folder / "practice.db");
    BOOST_TEST(!keyring::find(description, "keys").has_value());
    const auto unlocked = unlocked_by("U-0007");
    keyring::keep(description, "keys", unlocked, std::chrono::seconds{60});
    const auto kept = keyring::find(description, "keys");
    BOOST_REQUIRE(kept.has_value());
    BOOST_TEST(kept->user == "U-0007");
    BOOST_TEST(kept->identity.public_key() == unlocked.identity.public_key());
    BOOST_TEST(hex(kept->key) == hex(unlocked.key));
    BOOST_TEST(keyring::forget(description));
    BOOST_TEST(!keyring::find(description, "keys").has_value());
    BOOST_TEST(!keyring::forget(description));
}

BOOST_AUTO_TEST_CASE(
    the_keyring_gives_nothing_for_a_changed_key_file_and_still_forgets,
    *boost::unit_test::precondition(has_keyring)
) {
    const testing::Folder folder;
    const auto description = keyring::description_of(folder / "practice.db");
    keyring::keep(description, "keys", unlocked_by("U-0001"), std::chrono::seconds{60});
    for (const auto* changed : {"key", "keys ", ""}) {
        BOOST_TEST(!keyring::find(description, changed).has_value(), changed);
    }
    BOOST_TEST(keyring::forget(description));
    BOOST_TEST(!keyring::find(description, "keys").has_value());
}

BOOST_AUTO_TEST_CASE(
    the_keyring_keeps_one_key_for_a_practice, *boost::unit_test::precondition(has_keyring)
) {
    const testing::Folder folder;
    const auto description = keyring::description_of(folder / "practice.db");
    keyring::keep(description, "old keys", unlocked_by("U-0001"), std::chrono::seconds{60});
    keyring::keep(description, "keys", unlocked_by("U-0002"), std::chrono::seconds{60});
    BOOST_TEST(!keyring::find(description, "old keys").has_value());
    BOOST_TEST(keyring::find(description, "keys").value().user == "U-0002");
    BOOST_TEST(keyring::forget(description));
    BOOST_TEST(!keyring::forget(description));
}

BOOST_AUTO_TEST_CASE(
    the_keyring_forgets_when_the_time_is_over, *boost::unit_test::precondition(has_keyring)
) {
    const testing::Folder folder;
    const auto description = keyring::description_of(folder / "practice.db");
    keyring::keep(description, "keys", unlocked_by("U-0001"), std::chrono::seconds{1});
    BOOST_TEST(time_left_of(description) != "perm");
    BOOST_TEST(keyring::find(description, "keys").has_value());
    ::sleep(2);
    BOOST_TEST(!keyring::find(description, "keys").has_value());
}

BOOST_AUTO_TEST_CASE(the_keyring_names_a_practice_by_its_place) {
    const testing::Folder folder;
    namespace fs = boost::filesystem;
    fs::create_directory(folder / "records");
    fs::create_directory_symlink(folder / "records", folder / "link");
    const auto name = keyring::description_of(folder / "records/practice.db");
    BOOST_TEST(keyring::description_of(folder / "link/practice.db") == name);
    BOOST_TEST(keyring::description_of(folder / "records/../link/./practice.db") == name);
    BOOST_TEST(keyring::description_of(folder / "records/other.db") != name);
    fs::remove_all(folder / "records"); // the practice's medium was pulled out
    BOOST_TEST(keyring::description_of(folder / "records/practice.db") == name);
    const auto before = fs::current_path();
    fs::current_path(folder / "");
    const auto relative = keyring::description_of("records/practice.db");
    fs::current_path(before);
    BOOST_TEST(relative == name);
}

BOOST_AUTO_TEST_SUITE_END()
