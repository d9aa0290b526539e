// SPDX-License-Identifier: MIT
#include "plugins/plugin_state.hpp"

#include "base/hex.hpp"
#include "plugins/permissions.hpp"
#include "system/files.hpp"
#include "system/io.hpp"
#include "system/pending_file.hpp"

#include <praxis/error.hpp>
#include <praxis/value.hpp>

#include <boost/filesystem.hpp>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <unistd.h>

namespace praxis::plugins {
namespace fs = boost::filesystem;

namespace {

constexpr std::size_t most_state_bytes = std::size_t{256} * 1024;
constexpr std::size_t most_library_bytes = std::size_t{256} * 1024 * 1024;

bool flag_at(const Value& table, const char* key) {
    const auto* flag = table.find(key);
    return flag != nullptr && flag->is_bool() && flag->as_bool();
}

Trust read_trust(const std::string& plugin, const Value& table) {
    return {
        plugin,
        table.text_at("folder"),
        table.text_at("library"),
        table.text_at("manifest"),
        table.text_at("on"),
        flag_at(table, "whatever_changes"),
        flag_at(table, "replaces_bundled")};
}

/// A JSON string is a valid basic string of TOML.
std::string line_of(const std::string& key, const Value& value) {
    return key + " = " + to_json(value) + "\n";
}

std::string text_of(const Trust& trust) {
    return "\n[trust." + trust.plugin + "]\n" + line_of("folder", trust.folder) +
           line_of("library", trust.library) + line_of("manifest", trust.manifest) +
           line_of("on", trust.on) + line_of("whatever_changes", trust.whatever_changes) +
           line_of("replaces_bundled", trust.replaces_bundled);
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

PluginState::PluginState(std::string path) : path_(std::move(path)) {
    if (path_.empty() || ::access(path_.c_str(), F_OK) != 0) {
        return;
    }
    if (const auto problem = problem_of(path_)) {
        throw PluginError("your decisions about plugins cannot be used: " + *problem);
    }
    const auto root = parse_toml(read_whole_file(path_, most_state_bytes), path_);
    if (const auto* trusted = root.find("trust"); trusted != nullptr && trusted->is_object()) {
        for (const auto& [plugin, table] : trusted->as_object()) {
            trusted_.push_back(read_trust(plugin, table));
        }
    }
    disabled_ = root.texts_at("disabled");
    removed_ = root.texts_at("removed");
}

const Trust* PluginState::trust_of(const std::string& plugin) const {
    const auto found = std::find_if(trusted_.begin(), trusted_.end(), [&](const auto& one) {
        return one.plugin == plugin;
    });
    return found == trusted_.end() ? nullptr : &*found;
}

bool PluginState::is_disabled(const std::string& plugin) const {
    return holds(disabled_, plugin);
}

void PluginState::mark_removed(const std::string& plugin) {
    if (!is_removed(plugin)) {
        removed_.push_back(plugin);
    }
}

void PluginState::forget_removed(const std::string& plugin) {
    std::erase(removed_, plugin);
}

bool PluginState::is_removed(const std::string& plugin) const {
    return holds(removed_, plugin);
}

void PluginState::trust(Trust trust) {
    untrust(trust.plugin);
    trusted_.push_back(std::move(trust));
}

bool PluginState::untrust(const std::string& plugin) {
    return std::erase_if(trusted_, [&](const auto& one) { return one.plugin == plugin; }) > 0;
}

bool PluginState::disable(const std::string& plugin) {
    if (is_disabled(plugin)) {
        return false;
    }
    disabled_.push_back(plugin);
    return true;
}

bool PluginState::enable(const std::string& plugin) {
    return std::erase(disabled_, plugin) > 0;
}

void PluginState::save() const {
    auto text = "# Written by praxis plugin trust, untrust, enable, disable, add and remove.\n" +
                line_of("disabled", Value::Array(disabled_.begin(), disabled_.end()));
    if (!removed_.empty()) {
        text += line_of("removed", Value::Array(removed_.begin(), removed_.end()));
    }
    for (const auto& trust : trusted_) {
        text += text_of(trust);
    }
    fs::create_directories(fs::path{path_}.parent_path());
    PendingFile{path_, text, true}.commit();
}

std::string sha256_of_file(const std::string& path) {
    const auto file = backup::open_for_reading(path);
    if (backup::size_of(file.number(), path) > most_library_bytes) {
        throw Refused(path + " is larger than " + std::to_string(most_library_bytes) + " bytes");
    }
    crypto_hash_sha256_state state{};
    crypto_hash_sha256_init(&state);
    std::array<unsigned char, 65536> piece{}; // a library need not fit into the memory
    while (const auto count = backup::read_up_to(file.number(), piece, path)) {
        crypto_hash_sha256_update(&state, piece.data(), count);
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state, digest.data());
    return to_hex(digest);
}

} // namespace praxis::plugins
