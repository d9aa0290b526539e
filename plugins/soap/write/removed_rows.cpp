// SPDX-License-Identifier: MIT
#include "write/removed_rows.hpp"

#include "note/note_copied.hpp"
#include "template/field_place.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

namespace praxis::soap {

namespace {

/// "objective.finding" and 2 of "objective.finding[2]"
std::pair<std::string, std::size_t> list_and_number(const std::string& row) {
    const auto bracket = row.rfind('[');
    std::size_t number = 0;
    std::from_chars(row.data() + bracket + 1, row.data() + row.size(), number);
    return {row.substr(0, bracket), number};
}

/// Rows after the removed one move up by one.
void renumber(std::vector<std::string>& paths, const std::string& list, std::size_t gone) {
    for (auto& path : paths) {
        const auto close = path.find(']', list.size());
        if (!path.starts_with(list + "[") || close == std::string::npos) {
            continue;
        }
        const auto number = list_and_number(path.substr(0, close + 1)).second;
        if (number > gone) {
            path = list + "[" + std::to_string(number - 1) + path.substr(close);
        }
    }
}

/// The first texts of a row, by which a person recognises it.
std::string summarize_row(const Value* row) {
    constexpr std::size_t enough = 3;
    std::vector<std::string> texts;
    if (row != nullptr && row->is_object()) {
        for (const auto& [name, value] : row->as_object()) {
            if (texts.size() < enough && value.is_text() && !value.as_text().empty()) {
                texts.push_back(value.as_text());
            }
        }
    }
    return texts.empty() ? "" : " (" + join(texts, ", ") + ")";
}

} // namespace

bool is_in_row(const std::string& path, const std::string& row) {
    return path.starts_with(row) && (path.size() == row.size() || path[row.size()] == '.');
}

bool RemovedRows::contains(const std::string& path) const {
    return std::any_of(rows_.begin(), rows_.end(), [&path](const auto& row) {
        return is_in_row(path, row);
    });
}

std::vector<std::string> RemovedRows::remove_from(Value& file, std::vector<std::string>& touched) {
    std::vector<std::string> messages;
    for (const auto& row : rows_) {
        messages.push_back(
            "removed: " + find_place(row, {}).text() + summarize_row(find_fact(file, row))
        );
    }
    // Inner rows first, then the last rows first, so that the remaining paths stay right.
    std::sort(rows_.begin(), rows_.end(), [](const auto& left, const auto& right) {
        const auto key = [](const std::string& row) {
            return std::tuple{std::count(row.begin(), row.end(), '['), list_and_number(row).second};
        };
        return key(left) > key(right);
    });
    for (const auto& row : rows_) {
        const auto [list, number] = list_and_number(row);
        auto* const rows = find_fact(file, list);
        if (rows == nullptr || !rows->is_array() || number > rows->as_array().size()) {
            continue;
        }
        auto& items = rows->as_array();
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(number - 1));
        if (items.empty()) {
            *rows = Value{};
        }
        renumber(touched, list, number);
    }
    rows_.clear();
    return messages;
}

} // namespace praxis::soap
