// SPDX-License-Identifier: MIT
#include "../support/error_code.hpp"
#include "../support/folder.hpp"
#include "practice/file.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>

#include <boost/test/unit_test.hpp>

#include <sys/stat.h>
#include <thread>

namespace {

using namespace praxis;
using namespace praxis::practice;
using testing::code_of;

const auto no_passphrase = [](const auto&, const auto&) -> Unlocked {
    throw NeedsInput("a plain practice asked for a passphrase");
};

/// Opens a slot with that passphrase.
Unlock with(const std::string& passphrase) {
    return [passphrase](const auto& slots, const auto&) { return unseal(slots, passphrase); };
}

void make_practice(const std::string& path, const std::string& sql = {}) {
    NewFile file{path, nullptr};
    file.db().exec(sql);
    file.finish({});
}

std::string pragma(SQLite::Database& db, const std::string& name) {
    auto query = statement(db, "PRAGMA " + name);
    query.executeStep();
    return column_text(query, 0);
}

} // namespace

BOOST_AUTO_TEST_SUITE(practice_file_tests)

BOOST_AUTO_TEST_CASE(opens_with_all_safety_settings) {
    const testing::Folder folder;
    make_practice(folder / "practice.db");
    const auto db = open(folder / "practice.db", Mode::write, no_passphrase).db;
    BOOST_TEST(pragma(*db, "journal_mode") == "wal");
    BOOST_TEST(pragma(*db, "synchronous") == "2");
    BOOST_TEST(pragma(*db, "foreign_keys") == "1");
    BOOST_TEST(pragma(*db, "secure_delete") == "1");
    BOOST_TEST(pragma(*db, "temp_store") == "2");
    BOOST_TEST(pragma(*db, "cell_size_check") == "1");
    BOOST_TEST(pragma(*db, "trusted_schema") == "0");
    BOOST_CHECK_THROW(db->exec("SELECT \"no such column\""), SQLite::Exception);
    BOOST_CHECK_THROW(db->exec("SELECT load_extension('x')"), SQLite::Exception);
}

BOOST_AUTO_TEST_CASE(writes_nothing_when_opened_for_reading) {
    const testing::Folder folder;
    make_practice(folder / "practice.db", "CREATE TABLE a (b)");
    {
        const auto db = open(folder / "practice.db", Mode::read, no_passphrase).db;
        BOOST_CHECK_THROW(db->exec("INSERT INTO a VALUES (1)"), SQLite::Exception);
        BOOST_CHECK_THROW(db->exec("CREATE TABLE c (d)"), SQLite::Exception);
    }
    BOOST_TEST(!boost::filesystem::exists(folder / "practice.db-wal"));
    BOOST_TEST(!boost::filesystem::exists(folder / "practice.db-shm"));
}

BOOST_AUTO_TEST_CASE(removes_an_unfinished_practice) {
    const testing::Folder folder;
    { NewFile file{folder / "practice.db", nullptr}; }
    BOOST_TEST(boost::filesystem::is_empty(folder / ""));
}

BOOST_AUTO_TEST_CASE(never_overwrites_a_file_with_a_new_practice) {
    const testing::Folder folder;
    folder.write("practice.db", "precious");
    BOOST_TEST(code_of([&] { NewFile file{folder / "practice.db", nullptr}; }) == "refused");
    BOOST_TEST(folder.read("practice.db") == "precious");
    folder.write("other.keys", "precious");
    BOOST_TEST(code_of([&] { NewFile file{folder / "other.db", nullptr}; }) == "refused");
}

BOOST_AUTO_TEST_CASE(starts_over_after_a_killed_init) {
    const testing::Folder folder;
    folder.write("practice.db.unfinished", "half of it");
    folder.write("practice.keys", "its keys");
    make_practice(folder / "practice.db");
    BOOST_TEST(!boost::filesystem::exists(folder / "practice.keys"));
    BOOST_TEST(open(folder / "practice.db", Mode::read, no_passphrase).db != nullptr);
}

BOOST_AUTO_TEST_CASE(removes_no_key_file_that_may_belong_to_a_practice) {
    const testing::Folder folder;
    folder.write("practice.praxis.unfinished", "half of it");
    folder.write("practice.keys", "keys of practice.db");
    folder.write("practice.db", "precious");
    const auto make = [&] { NewFile file{folder / "practice.praxis", nullptr}; };
    BOOST_TEST(code_of(make) == "refused");
    // practice.db is away for a moment; it has been used, so there is more than a key file.
    boost::filesystem::remove(folder / "practice.db");
    folder.write("practice.lock", "");
    BOOST_TEST(code_of(make) == "refused");
    BOOST_TEST(folder.read("practice.keys") == "keys of practice.db");
}

