// SPDX-License-Identifier: MIT
#include "session/host_session.hpp"

#include "practice/anchor.hpp"
#include "practice/erase.hpp"
#include "practice/swap.hpp"
#include "session/editor.hpp"
#include "session/people.hpp"
#include "system/files.hpp"
#include "system/uuid.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>

namespace praxis {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_input_bytes = std::size_t{8} * 1024 * 1024;

/// Zone of the machine: TZ, or where /etc/localtime points.
std::string machine_zone(const Environment& environment) {
    if (const auto zone = environment.variable("TZ");
        zone && !zone->empty() && TimeZone::exists(*zone)) {
        return *zone;
    }
    boost::system::error_code error;
    const auto target = fs::read_symlink("/etc/localtime", error).string();
    constexpr std::string_view folder = "zoneinfo/";
    const auto begin = target.find(folder);
    if (!error && begin != std::string::npos) {
        auto zone = target.substr(begin + folder.size());
        if (TimeZone::exists(zone)) {
            return zone;
        }
    }
    return "UTC";
}

bool answers_to(const User& user, const std::string& words) {
    return UserId::parse(words) == user.id || fold(words) == fold(user.name);
}

} // namespace

HostSession::HostSession(
    const Environment& environment,
    const command_line::Globals& globals,
    const Config& config,
    plugins::Platform& platform
)
    : environment_(environment)
    , globals_(globals)
    , config_(config)
    , platform_(platform)
    , now_(environment.now()) {
    platform_.on_load = [this](plugins::Loaded& plugin) { watch(plugin); };
}

HostSession::~HostSession() {
    platform_.on_load = nullptr;
}

// --- the practice -----------------------------------------------------------------------------

std::string HostSession::practice_path() const {
    if (globals_.practice) {
        return *globals_.practice;
    }
    if (const auto configured = config_.find("practice")) {
        return *configured;
    }
    return xdg_folder(environment_, "XDG_DATA_HOME", "/.local/share") + "/praxis/practice.db";
}

void HostSession::open_file() {
    path_ = practice_path();
    backup::finish_swap(practice::local_path(path_));
    auto opened =
        practice::open(path_, practice::Mode::write, [this](const auto& slots, const auto& text) {
            return unlock(slots, text);
        });
    own_db_ = std::move(opened.db);
    unlocked_ = std::move(opened.unlocked);
    opened_by_ = unlocked_ ? unlocked_->user : "";
    db_ = own_db_.get();
}

void HostSession::open(practice::Mode mode) {
    open_file();
    practice::is_pending(*db_, platform_.core().schema); // a newer one is refused as that
    try {
        practice::check_anchor(*db_, path_);
    } catch (const PracticeError&) {
        practice::leave_as_it_is(*db_);
        throw;
    }
    report_if(practice::finish_rewrite(*db_, path_));
    migrate();
    if (mode == practice::Mode::read) {
        db_->exec("PRAGMA query_only = ON");
        return;
    }
    watching_ = true;
    for (const auto& plugin : platform_.loaded()) {
        watch(plugin);
    }
}

void HostSession::adopt(SQLite::Database& db, const std::string& path, std::string opened_by) {
    db_ = &db;
    path_ = path;
    opened_by_ = std::move(opened_by);
}

void HostSession::close() {
    if (own_db_) {
        // The last one out checkpoints and removes the write-ahead log.
        own_db_.reset();
    }
    db_ = nullptr;
    watching_ = false;
}

void HostSession::migrate(const practice::Schema& schema) {
    practice::migrate(
        *db_, path_, schema, {now_, std::nullopt, login(), {}}, environment_.fill_random
    );
}

