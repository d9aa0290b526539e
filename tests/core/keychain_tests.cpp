// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "practice/key_file.hpp"
#include "session/keychain.hpp"
#include "session/people.hpp"

#include <praxis/error.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>

namespace {

using namespace praxis;

const practice::FillRandom random_bytes = testing::CorePractice::random_bytes;

/// A practice with two users, whose key file the keychain would change.
struct KeyedPractice : testing::CorePractice {
    Keychain keychain{random_bytes};
    UserId ines = insert("0190a0de-0000-7000-8000-000000000001", "Ines");
    UserId ana = insert("0190a0de-0000-7000-8000-000000000002", "Ana");

    UserId insert(const std::string& uuid, const std::string& name) {
        User user;
        user.uuid = uuid;
        user.name = name;
        return insert_user(db, user, now);
    }

    /// As if the practice were encrypted and Ines had unlocked it.
    void encrypt() {
        practice::DataKey key{random_bytes};
        practice::Identity identity{random_bytes};
        const auto slot = practice::seal(key, identity, ines.str(), "correct horse", random_bytes);
        practice::write_key_file(path, {slot});
        insert_signing_key(db, ines, identity, false, now);
        keychain.set_unlocked(practice::Unlocked{ines.str(), std::move(identity), std::move(key)});
    }

    /// Stores the changes of keys as a transaction does, with the next change set.
    void store_keys() {
        keychain.stage_key_file(path, practice::journal_head(db).change_set + 1);
        change("INSERT INTO pets_pet (name) VALUES ('Rex')");
        keychain.finish(db, path);
    }

    [[nodiscard]] std::vector<std::string> users_with_slots() const {
        std::vector<std::string> users;
        const auto keys = practice::read_key_file(path);
        for (const auto& slot : keys.value().slots) {
            users.push_back(slot.user);
        }
        return users;
    }

