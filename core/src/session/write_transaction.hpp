// SPDX-License-Identifier: MIT
/// A change to the practice, from its place in the queue of writers to the disk.
#pragma once
#include "journal/journal.hpp"
#include "journal/watch.hpp"
#include "practice/migrate.hpp"
#include "session/keychain.hpp"
#include "session/locked_transaction.hpp"

#include <praxis/session.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace praxis {

/// What a transaction works with. Database, path and keychain must outlive it.
struct TransactionParts {
    SQLite::Database& db;
    const std::string& path;
    Keychain& keychain;
    practice::FillRandom fill_random;
    Instant now;
    std::function<void(std::string)> report;      // a message for the person
    std::function<void(bool stored)> end_session; // called at the end: stored or rolled back
};

/// Order of a commit: the journal's change set is sealed inside the transaction, the key file gets
/// the slots of before and after, then COMMIT, then the anchor is synced (store()). Only after that
/// come the checkpoint, the rest of a change of keys and the rewriting after an erasure (finish()).
/// A process killed in between loses no change: the next command finishes the rest.
class WriteTransaction {
  public:
    /// Waits for the writer lock and begins. `author` is asked inside the transaction.
    WriteTransaction(TransactionParts parts, const std::function<practice::ChangeAuthor()>& author);
    WriteTransaction(const WriteTransaction&) = delete;
    WriteTransaction& operator=(const WriteTransaction&) = delete;
    ~WriteTransaction();

    /// From here on, statements may write the tables of that plugin only. For tests.
    void guard_writes(const practice::Schema& schema);

    /// This command erases a client. See Session::begin_erasure().
    void begin_erasure(const Erasure& erasure, UserId user);

    /// Adds a line to the access log for something done to the practice itself.
    void insert_access(const std::string& what, const std::string& uuid);

    /// Whether the transaction has changed a record or a table so far.
    [[nodiscard]] bool has_changes();

    /// The change is on the disk when the call returns.
    /// errors  SQLite::Exception, Error: nothing is stored
    void store();

    /// The UUID of the client that this transaction erased; nothing for any other command.
    [[nodiscard]] std::optional<std::string> erased_client() const;

    /// Key file, checkpoint, new data key, rewriting after an erasure. Then it releases the writer
    /// lock.
    void finish();

  private:
    void refuse_unwatched_tables();
    [[nodiscard]] practice::SetExtras extras();
    [[nodiscard]] practice::Sealing sealing();
    void commit(const std::optional<practice::Head>& head);
    void move_anchor(const practice::Head& head);
    void finish_keys();
    void checkpoint();

    TransactionParts parts_;
    std::optional<LockedTransaction> transaction_;
    practice::ChangeAuthor author_;
    practice::TableWatch watch_;
    std::optional<Erasure> erasure_;
    std::int64_t schema_before_ = 0;
    bool stored_ = false;
};

} // namespace praxis
