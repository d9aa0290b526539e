// SPDX-License-Identifier: MIT
// From the begin of a transaction to its commit, and what is written down about reading.
#include "journal/as_of.hpp"
#include "practice/access_log.hpp"
#include "practice/anchor.hpp"
#include "practice/erase.hpp"
#include "practice/own_files.hpp"
#include "session/host_session.hpp"

#include <praxis/error.hpp>
#include <praxis/records.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <sqlite3.h>

#include <algorithm>
#include <unistd.h>

namespace praxis {
namespace {

bool somebody_works_here(SQLite::Database& db) {
    return first_row(statement(db, "SELECT count(*) FROM core_user"), [](auto& query) {
               return column_number(query, 0);
           }).value_or(0) > 0;
}

std::int64_t schema_version(SQLite::Database& db) {
    return first_row(
               statement(db, "PRAGMA schema_version"),
               [](auto& query) { return column_number(query, 0); }
    ).value_or(0);
}

} // namespace

/// While it waited for its turn, a restore may have put another file in the place of this one.
void HostSession::refuse_moved_file() {
    int moved = 0;
    if (sqlite3_file_control(db_->getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) ==
            SQLITE_OK &&
        moved != 0) {
        throw PracticeError(
            "practice_replaced",
            "the practice was replaced while this command waited; nothing is stored",
            "try again"
        );
    }
}

void HostSession::begin_reading() {
    db_->exec("BEGIN");
}

void HostSession::begin_as_of(const std::string& text) {
    const auto day = parse_date(text, today(), Sense::past, date_order());
    if (day > today()) {
        throw UsageError("--as-of: " + day.iso() + " has not come yet");
    }
    writer_lock_ = std::make_unique<practice::WriterLock>(practice::lock_path(path_));
    refuse_moved_file();
    db_->exec("PRAGMA query_only = OFF");
    db_->exec("BEGIN IMMEDIATE");
    const auto midnight = zone().at(CivilTime{.date = day.plus_days(1)}).instant;
    if (practice::is_clock_out_of_order(*db_, midnight)) {
        report("a clock was wrong: some of what was done by then bears a later time, and is shown");
    }
    emit(RowsRestored{practice::turn_back(*db_, midnight)});
    shown_day_ = day;
    seen_from_ = std::min(now_, Instant{midnight - std::chrono::seconds{1}});
    published_.clear(); // nothing has happened that anybody is to be told of afterwards
    db_->exec("PRAGMA query_only = ON");
    report("as it was known at the end of " + day.iso());
}

void HostSession::begin(const std::string& command) {
    writer_lock_ = std::make_unique<practice::WriterLock>(practice::lock_path(path_));
    refuse_moved_file();
    db_->exec("BEGIN IMMEDIATE");
    std::optional<UserId> user;
    if (somebody_works_here(*db_)) {
        user = this->user().id;
    }
    author_ = {now_, user, login(), command};
    // The triggers of a plugin that was loaded inside a transaction went with it.
    if (std::exchange(lost_triggers_, false)) {
        for (const auto& plugin : platform_.loaded()) {
            watch(plugin);
        }
    }
    practice::begin_change_set(*db_);
    schema_before_ = schema_version(*db_);
    if (!environment_.strict_plugin.empty()) {
        guard_writes(environment_.strict_plugin);
    }
}

void HostSession::guard_writes(const std::string& plugin) {
    const auto* manifest = platform_.find(plugin);
    if (manifest == nullptr) {
        throw PluginError("the plugin '" + plugin + "' is not installed");
    }
    guard_ = std::make_unique<practice::TableGuard>(
        *db_, plugins::schema_of(*manifest), practice::TableGuard::Of::commands
    );
}

void HostSession::begin_erasure(const Erasure& erasure) {
    execute(
        db(),
        "INSERT INTO core_erasure (client, uuid, at, user, reason, done) VALUES (?, ?, ?, ?, ?, 0)",
        erasure.client,
        erasure.uuid,
        now_,
        user().id,
        erasure.reason
    );
    erased_client_ = erasure.client;
    erased_uuid_ = erasure.uuid;
}

void HostSession::commit() {
    guard_.reset();
    // Looks in between are part of the record, and so of the chain.
    practice::AccessTransfer views{*db_, path_, now_};
    if (erased_client_) {
        practice::erase_history(*db_, *erased_client_);
    }
    const auto head = practice::end_change_set(*db_, author_, environment_.fill_random);
    if (erased_client_) {
        practice::mark_rewrite(path_);
    }
    db_->exec("COMMIT");
    if (head) {
        move_anchor(*head);
    }
    views.done();
    remove_drafts();
    if (new_slots_) {
        practice::write_key_file(path_, *std::exchange(new_slots_, {}));
    }
    // It is saved, whether the log can be emptied now or by the next command: nobody waits for a
    // reader in another window.
    db_->tryExec("PRAGMA busy_timeout = 0");
    db_->tryExec("PRAGMA wal_checkpoint(TRUNCATE)");
    db_->tryExec("PRAGMA busy_timeout = 10000");
    if (std::exchange(new_key_, false)) {
        practice::change_key(*db_, path_, environment_.fill_random, *unlocked_);
    }
    if (std::exchange(erased_client_, {})) {
        report_if(remove_drafts_of(environment_, erased_uuid_));
        report_if(practice::rewrite(*db_, path_));
    }
    writer_lock_.reset();
}

/// The change is saved: an anchor that stays one behind is no reason to call it failed, and to have
/// it made twice.
void HostSession::move_anchor(const practice::Head& head) {
    try {
        practice::write_anchor(*db_, path_, head, now_);
    } catch (const Error& error) {
        report(
            std::string{"the change is saved, but its loss would not be noticed: "} + error.what()
        );
    }
}

void HostSession::remove_drafts() {
    for (const auto& draft : std::exchange(drafts_, {})) {
        draft->remove();
    }
}

void HostSession::write_access(const std::string& what) {
    execute(
        *db_,
        "INSERT INTO core_access (at, user, login, command, records, line)"
        " VALUES (?, ?, ?, ?, '', ?)",
        now_,
        author_.user,
        author_.login,
        what,
        new_uuid()
    );
}

void HostSession::accept_loss() {
    open_file();
    watching_ = true;
    watch(platform_.core());
    begin("doctor --accept-loss");
    write_access("loss accepted");
    commit();
    close();
}

void HostSession::watch_everything() {
    practice::watch_tables(*db_, {});
}

void HostSession::copy_practice(const std::string& ending) {
    const auto copy = practice::local_path(path_) + ending;
    db_->exec("PRAGMA query_only = OFF"); // which would keep VACUUM INTO from writing to the copy
    practice::copy_practice(*db_, copy);
    db_->exec("PRAGMA query_only = ON");
    report("the practice as it was is " + copy);
}

bool HostSession::has_changes() {
    return schema_version(*db_) != schema_before_ ||
           first_row(statement(*db_, "SELECT 1 FROM temp.journal_change LIMIT 1"), [](auto&) {
               return true;
           }).value_or(false);
}

practice::Salvaged HostSession::salvage(const std::string& path) {
    practice::refuse_own_file(path, practice_path());
    open_file();
    practice::NewFile fresh{path, unlocked_ ? &unlocked_->key : nullptr};
    auto salvaged = practice::salvage(*db_, fresh.db());
    practice::write_anchor(fresh.db(), path, practice::journal_head(fresh.db()), now_);
    const auto keys = practice::read_key_file(path_);
    fresh.finish(keys ? keys->text : "");
    close();
    return salvaged;
}

std::optional<UserId> HostSession::known_user() {
    try {
        return user().id;
    } catch (const NeedsInput&) {
        return std::nullopt; // several, or nobody yet: for reading, the login has to do
    }
}

void HostSession::write_access_log(const std::string& command) {
    practice::append_access(
        path_,
        practice::practice_secret(*db_, "access"),
        {now_, known_user(), login(), command, accessed_}
    );
}

void HostSession::log_access(const std::string& record) {
    constexpr std::size_t most = 100; // a list of everybody is one look, not thousands
    if (accessed_.size() < most &&
        std::find(accessed_.begin(), accessed_.end(), record) == accessed_.end()) {
        accessed_.push_back(record);
    }
}

std::string HostSession::login() const {
    return environment_.variable("USER").value_or("");
}

void HostSession::rollback() {
    guard_.reset();
    db_->tryExec("ROLLBACK");
    lost_triggers_ = true;
    new_slots_.reset();
    new_key_ = false;
    erased_client_.reset();
    writer_lock_.reset();
    published_.clear();
    forget();
}

} // namespace praxis
