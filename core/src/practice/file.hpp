// SPDX-License-Identifier: MIT
/// The practice's database file: where it is, and the one function that opens it.
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

/// The file of a practice that is named by its path or by a URI ("file:/a/b.db?vfs=ceph").
std::string local_path(const std::string& practice);

/// "practice.db" and ".head" -> "practice.head": files that lie beside the practice.
std::string beside(const std::string& practice, const std::string& ending);
std::string keys_path(const std::string& path);
std::string lock_path(const std::string& path);

/// Opens a slot of the key file, by whatever the person has; called only for an encrypted practice.
/// `text` is the key file itself.
using Unlock = std::function<Unlocked(const std::vector<KeySlot>& slots, const std::string& text)>;

/// A practice that was opened.
struct Opened {
    std::unique_ptr<SQLite::Database> db;
    std::optional<Unlocked> unlocked; // of an encrypted practice
};

enum class Mode { read, write };

/// Opens the practice with every safety setting on: every connection in the program comes from
/// here. In Mode::read nothing can be written. It has a write-ahead log; where that cannot be
/// relied on (a network or FUSE file system, a URI) a rollback journal with synchronous=EXTRA
/// instead. errors  PracticeError practice_missing, wrong_passphrase, keys_missing, keys_damaged,
///         practice_damaged, encryption_unavailable, permissions
Opened open(const std::string& path, Mode mode, const Unlock& unlock);

/// The slots of the practice's key file with its text; nothing when nothing is encrypted.
/// errors  PracticeError keys_damaged, permissions, encryption_unavailable
struct KeyFile {
    std::string text;
    std::vector<KeySlot> slots;
};

std::optional<KeyFile> read_key_file(const std::string& path);

/// Writes the key file whole, or leaves the old one.
void write_key_file(const std::string& path, const std::vector<KeySlot>& slots);

/// Closing will not write the log into the file: both are evidence of what happened.
void leave_as_it_is(SQLite::Database& db);

/// Encrypts the records with a new data key, for everybody who has a slot. Interrupted at any
/// point, the practice opens with one key or the other.
/// errors  SQLite::Exception, PracticeError practice_storage
void change_key(
    SQLite::Database& db, const std::string& path, const FillRandom& fill_random, Unlocked& unlocked
);

/// A new practice in a file that nobody sees until it is whole.
class NewFile {
  public:
    /// Makes the folder when it is missing (owner-only) and an empty database beside `path`.
    /// errors  Refused when there is something at `path`; PracticeError
    NewFile(std::string path, const DataKey* key);
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile(); // removes what was not finished

    SQLite::Database& db() { return *db_; }

    /// Closes it, syncs it and gives it its name; `keys` is the text of the key file or empty.
    void finish(const std::string& keys);

  private:
    std::string path_;
    std::string unfinished_;
    std::unique_ptr<SQLite::Database> db_;
};

/// A fair queue in front of the writers: whoever holds it may begin a transaction. SQLite's own
/// waiting starves some of many writers.
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
