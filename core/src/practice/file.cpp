// SPDX-License-Identifier: MIT
#include "practice/file.hpp"

#include "base/hex.hpp"
#include "practice/key_file.hpp"
#include "practice/place.hpp"
#include "system/file_system.hpp"
#include "system/files.hpp"
#include "system/patient_lock.hpp"
#include "system/pending_file.hpp"

#include <praxis/error.hpp>
#include <praxis/search.hpp>

#include <boost/filesystem.hpp>
#include <sqlite3.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace praxis::practice {
namespace fs = boost::filesystem;

namespace {

constexpr int application_id = 0x50525831; // "PRX1"
constexpr int wait_milliseconds = 10000;
/// A note of 1.5 KB with its signature fills half a page of 4 KB, and the other half stays empty.
constexpr const char* page_bytes = "8192";

/// The path with its folder resolved, so that O_NOFOLLOW refuses only a link in the last component.
std::string resolved(const std::string& path) {
    const auto parent = fs::path{path}.parent_path();
    boost::system::error_code error;
    const auto folder = fs::canonical(parent.empty() ? fs::path{"."} : parent, error);
    return error ? path : (folder / fs::path{path}.filename()).string();
}

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

void set_key([[maybe_unused]] SQLite::Database& db, [[maybe_unused]] const DataKey& key) {
#if PRAXIS_ENCRYPTED
    disable_libcrypto_configuration();
    run_with_key(db, "key", key);
    // Keeps SQLCipher from writing to stderr; it works only after the key is set.
    db.exec("PRAGMA cipher_log_level = NONE");
    db.exec(std::string{"PRAGMA cipher_page_size = "} + page_bytes); // not stored in the file
#endif
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

constexpr std::string_view uri_scheme = "file:";

bool is_uri(const std::string& practice) {
    return practice.starts_with(uri_scheme);
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

[[noreturn]] void cannot_open(const std::string& path, const SQLite::Exception& error) {
    switch (error.getErrorCode()) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        throw PracticeError(
            "practice_damaged",
            "the practice " + path + " is damaged or is not a practice",
            "keep the file as it is and restore a backup beside it: praxis backup restore FILE "
            "--into PATH"
        );
    case SQLITE_BUSY:
        throw PracticeError(
            "practice_busy",
            "the practice " + path + " is in use by another program",
            "wait until it has finished, then run the command again"
        );
    default:
        throw PracticeError(
            "practice_storage", "the practice " + path + " cannot be opened: " + error.what()
        );
    }
}

void make_private_folder(const fs::path& folder) {
    boost::system::error_code error;
    if (folder.empty() || !fs::create_directories(folder, error)) {
        if (error) {
            throw PracticeError(
                "practice_storage",
                "the folder " + folder.string() + " cannot be created: " + error.message()
            );
        }
        return; // it existed: its owner chose its permissions
    }
    fs::permissions(folder, fs::owner_all);
}

/// Creates the file with 0600, because SQLite would use the umask. SQLite gives its side files the
/// same permissions.
void make_private_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        throw PracticeError(
            "practice_storage", path + " cannot be created: " + std::strerror(errno)
        );
    }
    ::close(file);
}

} // namespace

void refuse_open_permissions(const std::string& path) {
    struct stat status {};

    if (::stat(path.c_str(), &status) == 0 && (status.st_mode & 077U) != 0) {
        throw PracticeError(
            "permissions", path + " can be read or changed by other users", "chmod 600 " + path
        );
    }
}

bool can_encrypt() {
    return PRAXIS_ENCRYPTED != 0;
}

