// SPDX-License-Identifier: MIT
/// The Session of a real command. It holds the parts that a command needs (the open practice, the
/// keys, the events, edited texts) and answers a plugin's questions from them.
#pragma once
#include "options/globals.hpp"
#include "plugins/platform.hpp"
#include "practice/salvage.hpp"
#include "session/announcements.hpp"
#include "session/edited_texts.hpp"
#include "session/keychain.hpp"
#include "session/locked_transaction.hpp"
#include "session/open_practice.hpp"
#include "session/write_transaction.hpp"
#include "system/config.hpp"
#include "system/environment.hpp"
#include "system/progress.hpp"

#include <praxis/error.hpp>
#include <praxis/session.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
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
    HostSession(const HostSession&) = delete;
    HostSession& operator=(const HostSession&) = delete;
    ~HostSession() override;

    // What a command may use -----------------------------------------------------------------

    SQLite::Database& db() override { return open_practice_.db(); }

    const Practice& practice() override;
    const User& user() override;

    Instant now() const override { return viewed_from_.value_or(now_); }

    const TimeZone& zone() override;
    ZonedTime civil_now() override;
    Date today() override;
    DateOrder date_order() const override;
    std::string setting(std::string_view name) const override;

    /// The same message twice is shown once.
    void report(std::string message) override;

    std::string read_text(const std::string& path) override;
    std::string edit_text(const EditRequest& request) override;
    std::string new_uuid() override;
    DisclosureId record_disclosure(const Disclosure& disclosure) override;
    Signature sign(std::string_view bytes) override;
    void log_access(const std::string& record) override;
    void begin_erasure(const Erasure& erasure) override;
    std::vector<ContributedFile> contributed_files(std::string_view point) override;
    std::vector<std::string> contributed_names(std::string_view point) override;

    void end_with(Exit exit) override { exit_ = exit; }

    std::optional<std::string> ask(const std::string& question) override;

    void end_with_error(const Error& error) override { late_error_ = error; }

    /// The error with which the command ends after its result was shown.
    [[nodiscard]] const std::optional<Error>& late_error() const { return late_error_; }

    void progress(std::string_view what, std::uint64_t done, std::uint64_t total) override {
        progress_.set(what, done, total);
    }

    // The practice ----------------------------------------------------------------------------

    /// Where the practice is: --practice, PRAXIS_PRACTICE, the configuration, the XDG data folder.
    [[nodiscard]] std::string practice_path() const;

    /// Opens the practice, brings its tables up to date and, for writing, watches them.
    void open(practice::Mode mode);

    /// Opens the practice to examine it, also one that its anchor does not fit. Returns what does
    /// not fit; nothing when the practice is as praxis saved it.
    ///
    /// errors  as open(), but not PracticeError practice_altered
    std::optional<std::string> open_to_examine();

    /// Uses an open database: a new practice, a backup's, or a test's. `opened_by` names the person
    /// whose key opened it: "U-0001".
    void adopt(SQLite::Database& db, const std::string& path, std::string opened_by = {});
    void close();

    /// errors  UsageError: PRAXIS_NOW is set, and the open practice is a real one
    void refuse_fixed_clock();

    /// Runs the missing migrations of the core and of every plugin that can be loaded.
    void migrate();

    /// Forgets what was read of the practice and its people, after they were changed.
    void forget();

    // Reading ---------------------------------------------------------------------------------

    /// From here on the command sees the practice as it is at one moment, whoever writes meanwhile.
    void begin_reading();
    void end_reading();

    /// Turns the practice back to the end of that day ("2026-10-01"), out of the journal, until the
    /// transaction ends. Other writers wait as long.
    /// errors  UsageError when that is no day; Refused when today's tables cannot hold older
    /// records
    std::unique_ptr<LockedTransaction> begin_as_of(const std::string& day);

    /// The day of --as-of; nothing for today.
    [[nodiscard]] std::optional<Date> shown_day() const { return shown_day_; }

    /// Appends the line of the access log for a command that read records.
    void write_access_log(const std::string& command);

    // Writing ---------------------------------------------------------------------------------

    /// Begins the transaction of a writing command. Its end rolls back what commit() did not store.
    std::unique_ptr<WriteTransaction> begin(const std::string& command);

    [[nodiscard]] bool is_writing() const { return transaction_ != nullptr; }

    /// Stores the change, and removes the drafts that it came from.
    void commit(WriteTransaction& transaction);

    /// Calls the `after` listeners of the committed change.
    void notify_after_listeners() { announcements_.notify_after_listeners(); }

    /// A copy of the practice beside it, under its name and that ending. Only in `prepare`.
    void copy_practice(const std::string& ending);

    /// Accepts the practice as it is after a loss, and records that somebody did.
    void accept_loss();

    /// Saves what can be read of the practice into a new one at that place.
    practice::Salvaged salvage(const std::string& path);

    /// Files that hold what was typed in an editor and is not stored.
    [[nodiscard]] std::vector<std::string> unstored_texts() const { return texts_.paths(); }

    // Keys ------------------------------------------------------------------------------------

    /// Opens a slot: with the kernel's keyring, or with a passphrase. Failed tries are logged.
    practice::Unlocked unlock(const std::vector<practice::KeySlot>& slots, const std::string& text);

    /// What the open practice was unlocked with; nothing when it is not encrypted.
    [[nodiscard]] const std::optional<practice::Unlocked>& unlocked() const {
        return keychain_.unlocked();
    }

    // See Keychain: each takes effect with the commit.
    void give_key(UserId user, const std::optional<std::string>& passphrase);
    void take_key(UserId user);
    void renew_data_key();
    std::string renew_recovery_code();

    /// The first line of --passphrase-file, the output of PRAXIS_PASSPHRASE_COMMAND, or what is
    /// typed; `again` asks twice, for a new one.
    std::string passphrase(bool again);

    /// A new passphrase: from that file, or typed twice; nothing when nobody can be asked.
    std::optional<std::string> new_passphrase(const std::optional<std::string>& file);

    // The program around the command ------------------------------------------------------------

    [[nodiscard]] bool can_ask() const;

    /// Keeps the answer to the question which record an ambiguous name means.
    void choose(const std::string& name, std::string id) { chosen_[name] = std::move(id); }

    [[nodiscard]] std::optional<std::string> chosen_id(std::string_view name) const {
        const auto found = chosen_.find(name);
        return found == chosen_.end() ? std::nullopt : std::optional{found->second};
    }

    [[nodiscard]] Exit exit() const { return exit_; }

    std::vector<std::string> take_messages() { return std::exchange(messages_, {}); }

    /// A message with a secret that praxis shows only once: --quiet does not hide it.
    void report_secret(std::string message) { secrets_.push_back(std::move(message)); }

    std::vector<std::string> take_secrets() { return std::exchange(secrets_, {}); }

    [[nodiscard]] const Environment& environment() const { return environment_; }

    [[nodiscard]] const command_line::Globals& globals() const { return globals_; }

    [[nodiscard]] const Config& config() const { return config_; }

    plugins::Platform& platform() { return platform_; }

    /// Opens the practice again if the key file has changed. Returns whether it did: what failed
    /// may then be tried again.
    bool reopen_with_present_key(practice::Mode mode);

    /// Erases the line of progress() from the terminal, before other text.
    void clear_progress() { progress_.clear(); }

  protected:
    void* service(std::string_view id) override;
    void publish(std::string_view id, std::shared_ptr<const void> event) override;
    std::vector<const void*>
    contributions(std::string_view point, std::vector<Unavailable>& unavailable) override;
    std::vector<const void*>
    contributions_named(std::string_view point, std::string_view name) override;

  private:
    void open_file();
    void open_once(practice::Mode mode);
    std::unique_ptr<WriteTransaction> make_transaction(const std::string& command);
    void show_progress_of(SQLite::Database& db);
    practice::ChangeAuthor author_of(const std::string& command);
    void report_clock_behind();
    /// Runs `append`, which adds a line to the access log. On a read-only or full medium it reports
    /// that the line is missing: reading goes on.
    void append_to_log(const std::function<void()>& append);
    void end_transaction(bool stored);
    std::optional<UserId> known_user();
    User load_user();
    [[nodiscard]] User user_of_key(
        const std::vector<User>& active, const std::optional<std::string>& configured
    ) const;
    [[nodiscard]] std::string login() const;

    const Environment& environment_;
    std::optional<std::string> standard_input_; // a command that is prepared again reads it again
    const command_line::Globals& globals_;
    const Config& config_;
    plugins::Platform& platform_;
    Instant now_;
    std::optional<Date> shown_day_;      // --as-of
    std::optional<Instant> viewed_from_; // what the command takes for now then

    OpenPractice open_practice_;
    Keychain keychain_;
    Announcements announcements_;
    EditedTexts texts_;
    WriteTransaction* transaction_ = nullptr; // of the command that writes

    std::vector<std::string> viewed_; // ids for the access log
    std::optional<Practice> practice_;
    std::optional<User> user_;
    std::optional<TimeZone> zone_;
    std::vector<std::string> messages_;
    std::vector<std::string> secrets_;
    std::map<std::string, std::string, std::less<>> chosen_; // ids by the ambiguous name
    Progress progress_;
    Exit exit_ = Exit::done;
    std::optional<Error> late_error_;
};

/// The core's own commands reach the host through the session they are given.
HostSession& host_session(Session& session);

} // namespace praxis
