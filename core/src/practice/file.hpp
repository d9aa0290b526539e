// SPDX-License-Identifier: MIT
/// The practice's database file: its paths, and the one function that opens it.
#pragma once
#include "keys/keys.hpp"
#include "practice/connection.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace praxis::practice {

/// Whether this build can encrypt a practice, and with which library: "SQLCipher 4.6.1".
bool can_encrypt();
std::string storage_engine();

/// The file of a practice, given by its path or by a URI ("file:/a/b.db?vfs=ceph").
std::string local_path(const std::string& practice);

/// "practice.db" and ".head" -> "practice.head": a file beside the practice.
std::string beside(const std::string& practice, const std::string& ending);
std::string lock_path(const std::string& path);

/// Opens a slot of the key file with the keyring, a passphrase or a recovery code. Called only for
/// an encrypted practice. `text` is the content of the key file.
using Unlock = std::function<Unlocked(const std::vector<KeySlot>& slots, const std::string& text)>;

/// An open practice.
struct Opened {
    std::unique_ptr<SQLite::Database> db;
    std::optional<Unlocked> unlocked; // for an encrypted practice
    std::string key_text = {};        // the key file that `unlocked` is from
};

/// Opens the practice with all safety settings. Every connection to a practice comes from here. In
/// Mode::read nothing can be written. It uses a write-ahead log, or a rollback journal with
/// synchronous=EXTRA where a log is unreliable (a network or FUSE file system, a URI).
Opened open(const std::string& path, Mode mode, const Unlock& unlock);

/// Encrypts the records with another key. Nothing changes when it fails.
/// errors  SQLite::Exception
void encrypt_again(SQLite::Database& db, const std::string& path, const DataKey& key);

/// errors  PracticeError permissions: others can read or change the file
void refuse_open_permissions(const std::string& path);

/// A new practice in a temporary file that gets its name when it is complete.
class NewFile {
  public:
    /// Creates the folder if it is missing (owner-only) and an empty database beside `path`.
    /// errors  Refused if no practice can be made at `path` (refuse_place); PracticeError
    NewFile(std::string path, const DataKey* key);
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile(); // removes an unfinished file

    SQLite::Database& db() { return *db_; }

    /// Closes and syncs the file and gives it its name. `keys` is the text of the key file or
    /// empty.
    void finish(const std::string& keys);

  private:
    std::string path_;
    std::string unfinished_;
    std::unique_ptr<SQLite::Database> db_;
};

/// A fair queue for writers: the holder of the lock may start a transaction. SQLite's own waiting
/// can starve a writer.
class WriterLock {
  public:
    /// errors  PracticeError practice_busy: another command holds it too long; practice_storage
    explicit WriterLock(const std::string& path);

    /// Does not wait; nullptr when another command holds it.
    static std::unique_ptr<WriterLock> try_lock(const std::string& path);

    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;
    ~WriterLock();

  private:
    WriterLock() = default;

    int file_ = -1;
};

} // namespace praxis::practice
