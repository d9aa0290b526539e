// SPDX-License-Identifier: MIT
// The session's practice: opening, reading, changing.
#include "journal/as_of.hpp"
#include "journal/undo.hpp"
#include "practice/access_log.hpp"
#include "practice/anchor.hpp"
#include "practice/erase.hpp"
#include "practice/kept_copies.hpp"
#include "practice/key_file.hpp"
#include "practice/migrate.hpp"
#include "practice/own_files.hpp"
#include "practice/place.hpp"
#include "session/host_session.hpp"
#include "session/people.hpp"

#include <praxis/error.hpp>
#include <praxis/records.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <sqlite3.h>

#include <algorithm>
#include <stdexcept>

namespace praxis {
namespace {

bool has_users(SQLite::Database& db) {
    return first_row(statement(db, "SELECT count(*) FROM core_user"), [](auto& query) {
               return column_number(query, 0);
           }).value_or(0) > 0;
}

} // namespace

std::string HostSession::practice_path() const {
    if (globals_.practice) {
        return *globals_.practice;
    }
    if (const auto configured = config_.find("practice")) {
        return *configured;
    }
    return xdg_folder(environment_, "XDG_DATA_HOME", "/.local/share") + "/praxis/practice.db";
}

// Opening -----------------------------------------------------------------------------------------

void HostSession::open_file() {
    keychain_.set_unlocked(open_practice_.open(
        practice_path(), [this](const auto& slots, const auto& text) { return unlock(slots, text); }
    ));
    show_progress_of(db());
    refuse_fixed_clock();
}

/// A record with a chosen time would look like a true one.
void HostSession::refuse_fixed_clock() {
    if (!environment_.clock_is_fixed) {
        return;
    }
    try {
        if (!is_test_practice(db())) {
            throw UsageError(
                "PRAXIS_NOW is set, but " + practice_path() + " is not a test practice",
                "unset PRAXIS_NOW"
            );
        }
    } catch (const SQLite::Exception&) {
        return; // a damaged practice: the next statement that reads it says so
    }
}

void HostSession::open_once(practice::Mode mode) {
    const auto path = practice::local_path(practice_path());
    if (mode == practice::Mode::write && practice::is_on_read_only_medium(path)) {
        throw PracticeError(
            "practice_storage",
            "the practice " + path + " is on a read-only medium, so nothing can be changed",
            "copy its folder to another disk and use it there"
        );
    }
    open_file();
    open_practice_.check_anchor();
    if (auto message = practice::finish_rewrite(db(), open_practice_.path())) {
        report(std::move(*message));
    }
    migrate();
    if (mode == practice::Mode::read) {
        db().exec("PRAGMA query_only = ON");
    }
}

/// A command in another window may give the records a new key at any moment. What this connection
/// then reads looks damaged to it.
void HostSession::open(practice::Mode mode) {
    constexpr int most_tries = 5;
    for (int tries = 1;; ++tries) {
        try {
            open_once(mode);
            return;
        } catch (const std::exception&) {
            if (tries == most_tries || !open_practice_.has_other_keys()) {
                throw;
            }
        }
        close();
    }
}

bool HostSession::reopen_with_present_key(practice::Mode mode) {
    if (!open_practice_.has_other_keys()) {
        return false;
    }
    close();
    open(mode);
    return true;
}

std::optional<std::string> HostSession::open_to_examine() {
    try {
        open(practice::Mode::read);
        return std::nullopt;
    } catch (const PracticeError& error) {
        if (error.code() != "practice_altered") {
            throw;
        }
        db().exec("PRAGMA query_only = ON");
        return error.what();
    }
}

void HostSession::adopt(SQLite::Database& db, const std::string& path, std::string opened_by) {
    open_practice_.adopt(db, path);
    show_progress_of(db);
    keychain_.set_opened_by(std::move(opened_by));
}

/// Lets long statements refresh the line of progress().
void HostSession::show_progress_of(SQLite::Database& db) {
    constexpr int instructions = 100'000; // of SQLite's virtual machine: some milliseconds
    if (progress_.is_shown()) {
        const auto tick = [](void* progress) {
            static_cast<Progress*>(progress)->tick();
            return 0;
        };
        sqlite3_progress_handler(db.getHandle(), instructions, tick, &progress_);
    }
}

void HostSession::close() {
    open_practice_.close();
}

void HostSession::migrate() {
    const auto user = UserId::parse(keychain_.opened_by()); // nothing for the recovery code
    open_practice_.migrate(
        {now_, user, login(), {}},
        {environment_.fill_random,
         [this, user](SQLite::Database& db) { return keychain_.find_set_key(db, user); }}
    );
}

// Reading -----------------------------------------------------------------------------------------

void HostSession::begin_reading() {
    const auto begin_snapshot = [this] {
        db().exec("BEGIN");
        // SQLite takes its snapshot with the first reading.
        first_row(statement(db(), "SELECT 1 FROM sqlite_schema LIMIT 1"), [](auto&) { return 0; });
    };
    try {
        begin_snapshot();
    } catch (const SQLite::Exception&) {
        if (!reopen_with_present_key(practice::Mode::read)) {
            throw;
        }
        begin_snapshot();
    }
}

void HostSession::end_reading() {
    db().exec("ROLLBACK");
}

std::unique_ptr<LockedTransaction> HostSession::begin_as_of(const std::string& text) {
    const auto day = parse_date(text, today(), Sense::past, date_order());
    if (day > today()) {
        throw UsageError(
            "--as-of: " + day.iso() + " is in the future", "give today or an earlier day"
        );
    }
    const auto midnight = zone().at(CivilTime{.date = day.plus_days(1)}).instant;
    db().exec("PRAGMA query_only = OFF; PRAGMA foreign_keys = OFF"); // see turn_back()
    auto transaction = std::make_unique<LockedTransaction>(db(), open_practice_.path());
    if (practice::is_clock_out_of_order(db(), midnight)) {
        report(
            "a clock was wrong: some changes made by then carry a later time. praxis shows them as "
            "made by then"
        );
    }
    const auto last = practice::last_change_before(db(), midnight);
    emit(RowsRestoring{practice::rows_changed_after(db(), last), true});
    emit(RowsRestored{practice::turn_back(db(), last)});
    announcements_.discard(); // nothing has happened that a listener should hear of
    shown_day_ = day;
    viewed_from_ = std::min(now_, Instant{midnight - std::chrono::seconds{1}});
    db().exec("PRAGMA query_only = ON");
    report("the practice as it was known at the end of " + day.iso());
    return transaction;
}

void HostSession::write_access_log(const std::string& command) {
    append_to_log([&] {
        practice::append_access(
            open_practice_.path(),
            practice::practice_secret(db(), "access"),
            {now_, known_user(), login(), command, viewed_}
        );
    });
}

void HostSession::append_to_log(const std::function<void()>& append) {
    try {
        append();
    } catch (const PracticeError& error) {
        if (error.code() != practice::medium_unwritable) {
            throw;
        }
        report(std::string{"this access is not in the access log: "} + error.what());
    }
}

void HostSession::log_access(const std::string& record) {
    constexpr std::size_t most = 100; // a list of all clients is one view, not thousands
    if (viewed_.size() < most &&
        std::find(viewed_.begin(), viewed_.end(), record) == viewed_.end()) {
        viewed_.push_back(record);
    }
}

// Writing -----------------------------------------------------------------------------------------

practice::ChangeAuthor HostSession::author_of(const std::string& command) {
    const auto user_id = has_users(db()) ? std::optional{user().id} : std::nullopt;
    return {now_, user_id, login(), command};
}

std::unique_ptr<WriteTransaction> HostSession::make_transaction(const std::string& command) {
    return std::make_unique<WriteTransaction>(
        TransactionParts{
            .db = db(),
            .path = open_practice_.path(),
            .keychain = keychain_,
            .fill_random = environment_.fill_random,
            .now = now_,
            .report = [this](std::string message) { report(std::move(message)); },
            .end_session = [this](bool stored) { end_transaction(stored); }},
        [this, command] { return author_of(command); }
    );
}

std::unique_ptr<WriteTransaction> HostSession::begin(const std::string& command) {
    std::unique_ptr<WriteTransaction> transaction;
    try {
        transaction = make_transaction(command);
    } catch (const SQLite::Exception&) {
        if (!reopen_with_present_key(practice::Mode::write)) {
            throw;
        }
        transaction = make_transaction(command);
    }
    report_clock_behind();
    if (const auto& plugin = environment_.strict_plugin; !plugin.empty()) {
        const auto* manifest = platform_.find(plugin);
        if (manifest == nullptr) {
            throw PluginError("the plugin '" + plugin + "' is not installed");
        }
        transaction->guard_writes(plugins::schema_of(*manifest));
    }
    transaction_ = transaction.get();
    return transaction;
}

/// The times of records would no longer tell their order.
void HostSession::report_clock_behind() {
    constexpr auto slack = Minutes{2}; // clocks of two machines
    const auto last = first_row(
        statement(db(), "SELECT at FROM core_change_set ORDER BY change_set DESC LIMIT 1"),
        [](auto& query) { return column_instant(query, 0); }
    );
    if (last && *last > now_ + slack) {
        report(
            "this machine's clock is behind: the last change has the time " +
            zone().at(*last).civil().str() + ". Check the clock: timedatectl"
        );
    }
}

void HostSession::end_transaction(bool stored) {
    transaction_ = nullptr;
    if (stored) {
        return;
    }
    keychain_.discard();
    announcements_.discard();
    forget();
}

void HostSession::commit(WriteTransaction& transaction) {
    transaction.store();
    texts_.remove();
    if (const auto client = transaction.erased_client()) {
        if (auto message = remove_drafts_of(environment_, *client)) {
            report(std::move(*message));
        }
    }
    transaction.finish();
}

void HostSession::begin_erasure(const Erasure& erasure) {
    if (transaction_ == nullptr) {
        throw std::logic_error("only a command that writes may erase a client");
    }
    transaction_->begin_erasure(erasure, user().id);
    std::vector<std::string> copies;
    for (const auto& copy : practice::kept_copies(open_practice_.path())) {
        copies.push_back(copy.path + " (from " + copy.origin + ")");
    }
    if (!copies.empty()) {
        report(
            "praxis keeps copies of the practice that may still contain the record: " +
            join(copies, ", ") + ". Remove them: praxis doctor --remove-copies"
        );
    }
    progress("erasing the records", 0, 0);
}

void HostSession::copy_practice(const std::string& ending) {
    const auto copy = practice::local_path(open_practice_.path()) + ending;
    db().exec("PRAGMA query_only = OFF"); // it would forbid VACUUM INTO to write the copy
    practice::copy_practice(db(), copy);
    db().exec("PRAGMA query_only = ON");
    report("praxis keeps a copy of the practice from before: " + copy);
}

void HostSession::accept_loss() {
    open_file();
    {
        const auto transaction = begin("doctor --accept-loss");
        transaction->insert_access("loss accepted", new_uuid());
        commit(*transaction);
    }
    close();
}

practice::Salvaged HostSession::salvage(const std::string& path) {
    const std::string hint = "give another file: --salvage NEWFILE";
    practice::refuse_own_file(path, practice_path(), hint);
    practice::refuse_place(path, hint);
    open_file();
    practice::NewFile fresh{path, unlocked() ? &unlocked()->key : nullptr};
    progress("copying the readable rows", 0, 0);
    auto salvaged = practice::salvage(db(), fresh.db());
    practice::write_anchor(fresh.db(), path, practice::journal_head(fresh.db()), now_);
    const auto keys = practice::read_key_file(open_practice_.path());
    fresh.finish(keys ? keys->text : "");
    close();
    return salvaged;
}

} // namespace praxis
