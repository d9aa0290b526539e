// SPDX-License-Identifier: MIT
#include "plugins/places.hpp"

#include <praxis/text.hpp>

#include <boost/filesystem.hpp>

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

/// A path in a folder of the XDG Base Directory Specification; empty if the environment does not
/// define it.
std::string xdg_file(
    const Environment& environment,
    const std::string& variable,
    const std::string& fallback,
    const std::string& file
) {
    if (!environment.variable(variable) && !environment.variable("HOME")) {
        return {};
    }
    return xdg_folder(environment, variable, fallback) + file;
}

} // namespace

std::string own_folder(const Environment& environment) {
    return xdg_file(environment, "XDG_DATA_HOME", "/.local/share", "/praxis/plugins");
}

bool are_switched_off(const Environment& environment, const command_line::Globals& globals) {
    return globals.no_plugins || environment.variable("PRAXIS_NO_PLUGINS");
}

Places places_of(
    const Environment& environment, const command_line::Globals& globals, const Config& config
) {
    Places places;
    places.state_file =
        xdg_file(environment, "XDG_STATE_HOME", "/.local/state", "/praxis/plugins.toml");
    if (are_switched_off(environment, globals)) {
        return places;
    }
    const auto add = [&](const std::string& folder, Origin origin) {
        if (folder.starts_with('/')) {
            places.folders.push_back({folder, origin});
        }
    };
    const auto add_list = [&](const std::string& list) {
        for (const auto& folder : split(list, ':')) {
            add(folder, Origin::given);
        }
    };
    for (const auto& folder : environment.plugins_under_test) {
        add(folder, Origin::bundled);
    }
    for (const auto& folder : globals.plugin_dirs) {
        boost::system::error_code error;
        add(fs::canonical(folder, error).string(),
            Origin::given); // "" if there is no such folder
    }
    add_list(environment.variable("PRAXIS_PLUGIN_PATH").value_or(""));
    add_list(config.find("plugins.paths").value_or(""));
    add(own_folder(environment), Origin::own);
    add("/usr/local/lib/praxis/plugins", Origin::system);
    add(environment.bundled_plugins, Origin::bundled);
    return places;
}

} // namespace praxis::plugins
