// SPDX-License-Identifier: MIT
#include "screen/table_file.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cstdint>

namespace praxis::safety {

namespace {

constexpr std::int64_t most = 36500; // days, in a century

} // namespace

TableFile::TableFile(const ContributedFile& file) : file_(file), root_(parse()) {}

void TableFile::refuse(const Value& at, const std::string& message) const {
    throw PluginError(
        file_.path + ":" + std::to_string(at.line()) + ": " + message,
        "praxis plugin doctor " + file_.plugin
    );
}

void TableFile::refuse_unknown(const Value& table, const std::vector<std::string>& keys) const {
    for (const auto& [key, value] : table.as_object()) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            const auto meant = did_you_mean(key, keys);
            refuse(value, "unknown key " + key + (meant ? "; did you mean " + *meant + "?" : ""));
        }
    }
}

std::string TableFile::text(const Value& table, std::string_view key) const {
    const auto* value = table.find(key);
    if (value != nullptr && !value->is_text()) {
        refuse(*value, std::string{key} + ": text in quotes expected");
    }
    return value == nullptr ? std::string{} : value->as_text();
}

std::string TableFile::needed(const Value& table, std::string_view key) const {
    auto found = text(table, key);
    if (found.empty()) {
        refuse(table, std::string{key} + " is missing");
    }
    return found;
}

std::vector<std::string> TableFile::texts(const Value& table, std::string_view key) const {
    const auto* value = table.find(key);
    if (value != nullptr && !value->is_array()) {
        refuse(*value, std::string{key} + ": list expected");
    }
    return table.texts_at(key);
}

bool TableFile::flag(const Value& table, std::string_view key, bool otherwise) const {
    const auto* value = table.find(key);
    if (value != nullptr && !value->is_bool()) {
        refuse(*value, std::string{key} + ": true or false expected");
    }
    return value == nullptr ? otherwise : value->as_bool();
}

std::optional<int> TableFile::number(const Value& table, std::string_view key) const {
    const auto* value = table.find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_integer() || value->as_integer() < 0 || value->as_integer() > most) {
        refuse(*value, std::string{key} + ": whole number from 0 expected");
    }
    return static_cast<int>(value->as_integer());
}

std::vector<const Value*> TableFile::tables(const Value& parent, std::string_view key) const {
    std::vector<const Value*> found;
    const auto* list = parent.find(key);
    if (list == nullptr) {
        return found;
    }
    if (!list->is_array()) {
        refuse(*list, std::string{key} + ": list of tables expected");
    }
    for (const auto& item : list->as_array()) {
        if (!item.is_object()) {
            refuse(*list, std::string{key} + ": table expected");
        }
        found.push_back(&item);
    }
    return found;
}

Value TableFile::parse() const {
    try {
        return parse_toml(file_.text, file_.path);
    } catch (const Error& error) {
        throw PluginError(error.what(), "praxis plugin doctor " + file_.plugin);
    }
}

} // namespace praxis::safety