BOOST_AUTO_TEST_CASE(a_failed_init_does_not_keep_its_place_taken) {
    const testing::Folder folder;
    {
        NewFile file{folder / "practice.db", nullptr};
        folder.write("practice.head", "its anchor");
    }
    BOOST_TEST(boost::filesystem::is_empty(folder / ""));
    make_practice(folder / "practice.db");
}

BOOST_AUTO_TEST_CASE(does_not_follow_a_link_in_the_place_of_the_practice) {
    const testing::Folder folder;
    make_practice(folder / "practice.db");
    boost::filesystem::create_symlink(folder / "practice.db", folder / "link.db");
    BOOST_TEST(code_of([&] {
                   open(folder / "link.db", Mode::read, no_passphrase);
               }) == "practice_storage");
}

BOOST_AUTO_TEST_CASE(distinguishes_the_kinds_of_faults) {
    const testing::Folder folder;
    const auto code = [&](const std::string& name) {
        return code_of([&] { open(folder / name, Mode::read, no_passphrase); });
    };
    BOOST_TEST(code("none.db") == "practice_missing");
    folder.write("text.db", std::string(5000, 'x'));
    ::chmod((folder / "text.db").c_str(), 0600);
    BOOST_TEST(code("text.db") == "keys_missing");
    make_practice(folder / "practice.db", "CREATE TABLE a (b)");
    ::chmod((folder / "practice.db").c_str(), 0640);
    BOOST_TEST(code("practice.db") == "permissions");
}

BOOST_AUTO_TEST_CASE(the_writer_lock_admits_one_thread_at_a_time) {
    const testing::Folder folder;
    int inside = 0;
    int most_inside = 0;
    int rounds = 0;
    const auto pass = [&] {
        for (int i = 0; i < 200; ++i) {
            const WriterLock writer_lock{folder / "practice.lock"};
            // Only the writer lock protects these variables.
            most_inside = std::max(most_inside, ++inside);
            std::this_thread::yield(); // the other one would now come in
            ++rounds;
            --inside;
        }
    };
    std::thread first{pass};
    std::thread second{pass};
    first.join();
    second.join();
    BOOST_TEST(most_inside == 1);
    BOOST_TEST(rounds == 400);
}

BOOST_AUTO_TEST_CASE(opens_a_practice_with_a_log_where_there_is_no_shared_memory) {
    const testing::Folder folder;
    make_practice(folder / "practice.db", "CREATE TABLE a (b)");
    const auto no_key = [](const auto&, const auto&) -> Unlocked { throw std::logic_error{"key"}; };
    {
        const auto db = open(folder / "practice.db", Mode::write, no_key).db;
        db->exec("INSERT INTO a VALUES (7)");
        leave_as_it_is(*db); // as a killed process leaves it: the row is in the log only
    }
    // This way of locking offers no shared memory, as a network file system.
    const auto uri = "file:" + (folder / "practice.db") + "?vfs=unix-dotfile";
    const auto db = open(uri, Mode::write, no_key).db;
    BOOST_TEST(db->execAndGet("SELECT b FROM a").getInt() == 7);
    BOOST_TEST(db->execAndGet("PRAGMA journal_mode").getString() == "delete");
    db->exec("INSERT INTO a VALUES (8)");
}

BOOST_AUTO_TEST_CASE(encrypts_what_it_stores) {
    if (!can_encrypt()) {
        return; // a build without encryption has nothing to test here
    }
    const testing::Folder folder;
    const auto random_bytes = [](std::span<unsigned char> bytes) {
        randombytes_buf(bytes.data(), bytes.size());
    };
    const DataKey key{random_bytes};
    NewFile file{folder / "practice.db", &key};
    file.db().exec("CREATE TABLE a (b); INSERT INTO a VALUES ('a marker that must not be read')");
    file.finish(write_keys({seal(key, Identity{random_bytes}, "U-0001", "horse", random_bytes)}));
    BOOST_TEST(folder.read("practice.db").find("marker") == std::string::npos);
    const auto db = open(folder / "practice.db", Mode::read, with("horse")).db;
    auto query = statement(*db, "SELECT b FROM a");
    BOOST_TEST(query.executeStep());
    BOOST_TEST(column_text(query, 0) == "a marker that must not be read");
    BOOST_TEST(code_of([&] {
                   open(folder / "practice.db", Mode::read, with("pony"));
               }) == "wrong_passphrase");
}

BOOST_AUTO_TEST_SUITE_END()
