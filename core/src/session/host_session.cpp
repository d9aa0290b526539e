// SPDX-License-Identifier: MIT
#include "session/host_session.hpp"

#include "plugins/all_settings.hpp"
#include "session/people.hpp"
#include "system/files.hpp"
#include "system/patient_lock.hpp"
#include "system/uuid.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <stdexcept>

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

bool shows_progress(const Environment& environment, const command_line::Globals& globals) {
    return environment.terminal.error_is_terminal && !globals.quiet;
}

bool is_named(const User& user, const std::string& name) {
    return UserId::parse(name) == user.id || fold(name) == fold(user.name);
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
    , now_(environment.now())
    , open_practice_(platform)
    , keychain_(environment.fill_random)
    , announcements_(*this, platform)
    , texts_(environment)
    , progress_(shows_progress(environment, globals) ? environment.write_error : nullptr) {
    set_waiting_message([this](const std::string& text) {
        if (!globals_.quiet) {
            progress_.clear();
            environment_.write_error("praxis: " + text + "\n");
        }
    });
}

HostSession::~HostSession() {
    set_waiting_message({});
}

HostSession& host_session(Session& session) {
    return dynamic_cast<HostSession&>(session);
}

// People ------------------------------------------------------------------------------------------

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
                    column_uuid(query, 0),
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
            throw PracticeError(
                "practice_damaged",
                "the practice has lost its name and time zone",
                "restore a backup: praxis backup restore FILE"
            );
        }
    }
    return *practice_;
}

User HostSession::load_user() {
    auto users = all_users(db());
    std::erase_if(users, [](const User& user) { return !user.active; });
    const auto configured = config_.find("user");
    if (!keychain_.opened_by().empty() && keychain_.opened_by() != practice::recovery_user) {
        return user_of_key(users, configured);
    }
    if (!configured && users.size() == 1) {
        return users.front();
    }
    for (const auto& user : users) {
        if (configured && is_named(user, *configured)) {
            return user;
        }
    }
    if (configured) {
        throw NotFound(
            "no active user of this practice is named '" + visible(*configured) + "'",
            "praxis user list, then set PRAXIS_USER or the setting `user`"
        );
    }
    throw NeedsInput(
        users.empty() ? "this practice has no user yet"
                      : "this practice has several users: name the one who is working",
        users.empty() ? "praxis user add --name \"Your name\""
                      : "set PRAXIS_USER or the setting `user` to one of praxis user list"
    );
}

/// The passphrase decides who is at the keyboard, whatever the configuration says.
User HostSession::user_of_key(
    const std::vector<User>& active, const std::optional<std::string>& configured
) const {
    const auto& opened_by = keychain_.opened_by();
    for (const auto& user : active) {
        if (user.id.str() != opened_by) {
            continue;
        }
        if (configured && !is_named(user, *configured)) {
            throw Refused(
                "the passphrase is that of " + opened_by + ", and the setting `user` is '" +
                    visible(*configured) + "'",
                "give that person's passphrase, or unset PRAXIS_USER"
            );
        }
        return user;
    }
    throw PracticeError(
        "wrong_passphrase",
        opened_by + " is not an active user of this practice",
        "give the passphrase of an active user"
    );
}

const User& HostSession::user() {
    if (!user_) {
        user_ = load_user();
    }
    return *user_;
}

std::optional<UserId> HostSession::known_user() {
    try {
        return user().id;
    } catch (const NeedsInput&) {
        return std::nullopt; // several users or none yet: for reading, the login name is enough
    }
}

std::string HostSession::login() const {
    return environment_.variable("USER").value_or("");
}

void HostSession::forget() {
    practice_.reset();
    user_.reset();
    zone_.reset();
    shown_day_.reset();
    viewed_from_.reset();
}

// Time --------------------------------------------------------------------------------------------

const TimeZone& HostSession::zone() {
    if (!zone_) {
        zone_.emplace(
            !open_practice_.is_open() ? machine_zone(environment_) : practice().time_zone
        );
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
    const auto order = setting("dates.order");
    return order == "day-first"     ? DateOrder::day_first
           : order == "month-first" ? DateOrder::month_first
                                    : DateOrder::ask;
}

// Settings, texts, messages -----------------------------------------------------------------------

std::string HostSession::setting(std::string_view name) const {
    const auto settings = plugins::all_settings(platform_);
    const auto* setting = find_setting(settings, name);
    if (setting == nullptr) {
        throw std::logic_error("no plugin.toml declares the setting " + std::string{name});
    }
    return config_.find(name).value_or(setting->default_value);
}

std::string HostSession::read_text(const std::string& path) {
    if (path == "-" && !standard_input_) {
        standard_input_ = environment_.read_standard_input();
    }
    auto text = path == "-" ? *standard_input_ : read_whole_file(path, most_input_bytes);
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
    return texts_.edit(request, zone(), today());
}

std::optional<std::string> HostSession::ask(const std::string& question) {
    return can_ask() ? environment_.terminal.ask(question, true) : std::nullopt;
}

void HostSession::report(std::string message) {
    if (std::find(messages_.begin(), messages_.end(), message) == messages_.end()) {
        messages_.push_back(std::move(message));
    }
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
        StoredBytes{new_uuid()},
        disclosure.client,
        at.instant,
        at.offset,
        user().id,
        disclosure.recipient,
        null_if_empty(disclosure.recipient_address),
        disclosure.what,
        disclosure.purpose,
        StoredBytes{disclosure.digest}
    );
    return DisclosureId{db().getLastInsertRowid()};
}

} // namespace praxis
