// SPDX-License-Identifier: MIT
/// Who opened the practice and with which key, and the changes of keys that wait for a commit.
#pragma once
#include "journal/journal.hpp"
#include "keys/keys.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>
#include <praxis/signature.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace praxis {

/// Changes of the key file are collected here. stage_key_file() writes them beside the former slots
/// before the records that belong to them are committed, and finish() completes them afterwards;
/// discard() forgets them when the command is rolled back.
class Keychain {
  public:
    explicit Keychain(practice::FillRandom fill_random) : fill_random_(std::move(fill_random)) {}

    /// `unlocked` opened the practice; nothing when the practice is not encrypted.
    void set_unlocked(std::optional<practice::Unlocked> unlocked);

    /// `user` ("U-0001") opened a practice without a key: a new one, a backup's, a test's.
    void set_opened_by(std::string user) { opened_by_ = std::move(user); }

    [[nodiscard]] const std::optional<practice::Unlocked>& unlocked() const { return unlocked_; }

    /// "U-0001", or the name of the recovery code's slot; empty when no key was needed.
    [[nodiscard]] const std::string& opened_by() const { return opened_by_; }

    /// Gives the person a key to sign with and, in an encrypted practice, a slot that the
    /// passphrase opens; the person's former ones are gone with the commit.
    void give_key(
        SQLite::Database& db,
        const std::string& path,
        UserId user,
        const std::optional<std::string>& passphrase,
        Instant now
    );

    /// The person's passphrase no longer opens the practice once this is committed.
    void take_key(const std::string& path, UserId user);

    /// The records get a new data key once this is committed.
    /// errors  Refused: the practice is not encrypted, or praxis did not make one of the slots
    void renew_data_key(SQLite::Database& db, const std::string& path);

    /// A new recovery code, valid instead of the old one once this is committed.
    /// errors  Refused: the practice is not encrypted
    std::string renew_recovery_code(SQLite::Database& db, const std::string& path, Instant now);

    /// errors  Refused when `signer` has not unlocked the practice; PracticeError practice_damaged
    ///         when a plain practice has lost the signer's key
    [[nodiscard]] Signature sign(SQLite::Database& db, UserId signer, std::string_view bytes) const;

    /// The key that signs a change set of `author`: that of the person, or the recovery code's, who
    /// opened the practice; without encryption the author's, or for nobody the first key. Nothing
    /// while nobody has a key.
    /// errors  PracticeError keys_damaged: the key that opened the practice is not one of its keys
    [[nodiscard]] std::optional<practice::SetKey>
    find_set_key(SQLite::Database& db, std::optional<UserId> author) const;

    /// At the begin of a transaction, under the writer lock: completes what an interrupted command
    /// left in the key file.
    void begin(SQLite::Database& db, const std::string& path);

    /// Before the commit of that change set: writes the slots of before and after it.
    void stage_key_file(const std::string& path, std::int64_t set);

    /// After the commit, under the writer lock: leaves the slots of after it, and encrypts the
    /// records with a new data key when one was asked for, now or by an interrupted command.
    /// errors  SQLite::Exception, Error: the next command that writes finishes it
    void finish(SQLite::Database& db, const std::string& path);

    /// After a rollback.
    void discard();

  private:
    std::vector<practice::KeySlot>& changed_slots(const std::string& path);
    void put_slot(const std::string& path, practice::KeySlot slot);
    void refuse_foreign_slots(SQLite::Database& db, const std::string& path) const;

    practice::FillRandom fill_random_;
    std::optional<practice::Unlocked> unlocked_;
    std::string opened_by_;
    std::optional<std::vector<practice::KeySlot>> changed_slots_;
    bool unfinished_ = false; // finish() has something to do
};

/// The key of one identity; nothing when it is not a key of the practice. The identity must outlive
/// the result.
std::optional<practice::SetKey>
find_set_key(SQLite::Database& db, const practice::Identity& identity);

} // namespace praxis
