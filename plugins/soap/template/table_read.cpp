// SPDX-License-Identifier: MIT
#include "template/table_read.hpp"

#include "template/field_text.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

bool is_id(std::string_view word) {
    const auto fits = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '-';
    };
    return !word.empty() && std::all_of(word.begin(), word.end(), fits) && word.front() != '-' &&
           word.back() != '-';
}

} // namespace

TableReader::TableReader(std::string_view text, std::vector<Problem>& problems)
    : text_(text), problems_(problems) {}

/// Counted from 1, in characters.
int TableReader::column_of(int line, std::string_view key) const {
    const auto lines = split(text_, '\n'); // a file with a mistake is rare
    if (line < 1 || static_cast<std::size_t>(line) > lines.size()) {
        return 0;
    }
    const auto& text = lines[static_cast<std::size_t>(line) - 1];
    auto found = key.empty() ? std::string::npos : text.find(key);
    if (found == std::string::npos) {
        found = std::min(text.find_first_not_of(" \t"), text.size());
    }
    const auto begins_character = [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    };
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(found);
    return 1 + static_cast<int>(std::count_if(text.begin(), end, begins_character));
}

void TableReader::report_error(
    const Value& value,
    std::string_view key,
    const std::string& path,
    std::string message,
    std::string hint
) {
    problems_.push_back(
        {.weight = Problem::Weight::error,
         .path = path,
         .message = std::move(message),
         .hint = std::move(hint),
         .line = value.line(),
         .column = column_of(value.line(), key)}
    );
}

void TableReader::report_wrong_kind(
    const Value& found, std::string_view key, const std::string& path, std::string_view expected
) {
    report_error(
        found,
        key,
        path,
        std::string{key} + ": " + std::string{expected} + " expected, found " + found_kind(found)
    );
}

void TableReader::refuse_unknown_keys(
    const Value& table, const std::vector<std::string>& keys, const std::string& path
) {
    for (const auto& [key, value] : table.is_object() ? table.as_object() : Value::Object{}) {
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
            const auto meant = did_you_mean(key, keys);
            report_error(
                value,
                key,
                path,
                "unknown key " + key,
                meant ? "did you mean " + *meant + "?" : "the keys here: " + join(keys, ", ")
            );
        }
    }
}

std::string
TableReader::text(const Value& table, std::string_view key, const std::string& path, bool needed) {
    const auto* const value = table.find(key);
    if (value != nullptr && !value->is_text()) {
        report_wrong_kind(*value, key, path, "text in quotes");
        return {};
    }
    if (needed && value == nullptr) {
        report_error(table, "", path, std::string{key} + " is missing");
    } else if (needed && trim(value->as_text()).empty()) {
        report_error(*value, key, path, std::string{key} + " is empty");
    }
    return value == nullptr ? std::string{} : value->as_text();
}

std::vector<std::string>
TableReader::texts(const Value& table, std::string_view key, const std::string& path, bool needed) {
    const auto* const value = table.find(key);
    std::vector<std::string> list;
    if (value != nullptr && !value->is_array() && !value->is_text()) {
        report_wrong_kind(*value, key, path, "a list of texts");
        return list;
    }
    const auto items = value == nullptr   ? Value::Array{}
                       : value->is_text() ? Value::Array{*value}
                                          : value->as_array();
    for (const auto& item : items) {
        if (!item.is_text()) {
            report_wrong_kind(item, key, path, "a list of texts");
        } else if (trim(item.as_text()).empty()) {
            report_error(item, key, path, std::string{key} + ": one of the texts is empty");
        } else {
            list.push_back(item.as_text());
        }
    }
    if (needed && items.empty()) {
        report_error(
            value == nullptr ? table : *value, key, path, std::string{key} + " is missing"
        );
    }
    return list;
}

bool TableReader::flag(const Value& table, std::string_view key, const std::string& path) {
    const auto* const value = table.find(key);
    if (value != nullptr && !value->is_bool()) {
        report_wrong_kind(*value, key, path, "true or false");
    }
    return value != nullptr && value->is_bool() && value->as_bool();
}

std::optional<double>
TableReader::number(const Value& table, std::string_view key, const std::string& path) {
    const auto* const value = table.find(key);
    if (value != nullptr && !value->is_number()) {
        report_wrong_kind(*value, key, path, "a number");
    }
    return value != nullptr && value->is_number() ? std::optional{value->as_number()}
                                                  : std::nullopt;
}

int TableReader::whole(
    const Value& table, std::string_view key, const std::string& path, int otherwise
) {
    const auto* const value = table.find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!value->is_integer() || value->as_integer() < 1 || value->as_integer() > 1000000) {
        report_wrong_kind(*value, key, path, "a whole number of at least 1");
        return otherwise;
    }
    return static_cast<int>(value->as_integer());
}

int TableReader::version(const Value& table, const std::string& path) {
    return whole(table, "version", path, 1);
}

std::vector<const Value*>
TableReader::tables(const Value& parent, std::string_view key, const std::string& path) {
    const auto* const value = parent.find(key);
    std::vector<const Value*> found;
    if (value != nullptr && !value->is_array()) {
        report_wrong_kind(*value, key, path, "[[" + std::string{key} + "]]");
        return found;
    }
    if (value == nullptr) {
        return found;
    }
    for (const auto& item : value->as_array()) {
        if (item.is_object()) {
            found.push_back(&item);
        } else {
            report_wrong_kind(item, key, path, "[[" + std::string{key} + "]]");
        }
    }
    return found;
}

const Value* TableReader::head(const Value& root, std::string_view key) {
    const auto* const about = root.find(key);
    if (about != nullptr && about->is_object()) {
        return about;
    }
    Value beginning;
    beginning.set_line(1);
    const auto named = "[" + std::string{key} + "]";
    report_error(
        beginning, "", "the file", named + " is missing", "begin with " + named + " and id"
    );
    return nullptr;
}

std::string TableReader::id(const Value& table, const std::string& path) {
    auto word = text(table, "id", path, true);
    if (!word.empty() && !is_id(word)) {
        report_error(
            *table.find("id"),
            "id",
            path,
            "invalid id: use small letters, digits and dashes, as in client-born"
        );
    }
    return word;
}

std::string TableReader::source(
    const Value& table, const std::string& path, const std::vector<std::string>& sources
) {
    auto named = text(table, "source", path, true);
    const bool known =
        named.empty() || named == "(k)" ||
        std::any_of(sources.begin(), sources.end(), [&named](const std::string& source) {
            return source.starts_with(named + ":");
        });
    if (!known) {
        report_error(
            *table.find("source"),
            "source",
            path,
            "source: " + named + " is not in the source list at the top of the file",
            "\"(k)\" marks common knowledge without a source"
        );
    }
    return named;
}

bool is_of_treatments(const Value& table) {
    return table.text_at("required") == "treatment";
}

} // namespace praxis::soap
