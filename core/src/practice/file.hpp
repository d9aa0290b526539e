// SPDX-License-Identifier: MIT
/// The practice's database file: where it is, and the one function that opens it.
#pragma once
#include "practice/keys.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace praxis::practice {

/// Whether this build can encrypt a practice, and with which library: "SQLCipher 4.6.1".
bool can_encrypt();
std::string storage_engine();

/// "practice.db" -> "practice.keys", "practice.lock": files that lie beside the practice.
std::string keys_path(const std::string& path);
std::string lock_path(const std::string& path);

/// Asks for the passphrase; called only for an encrypted practice.
using AskPassphrase = std::function<std::string()>;

enum class Mode { read, write };

/// Opens the practice as reliability.md 3.3 prescribes: every connection in the program comes from
/// here. In Mode::read nothing can be written.
/// errors  PracticeError practice_missing, wrong_passphrase, keys_missing, keys_damaged,
///         practice_damaged, encryption_unavailable, permissions
std::unique_ptr<SQLite::Database>
open(const std::string& path, Mode mode, const AskPassphrase& ask_passphrase);

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
class Turnstile {
  public:
    explicit Turnstile(const std::string& path);
    Turnstile(const Turnstile&) = delete;
    Turnstile& operator=(const Turnstile&) = delete;
    ~Turnstile();

  private:
    int file_ = -1;
};

} // namespace praxis::practice