void HostSession::migrate() {
    if (practice::is_pending(*db_, platform_.core().schema)) {
        migrate(platform_.core().schema);
    }
    const auto applied = practice::applied_schemas(*db_);
    const auto step_of = [&applied](const std::string& plugin) {
        const auto found = applied.find(plugin);
        return found == applied.end() ? 0 : found->second;
    };
    for (const auto& manifest : platform_.manifests()) {
        if (manifest.schema <= step_of(manifest.name)) {
            continue;
        }
        try {
            platform_.load(manifest.name);
        } catch (const PluginError&) {
            // Costs only its own commands, and those say what is wrong with it.
            continue;
        }
    }
    for (auto& plugin : platform_.loaded()) {
        const auto& schema = plugin.schema;
        if (schema.number() != step_of(schema.plugin) && practice::is_pending(*db_, schema)) {
            migrate(schema);
        }
    }
}

void HostSession::watch(const plugins::Loaded& plugin) {
    if (watching_) {
        practice::watch_tables(*db_, {plugin.manifest.table_prefix});
    }
}

void HostSession::forget() {
    practice_.reset();
    user_.reset();
    zone_.reset();
}

SQLite::Database& HostSession::db() {
    if (db_ == nullptr) {
        throw std::logic_error("this command declared that it needs no practice");
    }
    return *db_;
}

const Practice& HostSession::practice() {
    if (!practice_) {
        practice_ = first_row(
            statement(
                db(),
                "SELECT uuid, name, address, phone, email, website, time_zone, jurisdiction"
                " FROM core_practice"
            ),
            [](auto& query) {
                return Practice{
                    column_text(query, 0),
                    column_text(query, 1),
                    column_text(query, 2),
                    column_text(query, 3),
                    column_text(query, 4),
                    column_text(query, 5),
                    column_text(query, 6),
                    column_text(query, 7)};
            }
        );
        if (!practice_) {
            throw PracticeError("practice_damaged", "the practice has lost its name and zone");
        }
    }
    return *practice_;
}

User HostSession::load_user() {
    auto users = all_users(db());
    std::erase_if(users, [](const User& user) { return !user.active; });
    const auto wanted = config_.find("user");
    if (!opened_by_.empty() && opened_by_ != practice::recovery_user) {
        return whose_key(users, wanted);
    }
    if (!wanted && users.size() == 1) {
        return users.front();
    }
    for (const auto& user : users) {
        if (wanted && answers_to(user, *wanted)) {
            return user;
        }
    }
    if (wanted) {
        throw NotFound(
            "nobody who works here answers to '" + visible(*wanted) + "'",
            "praxis user list, then set PRAXIS_USER or `user` in the configuration"
        );
    }
    throw NeedsInput(
        users.empty() ? "nobody works in this practice yet"
                      : "several people work here: say who you are",
        users.empty()
            ? "praxis user add --name \"Your name\""
            : "set PRAXIS_USER, or `user` in the configuration, to one of praxis user list"
    );
}

/// Whoever's passphrase it was is at the keyboard, whatever the configuration says.
User HostSession::whose_key(
    const std::vector<User>& active, const std::optional<std::string>& wanted
) const {
    for (const auto& user : active) {
        if (user.id.str() != opened_by_) {
            continue;
        }
        if (wanted && !answers_to(user, *wanted)) {
            throw Refused(
                "the practice was opened with the passphrase of " + user.id.str() +
                    ", and you are said to be '" + visible(*wanted) + "'",
                "give that person's passphrase, or unset PRAXIS_USER"
            );
        }
        return user;
    }
    throw PracticeError(
        "wrong_passphrase", opened_by_ + " does not work in this practice (any more)"
    );
}

const User& HostSession::user() {
    if (!user_) {
        user_ = load_user();
    }
    return *user_;
}

// --- time -------------------------------------------------------------------------------------

const TimeZone& HostSession::zone() {
    if (!zone_) {
        zone_.emplace(db_ == nullptr ? machine_zone(environment_) : practice().time_zone);
    }
    return *zone_;
}

ZonedTime HostSession::civil_now() {
    return zone().at(now());
}

Date HostSession::today() {
    return civil_now().civil().date;
}

