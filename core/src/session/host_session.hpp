// SPDX-License-Identifier: MIT
/// The Session of a real command: the practice, the plugins, the configuration, the person.
#pragma once
#include "journal/journal.hpp"
#include "keys/keys.hpp"
#include "options/globals.hpp"
#include "plugins/platform.hpp"
#include "practice/file.hpp"
#include "practice/salvage.hpp"
#include "practice/table_guard.hpp"
#include "session/drafts.hpp"
#include "system/config.hpp"
#include "system/environment.hpp"

#include <praxis/error.hpp>
#include <praxis/session.hpp>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace praxis {

class HostSession final : public Session {
  public:
    HostSession(
        const Environment& environment,
        const command_line::Globals& globals,
        const Config& config,
        plugins::Platform& platform
    );
    ~HostSession() override;

    // What a command may use.
    SQLite::Database& db() override;
    const Practice& practice() override;
    const User& user() override;

    Instant now() const override { return seen_from_.value_or(now_); }

    const TimeZone& zone() override;
    ZonedTime civil_now() override;
    Date today() override;
    DateOrder date_order() const override;
    std::string setting(std::string_view path, std::string_view fallback) const override;

    void report(std::string note) override { notes_.push_back(std::move(note)); }

    void report_if(std::optional<std::string> note) {
        if (note) {
            report(std::move(*note));
        }
    }

    std::string read_text(const std::string& path) override;
    std::string edit_text(const EditRequest& request) override;
    std::string new_uuid() override;
    DisclosureId record_disclosure(const Disclosure& disclosure) override;
    Signature sign(std::string_view bytes) override;
    void log_access(const std::string& record) override;
    void begin_erasure(const Erasure& erasure) override;
    std::vector<ContributedFile> contributed_files(std::string_view point) override;

    // What the host and the core's own commands use besides.

    /// Where the practice is: --practice, PRAXIS_PRACTICE, the configuration, the XDG data folder.
    [[nodiscard]] std::string practice_path() const;

    /// Opens the practice, brings its tables up to date and, for writing, watches them.
    void open(practice::Mode mode);
    /// Uses an open database: a new practice, a backup's, or a test's. `opened_by` is whose key it
    /// was: "U-1".
    void adopt(SQLite::Database& db, const std::string& path, std::string opened_by = {});
    void close();

    /// Runs the missing migrations of the core and of every plugin that can be loaded.
    void migrate();

    /// From here on the command sees the practice as it is at one moment, whoever writes meanwhile.
    void begin_reading();

    /// The same as it was known at the end of that day ("2026-10-01"), out of the journal. To be
    /// rolled back: other writers wait as long.
    /// errors  UsageError when that is no day; Refused when the tables cannot hold what stood there
    void begin_as_of(const std::string& day);

    /// The day whose end is looked back to; nothing for today.
    [[nodiscard]] std::optional<Date> shown_day() const { return shown_day_; }

    /// Begins the transaction of a writing command, behind the writer lock, with its change set.
    void begin(const std::string& command);
    void commit();
    /// Watches the tables of plugins that are not loaded, too: for a command that changes rows
    /// whosesoever they are.
    void watch_everything();
    /// A copy of the practice beside it, under its name and that ending. Only in `prepare`.
    void copy_practice(const std::string& ending);
    /// Whether the transaction has changed a record or a table so far.
    [[nodiscard]] bool has_changes();
    void rollback();
    /// Tells the `after` listeners; what they throw becomes a note.
    void notify_after_listeners();

    /// Where what was typed in an editor and not stored still lies.
    [[nodiscard]] const std::vector<std::unique_ptr<Draft>>& drafts() const { return drafts_; }

    /// Makes the practice as it is the one that was saved, and writes down that somebody did.
    void accept_loss();

    /// Saves what can be read of the practice into a new one at that place.
    practice::Salvaged salvage(const std::string& path);

    void end_with(Exit exit) override { exit_ = exit; }

    [[nodiscard]] Exit exit() const { return exit_; }

    /// Appends the line of the log of looks for a command that read.
    void write_access_log(const std::string& command);

    // Keys; host_session_keys.cpp.

    /// Opens a slot: with the kernel's keyring, or else with a passphrase.
    practice::Unlocked unlock(const std::vector<practice::KeySlot>& slots, const std::string& text);

    /// What the open practice was unlocked with; nothing when it is not encrypted.
    [[nodiscard]] const std::optional<practice::Unlocked>& unlocked() const { return unlocked_; }

