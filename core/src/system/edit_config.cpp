// SPDX-License-Identifier: MIT
#include "system/edit_config.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace praxis {
namespace {

constexpr const char* source = "the configuration file";

struct Name {
    std::string table; // "plugins.commands"; empty at the top of the file
    std::string key;
};

Name split_name(const std::string& name) {
    const auto dot = name.rfind('.');
    return dot == std::string::npos ? Name{{}, name}
                                    : Name{name.substr(0, dot), name.substr(dot + 1)};
}

const Value* find_value(const Value& root, const std::string& name) {
    const auto* found = &root;
    for (const auto& key : split(name, '.')) {
        found = found == nullptr ? nullptr : found->find(key);
    }
    return found;
}

std::string toml_of(const Setting& setting, const std::string& value) {
    return setting.type == Setting::Type::number ? value : to_json(Value{value});
}

std::vector<std::string> lines_of(const std::string& text) {
    auto lines = split(text, '\n');
    if (!lines.empty() && lines.back().empty()) {
        lines.pop_back();
    }
    return lines;
}

std::string text_of(const std::vector<std::string>& lines) {
    return lines.empty() ? "" : join(lines, "\n") + "\n";
}

/// Behind the last line of the table, or at the end of the file with a new table's head.
std::size_t place_in(std::vector<std::string>& lines, const std::string& table) {
    const auto is_head = [](const std::string& line) { return trim(line).starts_with('['); };
    if (table.empty()) {
        const auto first = std::find_if(lines.begin(), lines.end(), is_head);
        return static_cast<std::size_t>(first - lines.begin());
    }
    const auto head = std::find_if(lines.begin(), lines.end(), [&](const auto& line) {
        return trim(line) == "[" + table + "]";
    });
    if (head == lines.end()) {
        lines.push_back("[" + table + "]");
        return lines.size();
    }
    return static_cast<std::size_t>(std::find_if(head + 1, lines.end(), is_head) - lines.begin());
}

/// The edit must have changed that setting and nothing else.
void refuse_other_changes(
    const std::string& before,
    const std::string& after,
    const std::string& name,
    const std::optional<std::string>& value
) {
    const auto without = [&](const std::string& text) {
        auto root = parse_toml(text, source);
        const auto [table, key] = split_name(name);
        auto* owner = &root;
        for (const auto& part : table.empty() ? std::vector<std::string>{} : split(table, '.')) {
            owner = &(*owner)[part];
        }
        (*owner)[key] = Value{};
        return to_canonical_json(root);
    };
    const auto root = parse_toml(after, source);
    const auto* now = find_value(root, name);
    const bool as_wanted = value ? now != nullptr && now->plain() == *value : now == nullptr;
    if (!as_wanted || without(before) != without(after)) {
        throw Refused(
            name + " cannot be changed in the configuration file without touching other lines",
            "edit the file: praxis config list --show-origin names it"
        );
    }
}

} // namespace

std::string set_in_config(
    const std::string& text,
    const Setting& setting,
    const std::string& name,
    const std::string& value
) {
    const auto root = parse_toml(text, source);
    auto lines = lines_of(text);
    const auto [table, key] = split_name(name);
    const auto line = key + " = " + toml_of(setting, value);
    if (const auto* old = find_value(root, name); old != nullptr && old->line() > 0) {
        lines.at(static_cast<std::size_t>(old->line()) - 1) = line;
    } else {
        const auto place = place_in(lines, table);
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(place), line);
    }
    auto edited = text_of(lines);
    refuse_other_changes(text, edited, name, value);
    return edited;
}

std::string unset_in_config(const std::string& text, const std::string& name) {
    const auto root = parse_toml(text, source);
    const auto* old = find_value(root, name);
    if (old == nullptr) {
        return text;
    }
    auto lines = lines_of(text);
    lines.erase(lines.begin() + std::max(old->line() - 1, 0));
    auto edited = text_of(lines);
    refuse_other_changes(text, edited, name, std::nullopt);
    return edited;
}

} // namespace praxis
