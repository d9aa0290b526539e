// SPDX-License-Identifier: MIT
/// What the person decided about plugins: which are trusted to run code, and which are switched
/// off. Kept in $XDG_STATE_HOME/praxis/plugins.toml, for its owner only, written by `praxis
/// plugin`.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace praxis::plugins {

/// The person trusts what lies in a folder, as it was that day.
struct Trust {
    std::string plugin;
    std::string folder;
    std::string library;           // SHA-256 of the library
    std::string manifest;          // SHA-256 of plugin.toml
    std::string on;                // "2026-11-26"
    bool whatever_changes = false; // for whoever is writing the plugin
    bool replaces_bundled = false; // it may stand in for a plugin that came with praxis
};

class PluginState {
  public:
    /// A file that is not there holds nothing. An empty path: nothing is kept.
    /// errors  Refused: it is no TOML; PluginError: others can change it
    explicit PluginState(std::string path);

    [[nodiscard]] const Trust* trust_of(const std::string& plugin) const;
    [[nodiscard]] bool is_disabled(const std::string& plugin) const;

    void trust(Trust trust);
    /// Whether it was trusted.
    bool untrust(const std::string& plugin);
    /// Whether that changed anything.
    bool disable(const std::string& plugin);
    bool enable(const std::string& plugin);
    /// It is gone on purpose: nothing waits for its say any more.
    void mark_removed(const std::string& plugin);
    void forget_removed(const std::string& plugin);
    [[nodiscard]] bool is_removed(const std::string& plugin) const;

    /// errors  Error file_error
    void save() const;

    [[nodiscard]] const std::string& path() const { return path_; }

  private:
    std::string path_;
    std::vector<Trust> trusted_;
    std::vector<std::string> disabled_;
    std::vector<std::string> removed_;
};

/// SHA-256 of a file, in hexadecimal digits, as sha256sum shows it.
/// errors  Refused: it cannot be read
std::string sha256_of_file(const std::string& path);

} // namespace praxis::plugins
