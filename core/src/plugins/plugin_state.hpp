// SPDX-License-Identifier: MIT
/// The user's decisions about plugins: which ones are trusted to run code, and which ones are
/// disabled. `praxis plugin` writes them to $XDG_STATE_HOME/praxis/plugins.toml, readable by its
/// owner only.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace praxis::plugins {

/// The user trusts the plugin in a folder as it was on that day.
struct Trust {
    std::string plugin;
    std::string folder;
    std::string library;           // SHA-256 of the library
    std::string manifest;          // SHA-256 of plugin.toml
    std::string on;                // "2026-11-26"
    bool whatever_changes = false; // for the developer of the plugin
    bool replaces_bundled = false; // it may replace the bundled plugin of its name
};

class PluginState {
  public:
    /// A missing file means no decisions. With an empty path nothing is stored.
    /// errors  Refused: it is not TOML; PluginError: others can change it
    explicit PluginState(std::string path);

    [[nodiscard]] const Trust* trust_of(const std::string& plugin) const;
    [[nodiscard]] bool is_disabled(const std::string& plugin) const;

    void trust(Trust trust);
    /// Returns whether it was trusted.
    bool untrust(const std::string& plugin);
    /// Returns whether that changed anything.
    bool disable(const std::string& plugin);
    bool enable(const std::string& plugin);
    /// The user removed the plugin on purpose: its approval is no longer required.
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
