// SPDX-License-Identifier: MIT
/// Opens what a backup needs a key for: the practice to copy, the key file inside a backup, and the
/// restored practice.
#pragma once
#include "backup/snapshot.hpp"
#include "backup/stream_key.hpp"
#include "practice/file.hpp"
#include "session/host_session.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace praxis::backup {

/// Asks for the passphrase on the first get(), and keeps the answer. The destructor wipes it.
class Passphrase {
  public:
    /// likely_user  whose slot is tried first; may be empty
    explicit Passphrase(std::function<std::string()> ask, std::string likely_user = {})
        : ask_(std::move(ask)), likely_user_(std::move(likely_user)) {}

    Passphrase(const Passphrase&) = delete;
    Passphrase& operator=(const Passphrase&) = delete;
    ~Passphrase();

    const std::string& get();

    [[nodiscard]] const std::string& likely_user() const { return likely_user_; }

  private:
    std::function<std::string()> ask_;
    std::string likely_user_;
    std::optional<std::string> given_;
};

/// A passphrase of the practice on the day of the backup.
/// errors  NeedsInput when no passphrase was given and praxis cannot ask
std::string backup_passphrase(HostSession& session);

/// The practice, open for reading, with the key that seals its backup. End `reading` when the
/// records are copied.
struct Live {
    std::unique_ptr<SQLite::Database> db;
    std::unique_ptr<ReadTransaction> reading;
    std::string keys; // text of practice.keys; empty: a plain practice
    std::optional<practice::Unlocked> unlocked;
};

/// A failed unlock is logged. When another window gives the records a new key meanwhile, it is
/// opened again with that one.
/// errors  those of practice::open
Live open_live(HostSession& session, const std::string& path);

/// The data key in the text of a key file; `backup` names the backup in messages. `known` is a user
/// who may open it, if the caller already has one.
/// errors  PracticeError backup_wrong_passphrase, backup_damaged
practice::DataKey data_key_of(
    const std::string& keys,
    Passphrase& passphrase,
    const std::string& backup,
    const practice::Unlocked* known = nullptr
);

/// A restored practice, open for reading; `known` as above.
/// errors  those of practice::open
std::unique_ptr<SQLite::Database> open_restored(
    const std::string& path, Passphrase& passphrase, const practice::Unlocked* known = nullptr
);

} // namespace praxis::backup
