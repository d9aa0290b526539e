// SPDX-License-Identifier: MIT
#include "system/config.hpp"

#include "system/files.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

#include <algorithm>
#include <cctype>

namespace praxis {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_config_bytes = std::size_t{1024} * 1024;

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

void flatten(const Value& value, const std::string& name, std::vector<Config::Entry>& into) {
    if (!value.is_object()) {
        into.push_back({name, value.plain(), {}, value.line()});
        return;
    }
    for (const auto& [key, member] : value.as_object()) {
        flatten(member, name.empty() ? key : name + "." + key, into);
    }
}

/// "~/.config/praxis/config.toml line 3", or the name of a variable.
std::string place_of(const Config::Entry& entry) {
    return entry.line > 0 ? visible(entry.origin) + " line " + std::to_string(entry.line)
                          : entry.origin;
}

std::optional<Config::Problem>
find_problem(const std::vector<Setting>& settings, const Config::Entry& entry) {
    const auto* setting = find_setting(settings, entry.name);
    if (setting == nullptr) {
        std::vector<std::string> names;
        names.reserve(settings.size());
        for (const auto& one : settings) {
            names.push_back(one.name);
        }
        const auto meant = did_you_mean(entry.name, names);
        return Config::Problem{
            place_of(entry) + ": there is no setting '" + visible(entry.name) + "'" +
                (meant ? "; did you mean " + *meant + "?" : ""),
            "praxis config list --all"};
    }
    if (!is_valid(*setting, entry.value)) {
        return Config::Problem{
            place_of(entry) + ": invalid value '" + visible(entry.value) + "' for " + entry.name +
                "; give " + describe_type(*setting),
            "praxis config list --all"};
    }
    return std::nullopt;
}

/// The configuration files of the XDG base directories, the most important first.
std::vector<std::string> files_of(const Environment& environment) {
    std::vector<std::string> paths;
    if (environment.variable("XDG_CONFIG_HOME") || environment.variable("HOME")) {
        paths.push_back(own_config_file(environment, {}));
    }
    const auto folders = environment.variable("XDG_CONFIG_DIRS").value_or("");
    for (const auto& folder : split(folders.empty() ? "/etc/xdg" : folders, ':')) {
        if (folder.starts_with('/')) {
            paths.push_back(folder + "/praxis/config.toml");
        }
    }
    return paths;
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

std::string variable_of_setting(std::string_view name) {
    std::string variable = "PRAXIS_";
    for (const char letter : name) {
        const bool separator = letter == '.' || letter == '-';
        variable +=
            separator ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return variable;
}

std::string
own_config_file(const Environment& environment, const std::optional<std::string>& given) {
    return given.value_or(
        given ? "" : xdg_folder(environment, "XDG_CONFIG_HOME", "/.config") + "/praxis/config.toml"
    );
}

Config Config::load(const Environment& environment, const std::optional<std::string>& file) {
    Config config;
    config.variable_ = environment.variable;
    auto paths = files_of(environment);
    std::erase_if(paths, [](const auto& path) { return !fs::exists(path); });
    if (file) {
        paths.insert(paths.begin(), *file);
    }
    for (const auto& path : paths) {
        try {
            config.sources_.push_back(
                {path, parse_toml(read_whole_file(path, most_config_bytes), path)}
            );
        } catch (const Error& error) {
            config.unreadable_.push_back({error.what(), error.hint()});
        }
    }
    return config;
}

std::optional<Config::Entry> Config::find_entry(std::string_view name) const {
    const auto variable = variable_of_setting(name);
    if (auto value = variable_(variable); value && !value->empty()) {
        return Entry{std::string{name}, *value, variable, 0};
    }
    for (const auto& source : sources_) {
        if (const auto* value = find_path(source.values, name)) {
            return Entry{std::string{name}, value->plain(), source.path, value->line()};
        }
    }
    return std::nullopt;
}

std::optional<std::string> Config::find(std::string_view name) const {
    const auto entry = find_entry(name);
    return entry ? std::optional{entry->value} : std::nullopt;
}

std::vector<Config::Entry> Config::entries_of(const Source& source) const {
    std::vector<Entry> entries;
    flatten(source.values, {}, entries);
    for (auto& entry : entries) {
        entry.origin = source.path;
    }
    return entries;
}

std::vector<Config::Entry> Config::entries() const {
    std::vector<Entry> all;
    for (const auto& source : sources_) {
        for (auto& entry : entries_of(source)) {
            const bool overridden = std::ranges::any_of(all, [&](const auto& other) {
                return other.name == entry.name;
            });
            if (!overridden) {
                all.push_back(std::move(entry));
            }
        }
    }
    return all;
}

std::vector<Config::Problem> Config::problems(const std::vector<Setting>& settings) const {
    auto problems = unreadable_;
    const auto check = [&](const Entry& entry) {
        if (auto problem = find_problem(settings, entry)) {
            problems.push_back(std::move(*problem));
        }
    };
    for (const auto& source : sources_) {
        std::ranges::for_each(entries_of(source), check);
    }
    for (const auto& setting : settings) {
        const auto variable = variable_of_setting(setting.name);
        if (const auto value = variable_(variable); value && !value->empty()) {
            check({setting.name, *value, variable, 0});
        }
    }
    return problems;
}

} // namespace praxis
