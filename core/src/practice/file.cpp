// SPDX-License-Identifier: MIT
#include "practice/file.hpp"

#include "practice/key_file.hpp"
#include "practice/place.hpp"
#include "system/files.hpp"
#include "system/patient_lock.hpp"
#include "system/pending_file.hpp"

#include <praxis/error.hpp>

#include <boost/filesystem.hpp>
#include <sqlite3.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace praxis::practice {
namespace fs = boost::filesystem;

namespace {

/// The path with its folder resolved, so that O_NOFOLLOW refuses only a link in the last component.
std::string resolved(const std::string& path) {
    const auto parent = fs::path{path}.parent_path();
    boost::system::error_code error;
    const auto folder = fs::canonical(parent.empty() ? fs::path{"."} : parent, error);
    return error ? path : (folder / fs::path{path}.filename()).string();
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
    const auto keys = read_key_file(path);
    if (keys) {
        unlocked.emplace(unlock(keys->slots, keys->text));
    }
    const auto key_text = keys ? keys->text : "";
    const auto connect_now = [&] {
        const auto& name = is_uri(given_path) ? given_path : path;
        return connect(name, given_path, mode, unlocked ? &unlocked->key : nullptr);
    };
    try {
        try {
            return {connect_now(), std::move(unlocked), key_text};
        } catch (const SQLite::Exception& error) {
            if (error.getErrorCode() != SQLITE_NOTADB || !unlocked) {
                throw;
            }
            // The records may be getting a new key, or an interrupted command began that.
            const WriterLock writer_lock{lock_path(path)};
            if (!take_present_key(path, *unlocked)) {
                throw;
            }
            return {connect_now(), std::move(unlocked), key_text};
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

void encrypt_again(SQLite::Database& db, const std::string& path, const DataKey& key) {
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    set_other_key(db, key);
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
        secure(*db_);
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