std::string storage_engine() {
#if PRAXIS_ENCRYPTED
    SQLite::Database db{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
    SQLite::Statement query{db, "PRAGMA cipher_version"};
    const std::string version = query.executeStep() ? query.getColumn(0).getString() : "";
    return "SQLCipher " + version.substr(0, version.find(' ')) + ", SQLite " + sqlite3_libversion();
#else
    return std::string{"SQLite "} + sqlite3_libversion();
#endif
}

std::string local_path(const std::string& practice) {
    if (!is_uri(practice)) {
        return practice;
    }
    auto path = practice.substr(uri_scheme.size());
    path = path.substr(0, path.find('?'));
    if (path.starts_with("//")) {
        const auto slash = path.find('/', 2); // after the authority, which is empty or localhost
        path = slash == std::string::npos ? "" : path.substr(slash);
    }
    return path;
}

std::string beside(const std::string& practice, const std::string& ending) {
    return fs::path{local_path(practice)}.replace_extension(ending).string();
}

std::string lock_path(const std::string& path) {
    return beside(path, ".lock");
}

namespace {

/// Turns off SQLite's memory statistics, which take a lock on every allocation
/// (SQLITE_CONFIG_MEMSTATUS). This works only before SQLite's first use; later calls have no
/// effect.
void disable_memory_statistics() {
    [[maybe_unused]] static const int result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

std::unique_ptr<SQLite::Database>
connect(const std::string& name, const std::string& given_path, Mode mode, const DataKey* key) {
    disable_memory_statistics();
    // Open read-write also for reading: a read-only connection would leave its -wal and -shm files.
    auto db = std::make_unique<SQLite::Database>(
        name,
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX |
            (is_uri(name) ? SQLITE_OPEN_URI : 0),
        wait_milliseconds
    );
    if (key != nullptr) {
        set_key(*db, *key);
    }
    if (!has_shared_memory(given_path)) {
        // Exclusive locking lets SQLite read an existing log without shared memory.
        db->exec("PRAGMA locking_mode = EXCLUSIVE");
    }
    defend(*db);
    settle(*db);
    SQLite::Statement query{*db, "PRAGMA application_id"};
    query.executeStep();
    if (query.getColumn(0).getInt() != application_id) {
        throw PracticeError("practice_damaged", given_path + " is a database but not a practice");
    }
    query.reset();
    choose_log(*db, given_path);
    if (mode == Mode::read) {
        db->exec("PRAGMA query_only = ON");
    }
    return db;
}

} // namespace

Opened open(const std::string& given_path, Mode mode, const Unlock& unlock) {
    const auto path = resolved(local_path(given_path));
    if (!fs::exists(path)) {
        throw PracticeError(
            "practice_missing",
            "there is no practice at " + given_path,
            "praxis init --name \"Name of your practice\""
        );
    }
    refuse_open_permissions(path);
    std::optional<Unlocked> unlocked;
    if (const auto keys = read_key_file(path)) {
        unlocked.emplace(unlock(keys->slots, keys->text));
    }
    const auto connect_now = [&] {
        const auto& name = is_uri(given_path) ? given_path : path;
        return connect(name, given_path, mode, unlocked ? &unlocked->key : nullptr);
    };
    try {
        try {
            return {connect_now(), std::move(unlocked)};
        } catch (const SQLite::Exception& error) {
            if (error.getErrorCode() != SQLITE_NOTADB || !unlocked) {
                throw;
            }
            // The records may be getting a new key, or an interrupted command began that.
            const WriterLock writer_lock{lock_path(path)};
            if (!take_present_key(path, *unlocked)) {
                throw;
            }
            return {connect_now(), std::move(unlocked)};
        }
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_NOTADB && !unlocked) {
            throw PracticeError(
                "keys_missing",
                "the practice " + given_path + " has lost its key file " + keys_path(given_path) +
                    ", or is not a practice",
                "restore a backup elsewhere and copy its key file: praxis backup restore FILE "
                "--into PATH"
            );
        }
        cannot_open(given_path, error);
    }
}

void leave_as_it_is(SQLite::Database& db) {
    set(db.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
}

void encrypt_again(SQLite::Database& db, const std::string& path, const DataKey& key) {
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    run_with_key(db, "rekey", key);
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    connect(path, path, Mode::read, &key); // throws when the pragma failed in silence
}

NewFile::NewFile(std::string path, const DataKey* key) : path_(std::move(path)) {
    make_private_folder(fs::path{path_}.parent_path());
    path_ = resolved(path_);
    unfinished_ = unfinished_path(path_);
    refuse_place(path_, "choose another place");
    remove_unfinished_practice(path_);
    make_private_file(unfinished_);
    try {
        db_ = std::make_unique<SQLite::Database>(
            unfinished_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW
        );
        if (key != nullptr) {
            set_key(*db_, *key);
        } else {
            db_->exec(std::string{"PRAGMA page_size = "} + page_bytes);
        }
        defend(*db_);
        settle(*db_);
        db_->exec("PRAGMA application_id = " + std::to_string(application_id));
    } catch (const SQLite::Exception& error) {
        cannot_open(path_, error);
    }
}

NewFile::~NewFile() {
    db_.reset();
    if (!unfinished_.empty()) {
        // The anchor was missing before, and without a practice it would only keep the place taken.
        boost::system::error_code error;
        if (!fs::exists(fs::symlink_status(path_, error))) {
            ::unlink(beside(path_, ".head").c_str());
        }
        ::unlink(unfinished_.c_str());
    }
}

void NewFile::finish(const std::string& keys) {
    db_->exec("PRAGMA journal_mode = WAL");
    db_.reset();
    std::optional<PendingFile> key_file;
    if (!keys.empty()) {
        // The key file first: records without a key are lost, a key without records does no harm.
        key_file.emplace(keys_path(path_), keys, false);
        key_file->commit();
    }
    if (const int error = rename_to_free_name(unfinished_, path_); error != 0) {
        if (!keys.empty()) {
            ::unlink(keys_path(path_).c_str());
        }
        throw PracticeError(
            "practice_storage", path_ + " cannot be created: " + std::strerror(error)
        );
    }
    unfinished_.clear();
    sync_folder(fs::path{path_}.parent_path().string());
}

namespace {

int open_lock_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) {
        throw PracticeError(
            "practice_storage", path + " cannot be opened: " + std::strerror(errno)
        );
    }
    return file;
}

} // namespace

WriterLock::WriterLock(const std::string& path) : file_(open_lock_file(path)) {
    try {
        lock_patiently(file_, path);
    } catch (...) {
        ::close(file_);
        throw;
    }
}

std::unique_ptr<WriterLock> WriterLock::try_lock(const std::string& path) {
    std::unique_ptr<WriterLock> lock{new WriterLock};
    lock->file_ = open_lock_file(path);
    return ::flock(lock->file_, LOCK_EX | LOCK_NB) == 0 ? std::move(lock) : nullptr;
}

WriterLock::~WriterLock() {
    ::close(file_);
}

} // namespace praxis::practice
