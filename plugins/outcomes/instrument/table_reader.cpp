// SPDX-License-Identifier: MIT
#include "instrument/table_reader.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::outcomes {

namespace {

[[noreturn]] void
refuse_at(const std::string& file, int line, const std::string& path, const std::string& what) {
    throw Refused(
        file + (line > 0 ? ", line " + std::to_string(line) : "") + ": " + path + ": " + what
    );
}

bool explains(const std::string& source, const std::string& id) {
    return source.starts_with(id + ":");
}

} // namespace

TableReader::TableReader(
    const Value& table,
    std::string file,
    std::string path,
    std::initializer_list<std::string_view> keys
)
    : table_(table), file_(std::move(file)), path_(std::move(path)) {
    if (!table.is_object()) {
        refuse_at(file_, table.line(), path_, "a table is expected");
    }
    const std::vector<std::string> known{keys.begin(), keys.end()};
    for (const auto& [key, value] : table.as_object()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            const auto meant = did_you_mean(key, known);
            refuse_at(
                file_,
                value.line(),
                path_,
                "unknown key " + key + (meant ? ": did you mean " + *meant + "?" : "")
            );
        }
    }
}

void TableReader::refuse(std::string_view key, const std::string& what) const {
    const auto* value = find(key);
    const int line = value == nullptr ? table_.line() : value->line();
    refuse_at(file_, line, path_, std::string{key} + ": " + what);
}

const Value& TableReader::get(std::string_view key) const {
    const auto* value = find(key);
    if (value == nullptr) {
        refuse(key, "missing");
    }
    return *value;
}

bool TableReader::has(std::string_view key) const {
    return find(key) != nullptr;
}

std::string TableReader::text(std::string_view key) const {
    const auto& value = get(key);
    if (!value.is_text() || value.as_text().empty()) {
        refuse(key, "text in quotes expected");
    }
    return value.as_text();
}

std::string TableReader::text_or(std::string_view key, std::string otherwise) const {
    return has(key) ? text(key) : std::move(otherwise);
}

std::vector<std::string> TableReader::texts(std::string_view key) const {
    const auto& value = get(key);
    if (value.is_text()) {
        return {value.as_text()};
    }
    const auto is_text = [](const Value& item) { return item.is_text(); };
    if (!value.is_array() ||
        !std::all_of(value.as_array().begin(), value.as_array().end(), is_text)) {
        refuse(key, "list of texts expected");
    }
    return value.texts();
}

std::vector<std::string> TableReader::texts_or_none(std::string_view key) const {
    return has(key) ? texts(key) : std::vector<std::string>{};
}

double TableReader::number(std::string_view key) const {
    const auto& value = get(key);
    if (!value.is_number()) {
        refuse(key, "number expected");
    }
    return value.as_number();
}

double TableReader::number_or(std::string_view key, double otherwise) const {
    return has(key) ? number(key) : otherwise;
}

int TableReader::whole_or(std::string_view key, int otherwise) const {
    constexpr std::int64_t most = 100000;
    const auto* value = find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!value->is_integer() || value->as_integer() < 0 || value->as_integer() > most) {
        refuse(key, "whole number expected");
    }
    return static_cast<int>(value->as_integer());
}

bool TableReader::flag_or(std::string_view key, bool otherwise) const {
    const auto* value = find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!value->is_bool()) {
        refuse(key, "true or false expected");
    }
    return value->as_bool();
}

std::size_t
TableReader::choice(std::string_view key, std::initializer_list<std::string_view> choices) const {
    const auto given = text(key);
    const auto* found = std::find(choices.begin(), choices.end(), given);
    if (found == choices.end()) {
        refuse(
            key,
            "invalid value " + given + ", choose from " +
                join(std::vector<std::string>{choices.begin(), choices.end()}, ", ")
        );
    }
    return static_cast<std::size_t>(found - choices.begin());
}

std::string
TableReader::word(std::string_view key, std::initializer_list<std::string_view> choices) const {
    return std::string{*(choices.begin() + choice(key, choices))};
}

std::vector<std::string>
TableReader::sources(std::string_view key, const std::vector<std::string>& listed) const {
    auto ids = texts(key);
    for (const auto& id : ids) {
        const bool known =
            id == "(k)" || std::any_of(listed.begin(), listed.end(), [&id](const auto& each) {
                return explains(each, id);
            });
        if (!known) {
            refuse(key, id + " is not in the source list at the top of the file");
        }
    }
    return ids;
}

std::vector<const Value*>
tables_of(const Value& root, std::string_view key, const std::string& file) {
    std::vector<const Value*> tables;
    const auto* list = root.find(key);
    if (list == nullptr) {
        return tables;
    }
    if (!list->is_array()) {
        refuse_at(file, list->line(), std::string{key}, "write [[" + std::string{key} + "]]");
    }
    for (const auto& table : list->as_array()) {
        tables.push_back(&table);
    }
    return tables;
}

std::string citation_of(const std::string& id, const std::vector<std::string>& listed) {
    const auto found = std::find_if(listed.begin(), listed.end(), [&id](const auto& each) {
        return explains(each, id);
    });
    return found == listed.end() ? id : *found;
}

} // namespace praxis::outcomes
