// SPDX-License-Identifier: MIT
/// How backups meet the keys of a practice: opening the practice to copy it, opening the key file
/// that a backup carries, opening what was restored.
#pragma once
#include "backup/stream_key.hpp"
#include "practice/file.hpp"
#include "session/host_session.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace praxis::backup {

/// Asks for a passphrase when it is first wanted, and never again. Wiped at the end.
class Passphrase {
  public:
    explicit Passphrase(std::function<std::string()> ask) : ask_(std::move(ask)) {}

    Passphrase(const Passphrase&) = delete;
    Passphrase& operator=(const Passphrase&) = delete;
    ~Passphrase();

    const std::string& get();

  private:
    std::function<std::string()> ask_;
    std::optional<std::string> given_;
};

/// The passphrase of a backup: a new one, or the one it was made with.
/// errors  NeedsInput when it is not to be had
std::string backup_passphrase(HostSession& session, bool is_new);

/// The practice, open for reading, with what seals its backup.
struct Live {
    std::unique_ptr<SQLite::Database> db;
    std::string keys; // text of practice.keys; empty: a plain practice
    std::optional<practice::DataKey> key;
    std::string opened_by; // whose key it was: "U-1"; empty: a plain practice
};

/// errors  those of practice::open
Live open_live(const std::string& path, Passphrase& passphrase);

/// The data key in the text of a key file; `backup` names the file that carries it in messages.
/// errors  PracticeError backup_wrong_passphrase, backup_damaged
practice::DataKey
data_key_of(const std::string& keys, Passphrase& passphrase, const std::string& backup);

/// A restored practice, open for reading.
/// errors  those of practice::open
std::unique_ptr<SQLite::Database> open_restored(const std::string& path, Passphrase& passphrase);

} // namespace praxis::backup
