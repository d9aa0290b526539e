// SPDX-License-Identifier: MIT
/// The practice's database file: its paths, and the one function that opens it.
#pragma once
#include "keys/keys.hpp"

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
std::string keys_path(const std::string& path);
std::string lock_path(const std::string& path);

/// Opens a slot of the key file with the keyring, a passphrase or a recovery code. Called only for
/// an encrypted practice. `text` is the content of the key file.
using Unlock = std::function<Unlocked(const std::vector<KeySlot>& slots, const std::string& text)>;

/// An open practice.
struct Opened {
    std::unique_ptr<SQLite::Database> db;
    std::optional<Unlocked> unlocked; // for an encrypted practice
};

enum class Mode { read, write };

/// Opens the practice with all safety settings. Every connection to a practice comes from here. In
/// Mode::read nothing can be written. It uses a write-ahead log, or a rollback journal with
/// synchronous=EXTRA where a log is unreliable (a network or FUSE file system, a URI).
Opened open(const std::string& path, Mode mode, const Unlock& unlock);

/// The slots of the practice's key file and its text; nullopt for a plain practice.
/// errors  PracticeError keys_damaged, permissions, encryption_unavailable
struct KeyFile {
    std::string text;
    std::vector<KeySlot> slots;
};

std::optional<KeyFile> read_key_file(const std::string& path);

/// Replaces the key file atomically.
void write_key_file(const std::string& path, const std::vector<KeySlot>& slots);

/// Keeps the write-ahead log when the connection closes: the log and the file are evidence.
void leave_as_it_is(SQLite::Database& db);

/// Re-encrypts the records with a new data key for every user with a slot. After an interruption at
/// any point the practice opens with the old or the new key.
/// errors  SQLite::Exception, PracticeError practice_storage
void change_key(
    SQLite::Database& db, const std::string& path, const FillRandom& fill_random, Unlocked& unlocked
);

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
    explicit WriterLock(const std::string& path);
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;
    ~WriterLock();

  private:
    int file_ = -1;
};

} // namespace praxis::practice
