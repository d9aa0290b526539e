// SPDX-License-Identifier: MIT
#include "plugins/manifest.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace praxis::plugins {
namespace {

std::string required_text(const Value& table, const char* key, const std::string& path) {
    auto text = table.text_at(key);
    if (text.empty()) {
        throw PluginError(
            path + " line " + std::to_string(std::max(1, table.line())) + ": [plugin] lacks " + key
        );
    }
    return text;
}

std::vector<std::string> texts(const Value* list) {
    std::vector<std::string> all;
    if (list != nullptr && list->is_array()) {
        for (const auto& item : list->as_array()) {
            all.push_back(item.plain());
        }
    }
    return all;
}

bool is_plugin_name(const std::string& name) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return name.size() >= 2 && name.size() <= 31 && letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) {
               return letter(c) || c == '-' || (c >= '0' && c <= '9');
           });
}

using Version = std::array<long, 3>;

Version version_numbers(const std::string& text) {
    Version version{};
    const auto parts = split(trim(text), '.');
    for (std::size_t i = 0; i < version.size() && i < parts.size(); ++i) {
        version[i] = std::strtol(parts[i].c_str(), nullptr, 10);
    }
    return version;
}

} // namespace

bool Manifest::contributes_to(const std::string& point) const {
    return std::any_of(contributes.begin(), contributes.end(), [&](const auto& one) {
        return one.first == point;
    });
}

bool Manifest::offers(const std::string& service) const {
    return std::find(services.begin(), services.end(), service) != services.end();
}

bool Manifest::listens_to(const std::string& event) const {
    return std::find(events.begin(), events.end(), event) != events.end();
}

Manifest read_manifest(const std::string& folder) {
    const auto path = folder + "/plugin.toml";
    std::ifstream file{path, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    Value root;
    try {
        root = parse_toml(text, path);
    } catch (const Error& error) {
        throw PluginError(error.what());
    }
    const auto* plugin = root.find("plugin");
    if (plugin == nullptr || !plugin->is_object()) {
        throw PluginError(path + ": there is no [plugin]");
    }
    Manifest manifest;
    manifest.folder = folder;
    manifest.name = required_text(*plugin, "name", path);
    manifest.version = required_text(*plugin, "version", path);
    manifest.kind = required_text(*plugin, "kind", path);
    manifest.summary = plugin->text_at("summary");
    if (!is_plugin_name(manifest.name)) {
        throw PluginError(path + ": '" + manifest.name + "' is no name for a plugin");
    }
    if (manifest.kind != "native" && manifest.kind != "data") {
        throw PluginError(path + ": kind is '" + manifest.kind + "', not native or data");
    }
    if (manifest.kind == "native") {
        manifest.library = required_text(*plugin, "library", path);
        if (manifest.library.find('/') != std::string::npos) {
            throw PluginError(path + ": library must be a file's name without '/'");
        }
    }
    manifest.table_prefix = plugin->text_at("table_prefix");
    if (manifest.table_prefix.empty()) {
        manifest.table_prefix = manifest.name + "_";
        std::replace(manifest.table_prefix.begin(), manifest.table_prefix.end(), '-', '_');
    }
    manifest.derived_tables = texts(plugin->find("derived_tables"));
    if (const auto* schema = plugin->find("schema"); schema != nullptr && schema->is_integer()) {
        manifest.schema = static_cast<int>(schema->as_integer());
    }
    if (const auto* needs = root.find("needs"); needs != nullptr && needs->is_object()) {
        for (const auto& [name, range] : needs->as_object()) {
            manifest.needs.push_back({name, range.plain()});
        }
    }
    if (const auto* commands = root.find("command"); commands != nullptr && commands->is_array()) {
        for (const auto& command : commands->as_array()) {
            manifest.nouns.push_back(
                {required_text(command, "name", path), command.text_at("summary")}
            );
        }
    }
    if (const auto* provides = root.find("provides")) {
        manifest.services = texts(provides->find("services"));
    }
    if (const auto* points = root.find("contributes"); points != nullptr && points->is_object()) {
        for (const auto& [point, names] : points->as_object()) {
            manifest.contributes.emplace_back(point, texts(&names));
        }
    }
    if (const auto* files = root.find("files"); files != nullptr && files->is_object()) {
        for (const auto& [point, subfolder] : files->as_object()) {
            manifest.files.emplace_back(point, subfolder.plain());
        }
    }
    if (const auto* listens = root.find("listens")) {
        manifest.events = texts(listens->find("events"));
    }
    return manifest;
}

bool in_range(const std::string& version, const std::string& range) {
    const auto have = version_numbers(version);
    for (const auto& condition : split(range, ',')) {
        const auto text = trim(condition);
        const auto digits = text.find_first_of("0123456789");
        if (digits == std::string::npos) {
            continue; // "" or "*": any version
        }
        const auto sign = trim(text.substr(0, digits));
        const auto wanted = version_numbers(text.substr(digits));
        const bool holds = sign == ">="   ? have >= wanted
                           : sign == ">"  ? have > wanted
                           : sign == "<"  ? have < wanted
                           : sign == "<=" ? have <= wanted
                                          : have == wanted;
        if (!holds) {
            return false;
        }
    }
    return true;
}

} // namespace praxis::plugins
