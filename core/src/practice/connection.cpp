// SPDX-License-Identifier: MIT
#include "practice/connection.hpp"

#include "base/hex.hpp"
#include "system/file_system.hpp"

#include <praxis/error.hpp>
#include <praxis/search.hpp>

#include <boost/filesystem.hpp>
#include <sqlite3.h>

#include <cerrno>
#include <cstdint>
#include <dlfcn.h>
#include <string_view>
#include <unistd.h>

namespace praxis::practice {
namespace fs = boost::filesystem;

namespace {

constexpr int wait_milliseconds = 10000;

void set(sqlite3* handle, int option, int value) {
    if (sqlite3_db_config(handle, option, value, nullptr) != SQLITE_OK) {
        throw PracticeError("practice_storage", "the storage engine lacks a safety setting");
    }
}

/// Settings against a hostile database file (SQLite, "Defense Against The Dark Arts").
void defend(SQLite::Database& db) {
    auto* handle = db.getHandle();
    set(handle, SQLITE_DBCONFIG_DEFENSIVE, 1);
    set(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    set(handle, SQLITE_DBCONFIG_DQS_DML, 0);
    set(handle, SQLITE_DBCONFIG_DQS_DDL, 0);
    set(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1); // VACUUM INTO needs one
}

/// Runs PRAGMA key or rekey with the raw key, so that SQLCipher derives nothing.
void run_with_key(SQLite::Database& db, const char* name, const DataKey& key) {
    std::string pragma = std::string{"PRAGMA "} + name + " = \"x'" + to_hex(key.bytes()) + "'\"";
    db.exec(pragma);
    sodium_memzero(pragma.data(), pragma.size());
}

/// Keeps SQLCipher's libcrypto from reading a configuration file. OPENSSL_CONF could name a file
/// that loads any library into the process that holds the key. The function is found by name,
/// because only SQLCipher links libcrypto.
[[maybe_unused]] void disable_libcrypto_configuration() {
    constexpr std::uint64_t no_configuration = 0x80;   // OPENSSL_INIT_NO_LOAD_CONFIG
    constexpr std::uint64_t no_exit_handler = 0x80000; // OPENSSL_INIT_NO_ATEXIT
    using Initialise = int (*)(std::uint64_t, const void*);
    if (auto* found = ::dlsym(RTLD_DEFAULT, "OPENSSL_init_crypto")) {
        reinterpret_cast<Initialise>(found)(no_configuration | no_exit_handler, nullptr);
    }
}

void settle(SQLite::Database& db) {
    // temp_store: otherwise SQLCipher writes unencrypted sorted records to /tmp.
    db.exec("PRAGMA temp_store = MEMORY;"
            "PRAGMA synchronous = FULL;"
            "PRAGMA foreign_keys = ON;"
            "PRAGMA secure_delete = ON;"
            "PRAGMA cell_size_check = ON;"
            "PRAGMA mmap_size = 0;");
    add_search_functions(db); // views use them
}

bool has_shared_memory(const std::string& practice) {
    return !is_uri(practice) && !unsuited_for_wal(practice);
}

/// A write-ahead log needs shared memory and reliable locks. Without them praxis uses a rollback
/// journal and also syncs the folder: with FULL alone a saved change can be lost (SQLite, PRAGMA
/// synchronous).
void choose_log(SQLite::Database& db, const std::string& practice) {
    if (has_shared_memory(practice)) {
        SQLite::Statement query{db, "PRAGMA journal_mode = WAL"};
        if (query.executeStep() && query.getColumn(0).getString() == "wal") {
            return;
        }
    } else {
        db.exec("PRAGMA journal_mode = DELETE; PRAGMA locking_mode = NORMAL");
    }
    db.exec("PRAGMA synchronous = EXTRA");
}

/// Turns off SQLite's memory statistics, which take a lock on every allocation
/// (SQLITE_CONFIG_MEMSTATUS). This works only before SQLite's first use; later calls have no
/// effect.
void disable_memory_statistics() {
    [[maybe_unused]] static const int result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// The file as SQLite's URI, for which "%", "?" and "#" have a meaning.
std::string immutable_uri(const std::string& path) {
    const auto whole = fs::absolute(path).string();
    std::string uri{uri_scheme};
    for (const char letter : whole) {
        const bool is_special = letter == '%' || letter == '?' || letter == '#';
        uri +=
            is_special ? "%" + to_hex(std::span{as_bytes({&letter, 1}), 1}) : std::string{letter};
    }
    return uri + "?immutable=1";
}

/// On a read-only medium SQLite can neither lock nor write back a log, and nothing changes.
std::unique_ptr<SQLite::Database> connect_unwritable(const std::string& path) {
    boost::system::error_code error;
    if (fs::file_size(path + "-wal", error) > 0 && !error) {
        throw PracticeError(
            "practice_storage",
            "the last changes of " + path +
                " are in its log, which praxis can write back only on "
                "a medium that can be written",
            "copy the folder of the practice to another disk and use it there"
        );
    }
    return std::make_unique<SQLite::Database>(
        immutable_uri(path),
        SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI
    );
}

/// Open read-write also for reading: a read-only connection would leave its -wal and -shm files.
std::unique_ptr<SQLite::Database> connect_writable(const std::string& name) {
    return std::make_unique<SQLite::Database>(
        name,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX |
            (is_uri(name) ? SQLITE_OPEN_URI : 0),
        wait_milliseconds
    );
}

void refuse_other_database(SQLite::Database& db, const std::string& path) {
    SQLite::Statement query{db, "PRAGMA application_id"};
    query.executeStep();
    if (query.getColumn(0).getInt() != application_id) {
        throw PracticeError("practice_damaged", path + " is a database but not a practice");
    }
}

enum class SharedMemory { used, avoided };

std::unique_ptr<SQLite::Database> connect_once(
    const std::string& name,
    const std::string& given_path,
    Mode mode,
    const DataKey* key,
    SharedMemory memory
) {
    disable_memory_statistics();
    const bool is_fixed = !is_uri(name) && is_on_read_only_medium(name);
    auto db = is_fixed ? connect_unwritable(name) : connect_writable(name);
    if (key != nullptr) {
        set_key(*db, *key);
    }
    if (!is_fixed && memory == SharedMemory::avoided) {
        // Exclusive locking lets SQLite read an existing log without shared memory.
        db->exec("PRAGMA locking_mode = EXCLUSIVE");
    }
    secure(*db);
    refuse_other_database(*db, given_path);
    if (!is_fixed) {
        choose_log(*db, given_path);
    }
    if (mode == Mode::read || is_fixed) {
        db->exec("PRAGMA query_only = ON");
    }
    return db;
}

/// Whether the disk has no room for the file through which connections share memory.
bool has_no_room(const SQLite::Exception& error) {
    const auto code = error.getExtendedErrorCode();
    return error.getErrorCode() == SQLITE_FULL || code == SQLITE_IOERR_SHMSIZE ||
           code == SQLITE_IOERR_SHMOPEN || code == SQLITE_IOERR_SHMMAP;
}

} // namespace

bool is_uri(const std::string& practice) {
    return practice.starts_with(uri_scheme);
}

bool is_on_read_only_medium(const std::string& path) {
    return ::access(path.c_str(), W_OK) != 0 && errno == EROFS;
}

void set_key([[maybe_unused]] SQLite::Database& db, [[maybe_unused]] const DataKey& key) {
#if PRAXIS_ENCRYPTED
    disable_libcrypto_configuration();
    run_with_key(db, "key", key);
    // Keeps SQLCipher from writing to stderr; it works only after the key is set.
    db.exec("PRAGMA cipher_log_level = NONE");
    db.exec(std::string{"PRAGMA cipher_page_size = "} + page_bytes); // not stored in the file
#endif
}

void set_other_key(SQLite::Database& db, const DataKey& key) {
    run_with_key(db, "rekey", key);
}

void secure(SQLite::Database& db) {
    defend(db);
    settle(db);
}

std::unique_ptr<SQLite::Database>
connect(const std::string& name, const std::string& given_path, Mode mode, const DataKey* key) {
    const auto memory = has_shared_memory(given_path) ? SharedMemory::used : SharedMemory::avoided;
    try {
        return connect_once(name, given_path, mode, key, memory);
    } catch (const SQLite::Exception& error) {
        if (memory == SharedMemory::avoided || !has_no_room(error)) {
            throw;
        }
        return connect_once(name, given_path, mode, key, SharedMemory::avoided);
    }
}

void leave_as_it_is(SQLite::Database& db) {
    set(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
}

} // namespace praxis::practice
