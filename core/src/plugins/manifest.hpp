// SPDX-License-Identifier: MIT
/// plugin.toml, the manifest of a plugin. Reading it runs none of the plugin's code.
#pragma once
#include "system/settings.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace praxis::plugins {

/// Where a plugin was found; its trust depends on that.
enum class Origin {
    given,   // --plugin-dir, PRAXIS_PLUGIN_PATH, plugins.paths of the configuration
    own,     // the user's data folder
    system,  // /usr/local/lib
    bundled, // installed with praxis
};

struct Manifest {
    std::string folder; // that contains plugin.toml
    Origin origin = Origin::given;
    std::string name;
    std::string version;
    std::string api;  // the lowest version that it needs, "1.0"
    std::string kind; // "native" or "data"
    std::string library;
    std::string summary;
    std::string table_prefix;
    std::vector<std::string> derived_tables; // made from other rows, or named by their own
                                             // digest: not in the journal
    int schema = 0;

    struct Need {
        std::string name;
        std::string range; // ">=1.2, <2"
    };

    std::vector<Need> needs;

    struct Noun {
        std::string name;
        std::string summary;
    };

    std::vector<Noun> nouns;
    std::vector<Setting> settings;
    std::vector<std::string> services;
    std::vector<std::pair<std::string, std::vector<std::string>>> contributes; // point, names
    std::vector<std::pair<std::string, std::string>> files;                    // point, folder
    std::vector<std::string> before;       // events that it may veto
    std::vector<std::string> after;        // events that it receives after they happened
    std::vector<std::string> unknown_keys; // keys of a newer praxis, or typing errors

    [[nodiscard]] bool claims(const std::string& noun) const;
    [[nodiscard]] bool contributes_to(const std::string& point) const;
    [[nodiscard]] bool
    names_contribution(std::string_view point, std::string_view contribution) const;
    [[nodiscard]] bool offers(const std::string& service) const;
    [[nodiscard]] bool needs_plugin(const std::string& plugin) const;
};

/// Whether the name has 2 to 31 lower-case letters, digits and dashes, a letter first.
bool is_plugin_name(const std::string& name);

/// limits  256 KiB; one line of text in each value
/// errors  PluginError naming the file and, where it is known, the line
Manifest read_manifest(const std::string& folder);

/// Whether a version such as "1.4.0" lies in a range such as ">=1.2, <2".
bool in_range(const std::string& version, const std::string& range);

} // namespace praxis::plugins
