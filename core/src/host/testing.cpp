// SPDX-License-Identifier: MIT
#include "host/host.hpp"
#include "plugins/platform.hpp"
#include "practice/file.hpp"
#include "practice/migrate.hpp"
#include "practice/purge.hpp"
#include "session/keychain.hpp"
#include "session/write_transaction.hpp"
#include "system/environment.hpp"

#include <praxis/error.hpp>
#include <praxis/sql.hpp>
#include <praxis/testing.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <deque>
#include <map>

namespace praxis::testing {
namespace fs = boost::filesystem;

namespace {

std::unique_ptr<SQLite::Database> open_plain(const std::string& path) {
    const auto no_key = [](const auto&, const auto&) -> practice::Unlocked {
        throw std::logic_error{"a test's practice must not be encrypted"};
    };
    return practice::open(path, practice::Mode::write, no_key).db;
}

} // namespace

struct Practice::World {
    fs::path folder = fs::temp_directory_path() / fs::unique_path("praxis-test-%%%%%%%%");
    std::map<std::string, std::string> variables;
    std::vector<std::string> plugin_folders;
    Instant now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + std::chrono::hours{9};
    unsigned char next_byte = 0;
    std::vector<std::string> events;
    std::string strict_plugin;
    bool has_terminal = false;
    std::deque<std::string> answers;
};

Practice::Practice(const std::vector<std::string>& plugin_folders)
    : world_(std::make_unique<World>()) {
    fs::create_directories(world_->folder);
    fs::permissions(world_->folder, fs::owner_all);
    world_->variables = {
        {"HOME", world_->folder.string()},
        {"TZ", "UTC"},
        {"PRAXIS_PRACTICE", path()},
    };
    world_->plugin_folders = plugin_folders;
    const auto made = run(
        {"init",
         "--name",
         "Hands On",
         "--therapist",
         "Ines Moreau",
         "--licence",
         "LMT-1044",
         "--time-zone",
         "UTC",
         "--unencrypted"}
    );
    if (made.exit != 0) {
        throw std::runtime_error("the test's practice cannot be created: " + made.err);
    }
}

Practice::~Practice() {
    boost::system::error_code ignored; // a test cannot do anything about it
    fs::remove_all(world_->folder, ignored);
}

Outcome
Practice::run(const std::vector<std::string>& arguments, const std::string& standard_input) {
    Outcome outcome;
    Environment environment;
    environment.variable = [this](const std::string& name) -> std::optional<std::string> {
        const auto found = world_->variables.find(name);
        return found == world_->variables.end() ? std::nullopt : std::optional{found->second};
    };
    environment.now = [this] { return world_->now; };
    environment.fill_random = [this](std::span<unsigned char> bytes) {
        for (auto& byte : bytes) {
            byte = world_->next_byte++;
        }
        ++world_->next_byte; // two calls must not return the same bytes
    };
    environment.plugins_under_test = world_->plugin_folders;
    environment.announce_event = [this](std::string_view id) { world_->events.emplace_back(id); };
    environment.strict_plugin = world_->strict_plugin;
    environment.read_standard_input = [&] { return standard_input; };
    environment.write_out = [&](const std::string& bytes) {
        outcome.out += bytes;
        return true;
    };
    environment.write_error = [&](const std::string& text) { outcome.err += text; };
    environment.terminal.in_is_terminal = world_->has_terminal;
    environment.terminal.error_is_terminal = world_->has_terminal;
    environment.terminal.ask = [&](const std::string& question, bool /*echo*/) {
        outcome.err += question + "\n";
        std::optional<std::string> answer;
        if (!world_->answers.empty()) {
            answer = std::move(world_->answers.front());
            world_->answers.pop_front();
        }
        return answer;
    };
    try {
        outcome.exit = static_cast<int>(run_praxis(environment, arguments));
    } catch (const std::exception& error) {
        outcome.err += describe_error(error, arguments);
        outcome.exit = static_cast<int>(exit_of(error));
    }
    return outcome;
}

void Practice::answer(const std::vector<std::string>& lines) {
    world_->has_terminal = true;
    world_->answers.assign(lines.begin(), lines.end());
}

std::string Practice::sql(const std::string& text) {
    const auto db = open_plain(path());
    auto query = statement(*db, text);
    std::string rows;
    while (query.executeStep()) {
        rows += rows.empty() ? "" : "\n";
        for (int column = 0; column < query.getColumnCount(); ++column) {
            rows += (column > 0 ? "|" : "") + column_text(query, column);
        }
    }
    return rows;
}

std::vector<std::string> Practice::events() {
    return std::exchange(world_->events, {});
}

void Practice::migrate_from(const std::string& plugin, int step) {
    plugins::Places places;
    for (const auto& folder : world_->plugin_folders) {
        places.folders.push_back({folder, plugins::Origin::bundled});
    }
    plugins::Platform platform{std::move(places)};
    auto schema = platform.load(plugin).schema;
    if (step < 0 || step > schema.number()) {
        throw std::out_of_range{plugin + " has " + std::to_string(schema.number()) + " migrations"};
    }
    schema.migrations.resize(static_cast<std::size_t>(step), schema.migrations.front());
    const auto file = path();
    const auto db = open_plain(file);
    const auto fill_random = [](std::span<unsigned char> bytes) {
        ::randombytes_buf(bytes.data(), bytes.size());
    };
    Keychain keychain{fill_random};
    const practice::ChangeAuthor author{world_->now, std::nullopt, {}, "plugin purge"};
    {
        WriteTransaction transaction{
            {*db, file, keychain, fill_random, world_->now, [](auto) {}, [](bool) {}},
            [&] { return author; }};
        practice::purge(*db, plugin);
        transaction.store();
        transaction.finish();
    }
    if (step > 0) {
        const auto find_key = [&](SQLite::Database& in) {
            return keychain.find_set_key(in, std::nullopt);
        };
        practice::migrate(*db, file, schema, author, {fill_random, find_key});
    }
}

void Practice::strict_writes(const std::string& plugin) {
    world_->strict_plugin = plugin;
}

void Practice::at(Instant now) {
    world_->now = now;
}

void Practice::set(const std::string& name, const std::string& value) {
    world_->variables[name] = value;
}

std::string Practice::folder() const {
    return world_->folder.string();
}

std::string Practice::path() const {
    return (world_->folder / "practice.db").string();
}

} // namespace praxis::testing
