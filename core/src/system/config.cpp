// SPDX-License-Identifier: MIT
#include "system/config.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>

namespace praxis {
namespace fs = boost::filesystem;

namespace {

std::string read_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) {
        throw Refused("the configuration " + path + " cannot be read");
    }
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

std::string environment_name(std::string_view path) {
    std::string name = "PRAXIS_";
    for (const char letter : path) {
        const bool separator = letter == '.' || letter == '-';
        name +=
            separator ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return name;
}

const Value* find_path(const Value& values, std::string_view path) {
    const Value* here = &values;
    for (const auto& key : split(path, '.')) {
        here = here->find(key);
        if (here == nullptr) {
            return nullptr;
        }
    }
    return here;
}

void flatten(const Value& value, const std::string& path, std::vector<Config::Origin>& into) {
    if (!value.is_object()) {
        into.push_back({path, value.plain(), {}});
        return;
    }
    for (const auto& [key, member] : value.as_object()) {
        flatten(member, path.empty() ? key : path + "." + key, into);
    }
}

} // namespace

std::string
xdg_folder(const Environment& environment, const std::string& name, const std::string& fallback) {
    if (const auto value = environment.variable(name); value && value->starts_with('/')) {
        return *value;
    }
    const auto home = environment.variable("HOME");
    if (!home || !home->starts_with('/')) {
        throw Refused(
            "neither " + name + " nor HOME says where your files are",
            "set HOME, or give --practice and --config"
        );
    }
    return *home + fallback;
}

Config Config::load(const Environment& environment, const std::optional<std::string>& file) {
    Config config;
    config.variable_ = environment.variable;
    std::vector<std::string> paths;
    if (file) {
        paths.push_back(*file);
    }
    if (environment.variable("XDG_CONFIG_HOME") || environment.variable("HOME")) {
        paths.push_back(
            xdg_folder(environment, "XDG_CONFIG_HOME", "/.config") + "/praxis/config.toml"
        );
    }
    for (const auto& folder :
         split(environment.variable("XDG_CONFIG_DIRS").value_or("/etc/xdg"), ':')) {
        if (folder.starts_with('/')) {
            paths.push_back(folder + "/praxis/config.toml");
        }
    }
    for (const auto& path : paths) {
        const bool asked_for = file && path == *file;
        if (asked_for || fs::exists(path)) {
            config.sources_.push_back({path, parse_toml(read_file(path), path)});
        }
    }
    return config;
}

std::optional<std::string> Config::find(std::string_view path) const {
    if (auto value = variable_(environment_name(path)); value && !value->empty()) {
        return value;
    }
    for (const auto& source : sources_) {
        if (const auto* value = find_path(source.values, path)) {
            return value->plain();
        }
    }
    return std::nullopt;
}

std::vector<Config::Origin> Config::all() const {
    std::vector<Origin> all;
    for (const auto& source : sources_) {
        std::vector<Origin> here;
        flatten(source.values, {}, here);
        for (auto& setting : here) {
            const bool overridden = std::any_of(all.begin(), all.end(), [&](const auto& other) {
                return other.path == setting.path;
            });
            if (!overridden) {
                setting.origin = source.name;
                all.push_back(std::move(setting));
            }
        }
    }
    return all;
}

} // namespace praxis
