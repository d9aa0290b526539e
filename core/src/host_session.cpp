// SPDX-License-Identifier: MIT
#include "host_session.hpp"

#include "editor.hpp"
#include "files.hpp"
#include "passphrase.hpp"
#include "people.hpp"
#include "practice/journal.hpp"
#include "uuid.hpp"

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
std::string machine_zone(const Surroundings& around) {
    if (const auto zone = around.environment("TZ");
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

} // namespace

HostSession::HostSession(
    const Surroundings& around,
    const words::Globals& globals,
    const Config& config,
    plugins::Platform& platform
)
    : around_(around), globals_(globals), config_(config), platform_(platform), now_(around.now()) {
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
    return xdg_folder(around_, "XDG_DATA_HOME", "/.local/share") + "/praxis/practice.db";
}

void HostSession::open(practice::Mode mode) {
    path_ = practice_path();
    const auto ask = [this] { return passphrase(false); };
    own_db_ = practice::open(path_, practice::Mode::write, ask);
    db_ = own_db_.get();
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

void HostSession::adopt(SQLite::Database& db, const std::string& path) {
    db_ = &db;
    path_ = path;
}

void HostSession::close() {
    if (own_db_) {
        // The last one out checkpoints and removes the write-ahead log.
        own_db_.reset();
    }
    db_ = nullptr;
}

void HostSession::migrate() {
    if (practice::is_pending(*db_, platform_.core().schema)) {
        practice::migrate(*db_, path_, platform_.core().schema, now_);
    }
    for (const auto& manifest : platform_.manifests()) {
        if (manifest.schema <= practice::applied_schema(*db_, manifest.name)) {
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
        if (practice::is_pending(*db_, plugin.schema)) {
            practice::migrate(*db_, path_, plugin.schema, now_);
        }
    }
}

void HostSession::watch(const plugins::Loaded& plugin) {
    if (watching_) {
        practice::watch_tables(*db_, {plugin.manifest.table_prefix});
    }
}

void HostSession::begin(const std::string& command) {
    turnstile_ = std::make_unique<practice::Turnstile>(practice::lock_path(path_));
    db_->exec("BEGIN IMMEDIATE");
    std::optional<UserId> author;
    if (first_row(statement(*db_, "SELECT count(*) FROM core_user"), [](auto& query) {
            return column_number(query, 0);
        }).value_or(0) > 0) {
        author = user().id;
    }
    change_set_ = practice::begin_change_set(
        *db_, {now_, author, around_.environment("USER").value_or(""), command}
    );
}

void HostSession::commit() {
    practice::end_change_set(*db_, *change_set_);
    db_->exec("COMMIT");
    db_->exec("PRAGMA wal_checkpoint(TRUNCATE)");
    change_set_.reset();
    turnstile_.reset();
}

void HostSession::rollback() {
    db_->tryExec("ROLLBACK");
    change_set_.reset();
    turnstile_.reset();
    published_.clear();
    forget();
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
    if (!wanted && users.size() == 1) {
        return users.front();
    }
    for (const auto& user : users) {
        if (wanted && (UserId::parse(*wanted) == user.id || fold(*wanted) == fold(user.name))) {
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

const User& HostSession::user() {
    if (!user_) {
        user_ = load_user();
    }
    return *user_;
}

// --- time -------------------------------------------------------------------------------------

const TimeZone& HostSession::zone() {
    if (!zone_) {
        zone_.emplace(db_ == nullptr ? machine_zone(around_) : practice().time_zone);
    }
    return *zone_;
}

ZonedTime HostSession::civil_now() {
    return zone().at(now_);
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
        path == "-" ? around_.read_standard_input() : read_whole_file(path, most_input_bytes);
    if (text.size() > most_input_bytes) {
        throw Refused(
            "standard input is larger than " + std::to_string(most_input_bytes) + " bytes"
        );
    }
    if (const auto offset = find_invalid_utf8(text)) {
        throw Refused(
            (path == "-" ? "standard input" : path) + " is not UTF-8 text: byte " +
                std::to_string(*offset),
            "iconv -f latin1 -t utf-8 turns a file of older programs into UTF-8"
        );
    }
    return text;
}

bool HostSession::can_ask() const {
    return around_.terminal.in_is_terminal && around_.terminal.error_is_terminal &&
           !globals_.no_input && !around_.environment("PRAXIS_NO_INPUT");
}

std::string HostSession::edit_text(
    const std::string& initial,
    const std::string& file_ending,
    const std::function<std::optional<std::string>(const std::string&)>& check
) {
    if (!can_ask()) {
        throw NeedsInput("an editor needs a terminal", "give --from FILE, or --from - for stdin");
    }
    return edit_in_editor(around_, initial, file_ending, check);
}

std::string HostSession::passphrase(bool again) {
    return obtain_passphrase(around_, globals_, can_ask(), again);
}

std::string HostSession::new_uuid() {
    return make_uuid(now_, around_.fill_random);
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

// --- plugins ----------------------------------------------------------------------------------

std::vector<ContributedFile> HostSession::contributed_files(std::string_view point) {
    std::vector<ContributedFile> files;
    for (const auto& manifest : platform_.manifests()) {
        for (const auto& [contributed, folder] : manifest.files) {
            const fs::path place = fs::path{manifest.folder} / folder;
            if (contributed != point || !fs::is_directory(place)) {
                continue;
            }
            std::vector<std::string> paths;
            for (const auto& entry : fs::directory_iterator{place}) {
                if (entry.path().extension() == ".toml") {
                    paths.push_back(entry.path().string());
                }
            }
            std::sort(paths.begin(), paths.end());
            for (const auto& path : paths) {
                files.push_back(
                    {manifest.name, fs::path{path}.stem().string(), path, read_text(path)}
                );
            }
        }
    }
    return files;
}

void* HostSession::service(std::string_view id) {
    const auto find_in = [&](const plugins::Loaded& plugin) -> void* {
        for (const auto& [offered, service] : plugin.services) {
            if (offered == id) {
                return service.get();
            }
        }
        return nullptr;
    };
    for (const auto& plugin : platform_.loaded()) {
        if (auto* service = find_in(plugin)) {
            return service;
        }
    }
    for (const auto& manifest : platform_.manifests()) {
        if (manifest.offers(std::string{id})) {
            if (auto* service = find_in(platform_.load(manifest.name))) {
                return service;
            }
        }
    }
    throw PluginError("no plugin offers " + std::string{id});
}

std::vector<const void*>
HostSession::contributions(std::string_view point, std::vector<Unavailable>& unavailable) {
    for (const auto& manifest : platform_.manifests()) {
        if (!manifest.contributes_to(std::string{point})) {
            continue;
        }
        try {
            const auto& plugin = platform_.load(manifest.name);
            if (db_ != nullptr && practice::is_pending(*db_, plugin.schema)) {
                unavailable.push_back({manifest.name, "its tables are not in this practice"});
            }
        } catch (const Error& error) {
            unavailable.push_back({manifest.name, error.what()});
        }
    }
    std::vector<const void*> items;
    for (const auto& plugin : platform_.loaded()) {
        const bool missing =
            std::any_of(unavailable.begin(), unavailable.end(), [&](const auto& one) {
                return one.plugin == plugin.manifest.name;
            });
        for (const auto& [contributed, item] : plugin.contributions) {
            if (contributed == point && !missing) {
                items.push_back(item.get());
            }
        }
    }
    return items;
}

void HostSession::load_listeners(std::string_view event) {
    for (const auto& manifest : platform_.manifests()) {
        if (manifest.listens_to(std::string{event})) {
            platform_.load(manifest.name); // one that cannot be loaded refuses: exit 7
        }
    }
}

void HostSession::publish(std::string_view id, std::shared_ptr<const void> event) {
    load_listeners(id);
    for (const auto& plugin : platform_.loaded()) {
        for (const auto& listener : plugin.listeners) {
            if (listener.event == id && listener.when == When::before) {
                listener.listen(*this, event.get());
            }
        }
    }
    published_.push_back({std::string{id}, std::move(event)});
}

void HostSession::tell_after_events() {
    for (const auto& [event, content] : std::exchange(published_, {})) {
        for (const auto& plugin : platform_.loaded()) {
            for (const auto& listener : plugin.listeners) {
                if (listener.event != event || listener.when != When::after) {
                    continue;
                }
                try {
                    listener.listen(*this, content.get());
                } catch (const std::exception& error) {
                    say("the plugin '" + plugin.manifest.name +
                        "' failed after this was saved: " + error.what());
                }
            }
        }
    }
}

HostSession& host_session(Session& session) {
    return dynamic_cast<HostSession&>(session);
}

} // namespace praxis
