// SPDX-License-Identifier: MIT
#include "plugins/manifest.hpp"

#include "system/files.hpp"
#include "system/io.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace praxis::plugins {
namespace {

std::string required_text(const Value& table, const char* key, const std::string& path) {
    auto text = table.text_at(key);
    if (text.empty()) {
        throw PluginError(
            path + " line " + std::to_string(std::max(1, table.line())) + ": " + key + " is missing"
        );
    }
    return text;
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

struct Condition {
    std::string sign;
    Version version;
};

/// Reads comparisons separated by commas; an empty text and "*" mean any version. nullopt if the
/// text is not a range.
std::optional<std::vector<Condition>> read_range(const std::string& range) {
    constexpr std::array<std::string_view, 6> signs{"", "=", ">", ">=", "<", "<="};
    std::vector<Condition> conditions;
    if (const auto any = trim(range); any.empty() || any == "*") {
        return conditions;
    }
    for (const auto& part : split(range, ',')) {
        const auto text = trim(part);
        const auto digits = std::min(text.find_first_of("0123456789"), text.size());
        const auto sign = trim(text.substr(0, digits));
        if (digits == text.size() || std::find(signs.begin(), signs.end(), sign) == signs.end() ||
            text.find_first_not_of("0123456789.", digits) != std::string::npos) {
            return std::nullopt;
        }
        conditions.push_back({sign, version_numbers(text.substr(digits))});
    }
    return conditions;
}

bool holds(const Version& have, const Condition& condition) {
    const auto& [sign, wanted] = condition;
    return sign == ">="   ? have >= wanted
           : sign == ">"  ? have > wanted
           : sign == "<"  ? have < wanted
           : sign == "<=" ? have <= wanted
                          : have == wanted;
}

constexpr std::size_t most_manifest_bytes = std::size_t{256} * 1024;
constexpr std::array known_tables{
    "plugin", "needs", "command", "setting", "provides", "contributes", "files", "listens"};
constexpr std::array known_keys{
    "name",
    "version",
    "api",
    "kind",
    "library",
    "summary",
    "table_prefix",
    "schema",
    "derived_tables"};

/// Lists show each value in one line.
void refuse_control_characters(const Value& value, const std::string& path) {
    if (value.is_text()) {
        const auto& text = value.as_text();
        const bool odd = std::any_of(text.begin(), text.end(), [](unsigned char c) {
            return c < 0x20 || c == 0x7F;
        });
        if (odd) {
            throw PluginError(
                path + " line " + std::to_string(std::max(1, value.line())) +
                ": there is a control character in '" + visible(text) + "'"
            );
        }
    } else if (value.is_array()) {
        for (const auto& item : value.as_array()) {
            refuse_control_characters(item, path);
        }
    } else if (value.is_object()) {
        for (const auto& [key, member] : value.as_object()) {
            refuse_control_characters(Value{key}, path);
            refuse_control_characters(member, path);
        }
    }
}

template <std::size_t Size>
void note_unknown(
    Manifest& manifest,
    const Value& table,
    const std::string& prefix,
    const std::array<const char*, Size>& known
) {
    for (const auto& [key, member] : table.as_object()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            manifest.unknown_keys.push_back(prefix + key);
        }
    }
}

bool is_prefix(const std::string& prefix) {
    return prefix.size() >= 3 && prefix.back() == '_' &&
           std::all_of(prefix.begin(), prefix.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
           });
}

void read_plugin_table(Manifest& manifest, const Value& root, const std::string& path) {
    const auto* plugin = root.find("plugin");
    if (plugin == nullptr || !plugin->is_object()) {
        throw PluginError(path + ": the table [plugin] is missing");
    }
    manifest.name = required_text(*plugin, "name", path);
    manifest.version = required_text(*plugin, "version", path);
    manifest.kind = required_text(*plugin, "kind", path);
    manifest.api = plugin->text_at("api");
    manifest.summary = plugin->text_at("summary");
    const auto place = path + " line " + std::to_string(std::max(1, plugin->line()));
    if (!is_plugin_name(manifest.name)) {
        throw PluginError(
            place + ": '" + visible(manifest.name) +
            "' is not a valid plugin name: use lower-case letters, digits and -, a letter first"
        );
    }
    if (manifest.kind != "native" && manifest.kind != "data") {
        throw PluginError(
            place + ": kind is '" + visible(manifest.kind) + "', choose from native, data"
        );
    }
    if (manifest.kind == "native") {
        manifest.library = required_text(*plugin, "library", path);
        if (manifest.library.find('/') != std::string::npos) {
            throw PluginError(place + ": library must be a file name without '/'");
        }
    }
    manifest.table_prefix = plugin->text_at("table_prefix");
    if (manifest.table_prefix.empty()) {
        manifest.table_prefix = manifest.name + "_";
        std::replace(manifest.table_prefix.begin(), manifest.table_prefix.end(), '-', '_');
    }
    if (!is_prefix(manifest.table_prefix)) {
        throw PluginError(
            place + ": table_prefix is '" + visible(manifest.table_prefix) +
            "'; use lower-case letters, digits and _, with a _ at the end"
        );
    }
    manifest.derived_tables = plugin->texts_at("derived_tables");
    if (const auto* schema = plugin->find("schema"); schema != nullptr && schema->is_integer()) {
        manifest.schema = static_cast<int>(schema->as_integer());
    }
    note_unknown(manifest, *plugin, "plugin.", known_keys);
}