    /// Who opens the practice with that passphrase; empty: nobody.
    [[nodiscard]] std::string opened_by(const std::string& passphrase) const {
        try {
            return practice::unseal(practice::read_key_file(path).value().slots, passphrase).user;
        } catch (const PracticeError&) {
            return "";
        }
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(keychain_tests, KeyedPractice)

BOOST_AUTO_TEST_CASE(a_plain_practice_signs_with_the_key_that_it_keeps) {
    BOOST_CHECK_THROW((void)keychain.sign(db, ines, "bytes"), PracticeError);
    keychain.give_key(db, path, ines, std::nullopt, now);
    BOOST_TEST(holds(keychain.sign(db, ines, "bytes"), "bytes"));
    BOOST_TEST(!holds(keychain.sign(db, ines, "bytes"), "other bytes"));
}

BOOST_AUTO_TEST_CASE(a_plain_practice_has_no_data_key_and_no_recovery_code) {
    BOOST_CHECK_THROW(keychain.renew_data_key(db, path), Refused);
    BOOST_CHECK_THROW(keychain.renew_recovery_code(db, path, now), Refused);
    keychain.take_key(path, ines);
    store_keys();
    BOOST_TEST(!std::filesystem::exists(practice::keys_path(path)));
}

BOOST_AUTO_TEST_CASE(only_the_person_who_unlocked_the_practice_signs) {
    encrypt();
    BOOST_TEST(holds(keychain.sign(db, ines, "bytes"), "bytes"));
    BOOST_CHECK_THROW((void)keychain.sign(db, ana, "bytes"), Refused);
}

BOOST_AUTO_TEST_CASE(the_key_file_changes_with_the_commit_and_not_before) {
    encrypt();
    keychain.give_key(db, path, ana, "battery staple", now);
    BOOST_TEST(users_with_slots() == std::vector{ines.str()}, boost::test_tools::per_element());
    store_keys();
    BOOST_TEST(
        users_with_slots() == (std::vector{ines.str(), ana.str()}), boost::test_tools::per_element()
    );
    keychain.take_key(path, ana);
    store_keys();
    BOOST_TEST(users_with_slots() == std::vector{ines.str()}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_command_killed_before_its_commit_leaves_the_former_keys) {
    encrypt();
    keychain.give_key(db, path, ines, "new passphrase", now);
    keychain.give_key(db, path, ana, "battery staple", now);
    const auto set = practice::journal_head(db).change_set + 1;
    keychain.stage_key_file(path, set);
    BOOST_TEST(opened_by("correct horse") == ines.str());
    BOOST_TEST(opened_by("new passphrase") == ines.str());
    Keychain next{random_bytes};
    next.begin(db, path);
    BOOST_TEST(opened_by("correct horse") == ines.str());
    BOOST_TEST(opened_by("new passphrase") == "");
    BOOST_TEST(opened_by("battery staple") == "");
}

BOOST_AUTO_TEST_CASE(a_command_killed_after_its_commit_leaves_the_new_keys) {
    encrypt();
    keychain.give_key(db, path, ines, "new passphrase", now);
    keychain.stage_key_file(path, practice::journal_head(db).change_set + 1);
    change("INSERT INTO pets_pet (name) VALUES ('Rex')");
    Keychain next{random_bytes};
    next.begin(db, path);
    BOOST_TEST(opened_by("correct horse") == "");
    BOOST_TEST(opened_by("new passphrase") == ines.str());
}

BOOST_AUTO_TEST_CASE(a_rollback_forgets_the_changes_of_keys) {
    encrypt();
    keychain.renew_recovery_code(db, path, now);
    keychain.take_key(path, ines);
    keychain.discard();
    store_keys();
    BOOST_TEST(users_with_slots() == std::vector{ines.str()}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(without_a_passphrase_another_person_gets_no_slot) {
    encrypt();
    keychain.give_key(db, path, ana, std::nullopt, now);
    store_keys();
    BOOST_TEST(users_with_slots() == std::vector{ines.str()}, boost::test_tools::per_element());
}

// The records could not be encrypted with the new key yet, because the disk was full.
BOOST_AUTO_TEST_CASE(who_gets_a_key_while_the_records_wait_for_theirs_can_open_them_afterwards) {
    encrypt();
    keychain.renew_data_key(db, path);
    const auto set = practice::journal_head(db).change_set + 1;
    keychain.stage_key_file(path, set);
    change("INSERT INTO pets_pet (name) VALUES ('Rex')");
    practice::settle_key_file(path, set);
    keychain.give_key(db, path, ana, "battery staple", now);
    keychain.renew_recovery_code(db, path, now);
    keychain.stage_key_file(path, set + 1);
    change("INSERT INTO pets_pet (name) VALUES ('Ben')");
    practice::settle_key_file(path, set + 1);
    const auto slots = practice::read_key_file(path).value().slots;
    BOOST_TEST(slots.size() == 3U);
    for (const auto& slot : slots) {
        BOOST_TEST(!slot.next_data_key.empty(), slot.user);
    }
    const auto own = practice::unseal(slots, "correct horse");
    const auto anas = practice::unseal(slots, "battery staple");
    const auto expected = practice::next_key(slots, own).value();
    const auto given = practice::next_key(slots, anas).value();
    BOOST_TEST(std::ranges::equal(expected.bytes(), given.bytes()));
}

BOOST_AUTO_TEST_CASE(a_slot_that_praxis_did_not_make_gets_no_new_data_key) {
    encrypt();
    keychain.renew_data_key(db, path);
    const practice::DataKey key{random_bytes};
    const practice::Identity stranger{random_bytes};
    practice::write_key_file(
        path, {practice::seal(key, stranger, ines.str(), "mallory", random_bytes)}
    );
    BOOST_CHECK_THROW(keychain.renew_data_key(db, path), Refused);
}

BOOST_AUTO_TEST_SUITE_END()