DateOrder HostSession::date_order() const {
    const auto order = config_.find("dates.order").value_or("ask");
    if (order == "day-first") {
        return DateOrder::day_first;
    }
    if (order == "month-first") {
        return DateOrder::month_first;
    }
    if (order != "ask") {
        throw Refused(
            "the setting dates.order is '" + visible(order) + "'",
            "set it to ask, day-first or month-first"
        );
    }
    return DateOrder::ask;
}

// --- words and files --------------------------------------------------------------------------

std::string HostSession::setting(std::string_view path, std::string_view fallback) const {
    return config_.find(path).value_or(std::string{fallback});
}

std::string HostSession::read_text(const std::string& path) {
    auto text =
        path == "-" ? environment_.read_standard_input() : read_whole_file(path, most_input_bytes);
    if (text.size() > most_input_bytes) {
        throw Refused(
            "standard input is larger than " + std::to_string(most_input_bytes) + " bytes"
        );
    }
    refuse_other_than_utf8(text, path == "-" ? "standard input" : path);
    return text;
}

bool HostSession::can_ask() const {
    return environment_.terminal.in_is_terminal && environment_.terminal.error_is_terminal &&
           !globals_.no_input && !environment_.variable("PRAXIS_NO_INPUT");
}

std::string HostSession::edit_text(const EditRequest& request) {
    if (!can_ask()) {
        throw NeedsInput("an editor needs a terminal", "give --from FILE, or --from - for stdin");
    }
    const DraftSubject subject{.client = request.client, .key = request.key};
    // Others are not offered it while the person is asked here.
    auto left = find_left_draft(environment_, subject);
    const bool goes_on = left && goes_on_with(*left, request);
    const auto text = goes_on ? without_messages(left->text) : request.text;
    auto draft = std::make_unique<Draft>(environment_, subject, request.file_ending, text);
    if (goes_on) {
        draft->goes_on_from(std::move(*left));
    }
    left.reset(); // declined: to be found again
    auto typed = edit_in_editor(environment_, {request.text, request.check}, *draft);
    drafts_.push_back(std::move(draft));
    return typed;
}

/// Yes is only the answer to a text of today that nothing speaks against.
bool HostSession::goes_on_with(const LeftDraft& left, const EditRequest& request) {
    const auto typed = zone().at(Instant{std::chrono::seconds{left.changed_at}});
    const bool is_older = request.changed && typed.instant < *request.changed;
    const bool of_today = !is_older && typed.civil().date == today();
    const auto what = "what was typed on " + typed.civil().str() + " for " + request.subject +
                      " was never stored" + (is_older ? ", and that was changed since" : "");
    bool goes_on = false;
    if (request.offers_left) {
        const auto question =
            what + (of_today ? ": go on with it? [Y/n] " : ": go on with it all the same? [y/N] ");
        const auto word = fold(environment_.terminal.ask(question, true).value_or("n"));
        goes_on = word == "y" || word == "yes" || (word.empty() && of_today);
    } else {
        environment_.write_error("praxis: " + what + "\n");
    }
    if (!goes_on) {
        environment_.write_error("praxis: it stays in " + visible(left.paths.front()) + "\n");
    }
    return goes_on;
}

std::string HostSession::new_uuid() {
    return make_uuid(now_, environment_.fill_random);
}

DisclosureId HostSession::record_disclosure(const Disclosure& disclosure) {
    const auto at = civil_now();
    execute(
        db(),
        "INSERT INTO core_disclosure (uuid, client, at, at_offset, user, recipient,"
        " recipient_address, what, purpose, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        new_uuid(),
        disclosure.client,
        at.instant,
        at.offset,
        user().id,
        disclosure.recipient,
        null_if_empty(disclosure.recipient_address),
        disclosure.what,
        disclosure.purpose,
        null_if_empty(disclosure.digest)
    );
    return DisclosureId{db().getLastInsertRowid()};
}

HostSession& host_session(Session& session) {
    return dynamic_cast<HostSession&>(session);
}

} // namespace praxis