    /// Gives the person a key to sign with and, in an encrypted practice, a slot that the
    /// passphrase opens; the person's former ones are gone with the commit.
    void give_key(UserId user, const std::optional<std::string>& passphrase);
    /// The person's passphrase opens the practice no more, once this is committed.
    void take_key(UserId user);
    /// The records get a new data key, once this is committed.
    /// errors  Refused: not encrypted, or a slot in the key file is not one that praxis made
    void renew_data_key();
    /// A new recovery code, valid instead of the old one once this is committed.
    std::string renew_recovery_code();

    /// The first line of --passphrase-file, the output of PRAXIS_PASSPHRASE_COMMAND, or what is
    /// typed; `again` asks twice, for a new one.
    std::string passphrase(bool again);
    /// A new passphrase of somebody: from that file, or typed twice; nothing when it cannot be
    /// asked.
    std::optional<std::string> new_passphrase(const std::optional<std::string>& file);

    [[nodiscard]] bool can_ask() const;

    std::vector<std::string> take_notes() { return std::exchange(notes_, {}); }

    [[nodiscard]] const Environment& environment() const { return environment_; }

    [[nodiscard]] const command_line::Globals& globals() const { return globals_; }

    [[nodiscard]] const Config& config() const { return config_; }

    plugins::Platform& platform() { return platform_; }

    /// After the practice or its people were changed: read them again.
    void forget();

  protected:
    void* service(std::string_view id) override;
    void publish(std::string_view id, std::shared_ptr<const void> event) override;
    std::vector<const void*>
    contributions(std::string_view point, std::vector<Unavailable>& unavailable) override;

  private:
    void watch(const plugins::Loaded& plugin);
    void load_listeners(std::string_view event);
    void refuse_unreadable_listeners();
    void
    refuse_missing_listeners(std::string_view event, const std::vector<std::string>& remembered);

    struct Listening {
        std::string plugin;
        std::function<void(Session&, const void*)> listen;
    };

    std::vector<Listening> listeners_of(std::string_view event, When when);
    void report_once(const std::string& note);
    void open_file();
    void migrate(const practice::Schema& schema);
    void refuse_moved_file();
    void guard_writes(const std::string& plugin);
    void move_anchor(const practice::Head& head);
    void remove_drafts();
    bool goes_on_with(const LeftDraft& left, const EditRequest& request);
    std::optional<UserId> known_user();
    /// An entry of the log of looks that is none: something that was done with the practice itself.
    void write_access(const std::string& what);
    User load_user();
    [[nodiscard]] User
    whose_key(const std::vector<User>& active, const std::optional<std::string>& wanted) const;
    std::vector<practice::KeySlot>& slots_to_change();
    [[nodiscard]] std::string login() const;

    const Environment& environment_;
    const command_line::Globals& globals_;
    const Config& config_;
    plugins::Platform& platform_;
    Instant now_;
    std::optional<Date> shown_day_;    // --as-of
    std::optional<Instant> seen_from_; // what the command takes for now then

    std::unique_ptr<SQLite::Database> own_db_;
    SQLite::Database* db_ = nullptr;
    std::string path_;
    bool watching_ = false;
    std::int64_t schema_before_ = 0; // of the transaction
    bool lost_triggers_ = false;     // by a transaction that was rolled back
    std::unique_ptr<practice::WriterLock> writer_lock_;
    std::unique_ptr<practice::TableGuard> guard_; // for tests alone
    Exit exit_ = Exit::done;
    practice::ChangeAuthor author_;
    std::optional<practice::Unlocked> unlocked_;
    std::string opened_by_; // whose key opened it; empty: nobody's
    std::optional<std::vector<practice::KeySlot>> new_slots_; // to be written with the commit
    bool new_key_ = false;                                    // to be made with the commit
    std::vector<std::unique_ptr<Draft>> drafts_; // what was typed and is not stored yet
    std::vector<std::string> accessed_;
    std::optional<std::int64_t> erased_client_; // of the command that runs
    std::string erased_uuid_;

    std::optional<Practice> practice_;
    std::optional<User> user_;
    std::optional<TimeZone> zone_;
    std::vector<std::string> notes_;

    struct Published {
        std::string event;
        std::shared_ptr<const void> content;
    };

    std::vector<Published> published_;
};

/// The core's own commands reach the host through the session they are given.
HostSession& host_session(Session& session);

} // namespace praxis
