// SPDX-License-Identifier: MIT
/// plugin.toml: what a plugin says of itself. Reading it runs none of the plugin's code.
#pragma once
#include <string>
#include <utility>
#include <vector>

namespace praxis::plugins {

struct Manifest {
    std::string folder; // that holds plugin.toml
    std::string name;
    std::string version;
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
    std::vector<std::string> services;
    std::vector<std::pair<std::string, std::vector<std::string>>> contributes; // point, names
    std::vector<std::pair<std::string, std::string>> files;                    // point, folder
    std::vector<std::string> events;                                           // that it listens to

    [[nodiscard]] bool contributes_to(const std::string& point) const;
    [[nodiscard]] bool offers(const std::string& service) const;
    [[nodiscard]] bool listens_to(const std::string& event) const;
};

/// errors  PluginError naming file and line
Manifest read_manifest(const std::string& folder);

/// Whether a version such as "1.4.0" lies in a range such as ">=1.2, <2".
bool in_range(const std::string& version, const std::string& range);

} // namespace praxis::plugins
