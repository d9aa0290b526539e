// SPDX-License-Identifier: MIT
#include "../support/core_practice.hpp"
#include "session/write_transaction.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace praxis;

const practice::FillRandom random_bytes = testing::CorePractice::random_bytes;

/// A practice, and the ends of its transactions as the session hears of them.
struct WritablePractice : testing::CorePractice {
    Keychain keychain{random_bytes};
    std::vector<std::string> messages;
    std::vector<bool> ends; // stored or not

    WritablePractice() { practice::write_anchor(db, path, practice::journal_head(db), now); }

    std::unique_ptr<WriteTransaction> begin() {
        return std::make_unique<WriteTransaction>(
            TransactionParts{
                .db = db,
                .path = path,
                .keychain = keychain,
                .fill_random = random_bytes,
                .now = now,
                .report = [this](std::string message) { messages.push_back(std::move(message)); },
                .end_session = [this](bool stored) { ends.push_back(stored); }},
            [] {
                return practice::ChangeAuthor{now, std::nullopt, "ines", "pet add"};
            }
        );
    }

    std::int64_t count(const std::string& table) {
        return first_row(
                   statement(db, "SELECT count(*) FROM " + table),
                   [](auto& query) { return column_number(query, 0); }
        ).value_or(-1);
    }
};

} // namespace

BOOST_FIXTURE_TEST_SUITE(write_transaction_tests, WritablePractice)

BOOST_AUTO_TEST_CASE(a_transaction_that_is_not_stored_is_rolled_back_at_its_end) {
    {
        const auto transaction = begin();
        execute(db, "INSERT INTO pets_pet VALUES (1, 1, 'Rex')");
        BOOST_TEST(transaction->has_changes());
    }
    BOOST_TEST(count("pets_pet") == 0);
    BOOST_TEST(ends == std::vector{false}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_exception_rolls_the_transaction_back_and_frees_the_lock) {
    const auto fail = [&] {
        const auto transaction = begin();
        execute(db, "INSERT INTO pets_pet VALUES (1, 1, 'Rex')");
        throw std::runtime_error("the command failed");
    };
    BOOST_CHECK_THROW(fail(), std::runtime_error);
    BOOST_TEST(count("pets_pet") == 0);
    begin(); // would wait for ever behind a lock that is still held
}

BOOST_AUTO_TEST_CASE(a_stored_change_is_in_the_journal_and_the_anchor) {
    const auto before = practice::journal_head(db);
    {
        const auto transaction = begin();
        execute(db, "INSERT INTO pets_pet VALUES (1, 1, 'Rex')");
        transaction->store();
        BOOST_CHECK_NO_THROW(practice::check_anchor(db, path));
        transaction->finish();
    }
    BOOST_TEST(count("pets_pet") == 1);
    BOOST_TEST(practice::journal_head(db).change_set == before.change_set + 1);
    BOOST_TEST(messages.empty());
    BOOST_TEST(ends == std::vector{true}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_change_that_the_journal_cannot_have_seen_is_not_stored) {
    {
        const auto transaction = begin();
        db.exec("INSERT INTO pets_pet VALUES (1, 1, 'Rex')"); // not with praxis::execute()
        BOOST_CHECK_THROW(transaction->store(), std::logic_error);
    }
    BOOST_TEST(count("pets_pet") == 0);
}

BOOST_AUTO_TEST_CASE(the_next_writer_completes_the_anchor_of_a_killed_one) {
    const auto anchor = folder.read("practice.head");
    for (int i = 0; i < 2; ++i) {
        {
            const auto transaction = begin();
            execute(db, "INSERT INTO pets_pet (client, name) VALUES (1, 'Rex')");
            transaction->store();
        }
        if (i == 0) {
            folder.write("practice.head", anchor); // as if it was killed after the commit
        }
    }
    BOOST_CHECK_NO_THROW(practice::check_anchor(db, path));
    folder.write("practice.head", anchor); // two sets behind: praxis never leaves that
    BOOST_CHECK_THROW(practice::check_anchor(db, path), PracticeError);
}

BOOST_AUTO_TEST_CASE(the_next_writer_may_begin_once_the_transaction_is_finished) {
    const auto first = begin();
    first->store();
    first->finish();
    const auto second = begin();
    BOOST_TEST(!second->has_changes());
}

BOOST_AUTO_TEST_CASE(an_anchor_that_cannot_be_written_leaves_a_message_and_the_change) {
    boost::filesystem::remove(practice::beside(path, ".head"));
    boost::filesystem::create_directory(practice::beside(path, ".head")); // cannot be replaced
    {
        const auto transaction = begin();
        execute(db, "INSERT INTO pets_pet VALUES (1, 1, 'Rex')");
        transaction->store();
        transaction->finish();
    }
    BOOST_TEST(count("pets_pet") == 1);
    BOOST_REQUIRE(messages.size() == 1U);
    BOOST_TEST(messages.front().find("saved the change") != std::string::npos, messages.front());
}

BOOST_AUTO_TEST_CASE(a_guarded_transaction_refuses_tables_of_others) {
    const auto transaction = begin();
    practice::Schema toys;
    toys.plugin = "toys";
    toys.table_prefix = "toys_";
    transaction->guard_writes(toys);
    BOOST_CHECK_THROW(db.exec("INSERT INTO pets_pet VALUES (1, 1, 'Rex')"), SQLite::Exception);
}

BOOST_AUTO_TEST_SUITE_END()