void read_commands(Manifest& manifest, const Value& root, const std::string& path) {
    const auto* commands = root.find("command");
    if (commands == nullptr || !commands->is_array()) {
        return;
    }
    for (const auto& command : commands->as_array()) {
        manifest.nouns.push_back({required_text(command, "name", path), command.text_at("summary")}
        );
    }
}

Setting::Type type_of_setting(const Value& table, const std::string& path) {
    const auto type = required_text(table, "type", path);
    if (type == "text") {
        return Setting::Type::text;
    }
    if (type == "choice") {
        return Setting::Type::choice;
    }
    if (type == "number") {
        return Setting::Type::number;
    }
    if (type == "folder") {
        return Setting::Type::folder;
    }
    throw PluginError(
        path + " line " + std::to_string(table.line()) + ": invalid type '" + visible(type) +
        "' of a setting; choose from text, choice, number, folder"
    );
}

void read_settings(Manifest& manifest, const Value& root, const std::string& path) {
    const auto* settings = root.find("setting");
    if (settings == nullptr || !settings->is_array()) {
        return;
    }
    for (const auto& table : settings->as_array()) {
        Setting setting;
        setting.name = required_text(table, "name", path);
        setting.type = type_of_setting(table, path);
        setting.choices = table.texts_at("choices");
        const auto* from = table.find("from");
        const auto* to = table.find("to");
        if (from != nullptr && to != nullptr && from->is_integer() && to->is_integer()) {
            setting.range = {from->as_integer(), to->as_integer()};
        }
        if (const auto* value = table.find("default")) {
            setting.default_value = value->plain();
        }
        setting.meaning = required_text(table, "meaning", path);
        manifest.settings.push_back(std::move(setting));
    }
}

/// A folder's path inside the plugin's folder: no absolute path, and no ".." that leads out.
std::string read_subfolder(const std::string& point, const Value& value, const std::string& path) {
    const auto folder = value.is_text() ? value.as_text() : std::string{};
    const auto parts = split(folder, '/');
    const bool odd =
        folder.empty() || std::any_of(parts.begin(), parts.end(), [](const auto& part) {
            return part.empty() || part == "." || part == "..";
        });
    if (odd) {
        throw PluginError(
            path + ": files.\"" + point + "\" is '" + visible(value.plain()) +
            "', which is not a folder inside the plugin's folder"
        );
    }
    return folder;
}

/// Needs, services, contributions, files and events.
void read_offers(Manifest& manifest, const Value& root, const std::string& path) {
    const auto members = [&](const char* table) -> const Value::Object& {
        static const Value::Object none;
        const auto* found = root.find(table);
        return found != nullptr && found->is_object() ? found->as_object() : none;
    };
    for (const auto& [name, range] : members("needs")) {
        if (!read_range(range.plain())) {
            throw PluginError(
                path + ": needs." + name + ": " + range.plain() +
                " is not a range of versions such as \">=1.2, <2\""
            );
        }
        manifest.needs.push_back({name, range.plain()});
    }
    for (const auto& [point, names] : members("contributes")) {
        manifest.contributes.emplace_back(point, names.texts());
    }
    for (const auto& [point, subfolder] : members("files")) {
        manifest.files.emplace_back(point, read_subfolder(point, subfolder, path));
    }
    if (const auto* provides = root.find("provides")) {
        manifest.services = provides->texts_at("services");
    }
    if (const auto* listens = root.find("listens")) {
        manifest.before = listens->texts_at("before");
        manifest.after = listens->texts_at("after");
    }
}

} // namespace

bool is_plugin_name(const std::string& name) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return name.size() >= 2 && name.size() <= 31 && letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) {
               return letter(c) || c == '-' || (c >= '0' && c <= '9');
           });
}

bool Manifest::claims(const std::string& noun) const {
    return std::any_of(nouns.begin(), nouns.end(), [&](const auto& one) {
        return one.name == noun;
    });
}

bool Manifest::contributes_to(const std::string& point) const {
    return std::any_of(contributes.begin(), contributes.end(), [&](const auto& one) {
        return one.first == point;
    });
}

bool Manifest::names_contribution(std::string_view point, std::string_view contribution) const {
    return std::any_of(contributes.begin(), contributes.end(), [&](const auto& one) {
        const auto& [filled, names] = one;
        return filled == point &&
               std::find(names.begin(), names.end(), contribution) != names.end();
    });
}

bool Manifest::offers(const std::string& service) const {
    return std::find(services.begin(), services.end(), service) != services.end();
}

bool Manifest::needs_plugin(const std::string& plugin) const {
    return std::any_of(needs.begin(), needs.end(), [&](const auto& one) {
        return one.name == plugin;
    });
}

Manifest read_manifest(const std::string& folder) {
    const auto path = folder + "/plugin.toml";
    Value root;
    try {
        const auto file = backup::open_for_reading(path); // no pipe: praxis would wait for ever
        root = parse_toml(read_open_file(file, path, most_manifest_bytes), path);
    } catch (const Error& error) {
        throw PluginError(error.what());
    }
    refuse_control_characters(root, path);
    Manifest manifest;
    manifest.folder = folder;
    read_plugin_table(manifest, root, path);
    read_commands(manifest, root, path);
    read_settings(manifest, root, path);
    read_offers(manifest, root, path);
    note_unknown(manifest, root, "", known_tables);
    return manifest;
}

bool in_range(const std::string& version, const std::string& range) {
    const auto have = version_numbers(version);
    const auto conditions = read_range(range);
    return conditions &&
           std::all_of(conditions->begin(), conditions->end(), [&have](const Condition& condition) {
               return holds(have, condition);
           });
}

} // namespace praxis::plugins
