// SPDX-License-Identifier: MIT
#include "practice/file.hpp"

#include "files.hpp"

#include <praxis/error.hpp>

#include <boost/filesystem.hpp>
#include <sqlite3.h>

#include <cerrno>
#include <cstring>
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
constexpr std::size_t most_key_file_bytes = std::size_t{64} * 1024;

/// The path with its folder resolved, so that O_NOFOLLOW can refuse a link in the last place only.
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

/// reliability.md 3.3: a hostile database file must not run, write or pretend anything.
void defend(SQLite::Database& db) {
    auto* handle = db.getHandle();
    set(handle, SQLITE_DBCONFIG_DEFENSIVE, 1);
    set(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    set(handle, SQLITE_DBCONFIG_DQS_DML, 0);
    set(handle, SQLITE_DBCONFIG_DQS_DDL, 0);
    set(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1); // VACUUM INTO needs one
}

void set_key([[maybe_unused]] SQLite::Database& db, [[maybe_unused]] const DataKey& key) {
#if PRAXIS_ENCRYPTED
    std::string pragma = "PRAGMA key = \"x'" + key.hex() + "'\"";
    db.exec(pragma);
    sodium_memzero(pragma.data(), pragma.size());
    // Only after the key does this keep SQLCipher from writing to stderr itself.
    db.exec("PRAGMA cipher_log_level = NONE");
#endif
}

void settle(SQLite::Database& db) {
    // temp_store: SQLCipher would write sorted records to /tmp in the clear.
    db.exec("PRAGMA temp_store = MEMORY;"
            "PRAGMA synchronous = FULL;"
            "PRAGMA foreign_keys = ON;"
            "PRAGMA secure_delete = ON;"
            "PRAGMA cell_size_check = ON;"
            "PRAGMA mmap_size = 0;");
}

[[noreturn]] void cannot_open(const std::string& path, const SQLite::Exception& error) {
    switch (error.getErrorCode()) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        throw PracticeError(
            "practice_damaged",
            "the practice " + path + " is damaged, or is no practice",
            "keep the file as it is, and restore a backup beside it"
        );
    case SQLITE_BUSY:
        throw PracticeError(
            "practice_busy", "the practice " + path + " is in use by another program", "try again"
        );
    default:
        throw PracticeError(
            "practice_storage", "the practice " + path + " cannot be opened: " + error.what()
        );
    }
}

void check_permissions(const std::string& path) {
    struct stat status {};

    if (::stat(path.c_str(), &status) == 0 && (status.st_mode & 077U) != 0) {
        throw PracticeError(
            "permissions",
            path + " can be read or changed by other users of this machine",
            "chmod 600 " + path
        );
    }
}

void make_private_folder(const fs::path& folder) {
    boost::system::error_code error;
    if (folder.empty() || !fs::create_directories(folder, error)) {
        if (error) {
            throw PracticeError(
                "practice_storage",
                "the folder " + folder.string() + " cannot be made: " + error.message()
            );
        }
        return; // it was there: its owner has decided who may look in
    }
    fs::permissions(folder, fs::owner_all);
}

/// SQLite would make it readable for whomever the umask lets; its side files take its permissions.
void make_private_file(const std::string& path) {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        throw PracticeError("practice_storage", path + " cannot be made: " + std::strerror(errno));
    }
    ::close(file);
}

} // namespace

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

std::string keys_path(const std::string& path) {
    return fs::path{path}.replace_extension(".keys").string();
}

std::string lock_path(const std::string& path) {
    return fs::path{path}.replace_extension(".lock").string();
}

std::unique_ptr<SQLite::Database>
open(const std::string& given_path, Mode mode, const AskPassphrase& ask_passphrase) {
    const auto path = resolved(given_path);
    if (!fs::exists(path)) {
        throw PracticeError(
            "practice_missing",
            "there is no practice at " + given_path,
            "praxis init --name \"Name of your practice\""
        );
    }
    check_permissions(path);
    std::optional<DataKey> key;
    if (fs::exists(keys_path(path))) {
        check_permissions(keys_path(path));
        const auto text = read_whole_file(keys_path(path), most_key_file_bytes);
        const auto slots = read_keys(text, keys_path(path));
        if (!can_encrypt()) {
            throw PracticeError(
                "encryption_unavailable",
                "this practice is encrypted, and this praxis was built without encryption",
                "install a praxis that is built with SQLCipher"
            );
        }
        key.emplace(unseal(slots, ask_passphrase()));
    }
    try {
        // Read-write also for reading: a read-only connection would leave its -wal and -shm behind.
        auto db = std::make_unique<SQLite::Database>(
            path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, wait_milliseconds
        );
        if (key) {
            set_key(*db, *key);
        }
        defend(*db);
        settle(*db);
        SQLite::Statement query{*db, "PRAGMA application_id"};
        query.executeStep();
        if (query.getColumn(0).getInt() != application_id) {
            throw PracticeError("practice_damaged", path + " is a database, but no practice");
        }
        if (mode == Mode::read) {
            db->exec("PRAGMA query_only = ON");
        }
        return db;
    } catch (const SQLite::Exception& error) {
        if (error.getErrorCode() == SQLITE_NOTADB && !key) {
            throw PracticeError(
                "keys_missing",
                "the practice " + given_path + " is encrypted and its key file " +
                    keys_path(given_path) + " is missing, or the file is no practice",
                "put the key file from a backup beside it"
            );
        }
        cannot_open(given_path, error);
    }
}

NewFile::NewFile(std::string path, const DataKey* key) : path_(std::move(path)) {
    make_private_folder(fs::path{path_}.parent_path());
    path_ = resolved(path_);
    if (fs::exists(fs::symlink_status(path_)) || fs::exists(keys_path(path_))) {
        throw Refused(
            "there is a practice, or its key file, at " + path_ + " already",
            "praxis practice show, or give another place with --practice"
        );
    }
    unfinished_ = path_ + ".unfinished";
    fs::remove(unfinished_);
    make_private_file(unfinished_);
    try {
        db_ = std::make_unique<SQLite::Database>(
            unfinished_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW
        );
        if (key != nullptr) {
            set_key(*db_, *key);
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
        ::unlink(unfinished_.c_str());
    }
}

void NewFile::finish(const std::string& keys) {
    db_->exec("PRAGMA journal_mode = WAL");
    db_.reset();
    std::optional<PendingFile> key_file;
    if (!keys.empty()) {
        // The key first: records without a key would be lost, a key without records is nothing.
        key_file.emplace(keys_path(path_), keys, false);
        key_file->commit();
    }
    if (::renameat2(AT_FDCWD, unfinished_.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) !=
        0) {
        const int error = errno;
        if (!keys.empty()) {
            ::unlink(keys_path(path_).c_str());
        }
        throw PracticeError("practice_storage", path_ + " cannot be made: " + std::strerror(error));
    }
    unfinished_.clear();
    sync_folder(fs::path{path_}.parent_path().string());
}

Turnstile::Turnstile(const std::string& path)
    : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)) {
    if (file_ < 0) {
        throw PracticeError(
            "practice_storage", path + " cannot be opened: " + std::strerror(errno)
        );
    }
    while (::flock(file_, LOCK_EX) != 0) {
        if (errno != EINTR) {
            const int error = errno;
            ::close(file_);
            throw PracticeError(
                "practice_storage", path + " cannot be locked: " + std::strerror(error)
            );
        }
    }
}

Turnstile::~Turnstile() {
    ::close(file_);
}

} // namespace praxis::practice
