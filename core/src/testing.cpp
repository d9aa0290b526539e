// SPDX-License-Identifier: MIT
#include "host.hpp"
#include "surroundings.hpp"

#include <praxis/error.hpp>
#include <praxis/testing.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <map>

namespace praxis::testing {
namespace fs = boost::filesystem;

struct Practice::World {
    fs::path folder = fs::temp_directory_path() / fs::unique_path("praxis-test-%%%%%%%%");
    std::map<std::string, std::string> environment;
    Instant now = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + std::chrono::hours{9};
    unsigned char next_byte = 0;
};

Practice::Practice(const std::vector<std::string>& plugin_folders)
    : world_(std::make_unique<World>()) {
    fs::create_directories(world_->folder);
    fs::permissions(world_->folder, fs::owner_all);
    world_->environment = {
        {"HOME", world_->folder.string()},
        {"TZ", "UTC"},
        {"PRAXIS_PRACTICE", path()},
        {"PRAXIS_PLUGIN_PATH", join(plugin_folders, ":")},
    };
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
        throw std::runtime_error("the test's practice cannot be made: " + made.err);
    }
}

Practice::~Practice() {
    boost::system::error_code ignored; // nothing a test could do about it
    fs::remove_all(world_->folder, ignored);
}

Outcome Practice::run(const std::vector<std::string>& words, const std::string& standard_input) {
    Outcome outcome;
    Surroundings around;
    around.environment = [this](const std::string& name) -> std::optional<std::string> {
        const auto found = world_->environment.find(name);
        return found == world_->environment.end() ? std::nullopt : std::optional{found->second};
    };
    around.now = [this] { return world_->now; };
    around.fill_random = [this](std::span<unsigned char> bytes) {
        for (auto& byte : bytes) {
            byte = world_->next_byte++;
        }
        ++world_->next_byte; // so that no two calls give the same bytes
    };
    around.read_standard_input = [&] { return standard_input; };
    around.write_out = [&](const std::string& bytes) { outcome.out += bytes; };
    around.write_error = [&](const std::string& text) { outcome.err += text; };
    try {
        outcome.exit = static_cast<int>(run_command(around, words));
    } catch (const std::exception& error) {
        outcome.err += describe_error(error, words);
        outcome.exit = static_cast<int>(exit_of(error));
    }
    return outcome;
}

void Practice::at(Instant now) {
    world_->now = now;
}

void Practice::set(const std::string& name, const std::string& value) {
    world_->environment[name] = value;
}

std::string Practice::folder() const {
    return world_->folder.string();
}

std::string Practice::path() const {
    return (world_->folder / "practice.db").string();
}

} // namespace praxis::testing
