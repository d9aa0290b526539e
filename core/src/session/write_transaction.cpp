// SPDX-License-Identifier: MIT
#include "session/write_transaction.hpp"

#include "practice/access_log.hpp"
#include "practice/anchor.hpp"
#include "practice/erase.hpp"
#include "practice/table_guard.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <stdexcept>
#include <utility>

namespace praxis {
namespace {

std::int64_t schema_version(SQLite::Database& db) {
    return first_row(
               statement(db, "PRAGMA schema_version"),
               [](auto& query) { return column_number(query, 0); }
    ).value_or(0);
}

} // namespace

WriteTransaction::WriteTransaction(
    TransactionParts parts, const std::function<practice::ChangeAuthor()>& author
)
    : parts_(std::move(parts)), watch_(parts_.db) {
    transaction_.emplace(parts_.db, parts_.path);
    practice::complete_anchor(parts_.db, parts_.path, parts_.now);
    parts_.keychain.begin(parts_.db, parts_.path);
    author_ = author();
    practice::begin_change_set(parts_.db);
    schema_before_ = schema_version(parts_.db);
}

WriteTransaction::~WriteTransaction() {
    transaction_.reset();
    parts_.end_session(stored_);
}

void WriteTransaction::guard_writes(const practice::Schema& schema) {
    watch_.restrict_to([owners = practice::table_owners(parts_.db, schema),
                        plugin = schema.plugin](const std::string& table) {
        const auto owner = practice::owner_of(owners, table);
        // SQLite itself counts in sqlite_sequence.
        return owner == plugin || owner == "core" || table.starts_with("sqlite_");
    });
}

void WriteTransaction::begin_erasure(const Erasure& erasure, UserId user) {
    execute(
        parts_.db,
        "INSERT INTO core_erasure (client, uuid, at, user, reason, done) VALUES (?, ?, ?, ?, ?, 0)",
        erasure.client,
        StoredBytes{erasure.uuid},
        parts_.now,
        user,
        erasure.reason
    );
    execute(parts_.db, "DELETE FROM core_attachment WHERE client = ?", erasure.client);
    erasure_ = erasure;
}

void WriteTransaction::insert_access(const std::string& what, const std::string& uuid) {
    execute(
        parts_.db,
        "INSERT INTO core_access (at, user, login, command, records, line)"
        " VALUES (?, ?, ?, ?, '', ?)",
        parts_.now,
        author_.user,
        author_.login,
        what,
        StoredBytes{uuid}
    );
}

bool WriteTransaction::has_changes() {
    return schema_version(parts_.db) != schema_before_ || practice::has_steps(parts_.db);
}

/// A statement that was not made with praxis::prepare() wrote a record, so the journal may lack it.
void WriteTransaction::refuse_unwatched_tables() {
    const auto tables = watch_.unwatched_tables();
    if (!tables.empty()) {
        throw std::logic_error(
            "a statement wrote " + join(tables, ", ") +
            " without the journal; praxis::execute() and statement() write with it"
        );
    }
}

practice::SetExtras WriteTransaction::extras() {
    practice::SetExtras extras;
    extras.seals_schema = schema_version(parts_.db) != schema_before_;
    if (erasure_) {
        extras.erased_client = erasure_->client;
    }
    return extras;
}

practice::Sealing WriteTransaction::sealing() {
    return {parts_.fill_random, [this](SQLite::Database& db) {
                return parts_.keychain.find_set_key(db, author_.user);
            }};
}

void WriteTransaction::store() {
    // What others viewed in the meantime is part of the record, and so of the chain.
    practice::AccessTransfer views{parts_.db, parts_.path, parts_.now};
    if (erasure_) {
        practice::finish_erasure(parts_.db, erasure_->client);
    }
    refuse_unwatched_tables();
    const auto head = practice::end_change_set(parts_.db, author_, sealing(), extras());
    if (erasure_) {
        practice::mark_rewrite(parts_.path);
    }
    commit(head);
    stored_ = true;
    if (head) {
        move_anchor(*head);
    }
    views.done();
}

/// The key file has the slots of before and after while the change is committed, so that neither a
/// failure nor a kill leaves a person without a key.
void WriteTransaction::commit(const std::optional<practice::Head>& head) {
    const auto last = head ? *head : practice::journal_head(parts_.db);
    parts_.keychain.stage_key_file(parts_.path, last.change_set);
    transaction_->commit();
}

/// The change is saved. An anchor that stays one behind is no reason to call the command failed:
/// the person would repeat it.
void WriteTransaction::move_anchor(const practice::Head& head) {
    try {
        practice::write_anchor(parts_.db, parts_.path, head, parts_.now);
    } catch (const Error& error) {
        parts_.report(
            std::string{
                "praxis saved the change but could not update the anchor, so a later loss of "
                "this change would go unnoticed: "} +
            error.what()
        );
    }
}

std::optional<std::string> WriteTransaction::erased_client() const {
    return erasure_ ? std::optional{erasure_->uuid} : std::nullopt;
}

void WriteTransaction::finish() {
    checkpoint();
    finish_keys();
    if (erasure_) {
        if (auto message = practice::rewrite(parts_.db, parts_.path)) {
            parts_.report(std::move(*message));
        }
    }
    transaction_.reset(); // the next writer may begin
}

/// The change is saved. What fails here, the next command that writes finishes.
void WriteTransaction::finish_keys() {
    try {
        parts_.keychain.finish(parts_.db, parts_.path);
    } catch (const std::exception& error) {
        parts_.report(
            std::string{"praxis saved the change, but the former passphrase or data key is still "
                        "valid: "} +
            error.what() + ". The next command that changes a record finishes this."
        );
    }
}

/// The change is saved whether this command or a later one empties the log, so nobody waits for a
/// reader in another window.
void WriteTransaction::checkpoint() {
    parts_.db.tryExec("PRAGMA busy_timeout = 0");
    parts_.db.tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
    parts_.db.tryExec("PRAGMA busy_timeout = 10000");
}

} // namespace praxis
