// SPDX-License-Identifier: MIT
#include <praxis/error.hpp>
#include <praxis/file_table.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis {

namespace {

std::string check_command(const ContributedFile& file) {
    return "praxis plugin doctor " + file.plugin;
}

bool explains(const std::string& citation, const std::string& source) {
    return citation.starts_with(source + ":");
}

bool is_filled_text(const Value& value) {
    return value.is_text() && !trim(value.as_text()).empty();
}

} // namespace

Value parse_file(const ContributedFile& file) {
    try {
        return parse_toml(file.text, file.path);
    } catch (const Refused& error) {
        throw PluginError(error.what(), check_command(file));
    }
}

FileTable::FileTable(const ContributedFile& file, const Value& table, std::string place)
    : file_(&file), table_(&table), place_(std::move(place)) {
    if (!table.is_object()) {
        refuse_at(table.line(), "a table is expected");
    }
}

std::string FileTable::inner_place(std::string_view key) const {
    return (place_.empty() ? "" : place_ + ": ") + std::string{key};
}

void FileTable::refuse_at(int line, const std::string& what) const {
    throw PluginError(
        file_->path + (line > 0 ? ":" + std::to_string(line) : "") + ": " + inner_place(what),
        check_command(*file_)
    );
}

std::string FileTable::place_of(std::string_view key) const {
    const auto* const value = table_->find(key);
    const int line = value == nullptr ? 0 : value->line();
    return file_->path + ":" + std::to_string(line > 0 ? line : table_->line()) + ": " +
           inner_place(key);
}

void FileTable::refuse(std::string_view key, const std::string& what) const {
    throw PluginError(place_of(key) + ": " + what, check_command(*file_));
}

void FileTable::allow(std::initializer_list<std::string_view> keys) const {
    const std::vector<std::string> known{keys.begin(), keys.end()};
    for (const auto& [key, value] : table_->as_object()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            const auto meant = did_you_mean(key, known);
            refuse_at(
                value.line(), "unknown key " + key + (meant ? ": did you mean " + *meant + "?" : "")
            );
        }
    }
}

const Value& FileTable::get(std::string_view key) const {
    const auto* const value = table_->find(key);
    if (value == nullptr) {
        refuse(key, "missing");
    }
    return *value;
}

std::string FileTable::text(std::string_view key) const {
    const auto& value = get(key);
    if (!is_filled_text(value)) {
        refuse(key, "text in quotes expected");
    }
    return value.as_text();
}

std::string FileTable::text_or(std::string_view key, std::string otherwise) const {
    const auto* const value = table_->find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!value->is_text()) {
        refuse(key, "text in quotes expected");
    }
    return value->as_text();
}

std::vector<std::string> FileTable::texts_or_none(std::string_view key) const {
    const auto* const value = table_->find(key);
    if (value == nullptr) {
        return {};
    }
    if (is_filled_text(*value)) {
        return {value->as_text()};
    }
    if (!value->is_array() ||
        !std::all_of(value->as_array().begin(), value->as_array().end(), is_filled_text)) {
        refuse(key, "list of texts expected");
    }
    return value->texts();
}

std::vector<std::string> FileTable::texts(std::string_view key) const {
    auto texts = texts_or_none(key);
    if (texts.empty()) {
        refuse(key, "missing");
    }
    return texts;
}

std::vector<std::string>
FileTable::texts_of(std::string_view key, const std::vector<std::string>& choices) const {
    auto texts = texts_or_none(key);
    for (const auto& text : texts) {
        if (std::find(choices.begin(), choices.end(), text) == choices.end()) {
            const auto meant = did_you_mean(text, choices);
            refuse(key, "invalid value " + text + (meant ? ": did you mean " + *meant + "?" : ""));
        }
    }
    return texts;
}

double FileTable::number(std::string_view key) const {
    const auto& value = get(key);
    if (!value.is_number()) {
        refuse(key, "number expected");
    }
    return value.as_number();
}

double FileTable::number_or(std::string_view key, double otherwise) const {
    return has(key) ? number(key) : otherwise;
}

std::optional<int> FileTable::whole_or_none(std::string_view key) const {
    constexpr std::int64_t most = 100000;
    const auto* const value = table_->find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_integer() || value->as_integer() < 0 || value->as_integer() > most) {
        refuse(key, "whole number from 0 to 100000 expected");
    }
    return static_cast<int>(value->as_integer());
}

int FileTable::whole_or(std::string_view key, int otherwise) const {
    return whole_or_none(key).value_or(otherwise);
}

bool FileTable::flag_or(std::string_view key, bool otherwise) const {
    const auto* const value = table_->find(key);
    if (value == nullptr) {
        return otherwise;
    }
    if (!value->is_bool()) {
        refuse(key, "true or false expected");
    }
    return value->as_bool();
}

std::string FileTable::id(std::string_view key) const {
    auto id = text(key);
    if (id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
        refuse(key, "use small letters, digits and dashes");
    }
    return id;
}

std::size_t
FileTable::choice(std::string_view key, std::initializer_list<std::string_view> choices) const {
    const auto given = text(key);
    const auto* const found = std::find(choices.begin(), choices.end(), given);
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
FileTable::word(std::string_view key, std::initializer_list<std::string_view> choices) const {
    return std::string{*(choices.begin() + choice(key, choices))};
}

std::vector<std::string>
FileTable::sources(std::string_view key, const std::vector<std::string>& listed) const {
    auto sources = texts(key);
    for (const auto& source : sources) {
        const auto is_explained = [&source](const auto& each) { return explains(each, source); };
        if (source != "(k)" && std::none_of(listed.begin(), listed.end(), is_explained)) {
            refuse(
                key,
                source + " is not in the source list at the top of the file; \"(k)\" marks common "
                         "knowledge"
            );
        }
    }
    return sources;
}

FileTable FileTable::table(std::string_view key) const {
    const auto name = std::string{key};
    return FileTable{*file_, get(key), place_.empty() ? "[" + name + "]" : inner_place(name)};
}

std::optional<FileTable> FileTable::table_or_none(std::string_view key) const {
    return has(key) ? std::optional{table(key)} : std::nullopt;
}

std::vector<FileTable> FileTable::tables(std::string_view key) const {
    std::vector<FileTable> tables;
    const auto* const list = table_->find(key);
    if (list == nullptr) {
        return tables;
    }
    if (!list->is_array()) {
        refuse(key, "write [[" + std::string{key} + "]]");
    }
    for (const auto& item : list->as_array()) {
        const auto id = item.text_at("id");
        const auto name = std::string{key} + (id.empty() ? "" : " " + id);
        const bool is_bare = place_.empty() && id.empty();
        tables.emplace_back(*file_, item, is_bare ? "[[" + name + "]]" : inner_place(name));
    }
    return tables;
}

std::string citation_of(const std::string& source, const std::vector<std::string>& listed) {
    const auto found = std::find_if(listed.begin(), listed.end(), [&source](const auto& each) {
        return explains(each, source);
    });
    return found == listed.end() ? source : *found;
}

} // namespace praxis
