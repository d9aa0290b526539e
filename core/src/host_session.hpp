// SPDX-License-Identifier: MIT
/// The Session of a real command: the practice, the plugins, the configuration, the person.
#pragma once
#include "config.hpp"
#include "plugins/platform.hpp"
#include "practice/file.hpp"
#include "surroundings.hpp"
#include "words/globals.hpp"

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
        const Surroundings& around,
        const words::Globals& globals,
        const Config& config,
        plugins::Platform& platform
    );
    ~HostSession() override;

    // What a command may use.
    SQLite::Database& db() override;
    const Practice& practice() override;
    const User& user() override;

    Instant now() const override { return now_; }

    const TimeZone& zone() override;
    ZonedTime civil_now() override;
    Date today() override;
    DateOrder date_order() const override;
    std::string setting(std::string_view path, std::string_view fallback) const override;

    void say(std::string note) override { notes_.push_back(std::move(note)); }

    std::string read_text(const std::string& path) override;
    std::string edit_text(
        const std::string& initial,
        const std::string& file_ending,
        const std::function<std::optional<std::string>(const std::string&)>& check
    ) override;
    std::string new_uuid() override;
    DisclosureId record_disclosure(const Disclosure& disclosure) override;
    std::vector<ContributedFile> contributed_files(std::string_view point) override;

    // What the host and the core's own commands use besides.

    /// Where the practice is: --practice, PRAXIS_PRACTICE, the configuration, the XDG data folder.
    [[nodiscard]] std::string practice_path() const;

    /// Opens the practice, brings its tables up to date and, for writing, watches them.
    void open(practice::Mode mode);
    /// Uses an open database: a new practice, or a test's.
    void adopt(SQLite::Database& db, const std::string& path);
    void close();

    /// Runs the missing migrations of the core and of every plugin that can be loaded.
    void migrate();

    /// Begins the transaction of a writing command, behind the turnstile, with its change set.
    void begin(const std::string& command);
    void commit();
    void rollback();
    /// Tells the `after` listeners; what they throw becomes a note.
    void tell_after_events();

    /// The first line of --passphrase-file, the output of PRAXIS_PASSPHRASE_COMMAND, or what is
    /// typed; `again` asks twice, for a new one.
    std::string passphrase(bool again);

    [[nodiscard]] bool can_ask() const;

    std::vector<std::string> take_notes() { return std::exchange(notes_, {}); }

    [[nodiscard]] const Surroundings& around() const { return around_; }

    [[nodiscard]] const words::Globals& globals() const { return globals_; }

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
    User load_user();

    const Surroundings& around_;
    const words::Globals& globals_;
    const Config& config_;
    plugins::Platform& platform_;
    Instant now_;

    std::unique_ptr<SQLite::Database> own_db_;
    SQLite::Database* db_ = nullptr;
    std::string path_;
    bool watching_ = false;
    std::unique_ptr<practice::Turnstile> turnstile_;
    std::optional<std::int64_t> change_set_;

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
