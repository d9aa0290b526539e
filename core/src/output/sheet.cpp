// SPDX-License-Identifier: MIT
#include "sheet.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <optional>
#include <set>

namespace praxis::output {
namespace {

/// "next_visit" -> "Next visit", for data without titles.
std::string title_of(const std::string& key) {
    std::string title = key;
    std::replace(title.begin(), title.end(), '_', ' ');
    if (!title.empty() && title.front() >= 'a' && title.front() <= 'z') {
        title.front() = static_cast<char>(title.front() - 'a' + 'A');
    }
    return title;
}

Sheet sheet_of_object(const Value::Object& members) {
    Sheet sheet;
    sheet.single = true;
    auto& row = sheet.rows.emplace_back();
    for (const auto& [key, value] : members) {
        sheet.columns.push_back({key, title_of(key)});
        row.push_back(value);
    }
    return sheet;
}

Sheet sheet_of_list(const Value::Array& items) {
    Sheet sheet;
    std::set<std::string> known;
    for (const auto& item : items) {
        for (const auto& [key, value] : item.as_object()) {
            if (known.insert(key).second) {
                sheet.columns.push_back({key, title_of(key)});
            }
        }
    }
    for (const auto& item : items) {
        auto& row = sheet.rows.emplace_back();
        for (const auto& column : sheet.columns) {
            const Value* value = item.find(column.key);
            row.push_back(value != nullptr ? *value : Value{});
        }
    }
    return sheet;
}

Sheet sheet_of_table(const Table& table) {
    Sheet sheet{table.columns, table.rows, false};
    for (auto& row : sheet.rows) {
        row.resize(sheet.columns.size());
    }
    return sheet;
}

Sheet sheet_of_record(const Record& record) {
    Sheet sheet;
    sheet.single = true;
    auto& row = sheet.rows.emplace_back();
    for (const auto& field : record.fields) {
        sheet.columns.push_back({field.key, field.label});
        row.push_back(field.value);
    }
    return sheet;
}

[[noreturn]] void refuse_field(const std::string& name, const std::vector<std::string>& known) {
    if (known.empty()) {
        throw UsageError("this result has no fields", "leave out --fields");
    }
    std::string message = "unknown field '" + visible(name) + "'";
    if (const auto meant = did_you_mean(name, known)) {
        message += ", did you mean '" + *meant + "'?";
    }
    throw UsageError(message, "choose from " + join(known, ", "));
}

Sheet with_columns(const Sheet& sheet, const std::vector<std::size_t>& places) {
    Sheet result;
    result.single = sheet.single;
    result.columns = at_places(sheet.columns, places);
    for (const auto& row : sheet.rows) {
        result.rows.push_back(at_places(row, places));
    }
    return result;
}

} // namespace

std::vector<std::size_t>
places_of(const std::vector<Table::Column>& columns, const std::vector<std::string>& fields) {
    std::vector<std::size_t> places;
    if (fields.empty()) {
        places.resize(columns.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
        return places;
    }
    std::vector<std::string> known;
    for (const auto& column : columns) {
        known.push_back(column.key);
    }
    for (const auto& field : fields) {
        const std::string name = trim(field);
        const auto found = std::find(known.begin(), known.end(), name);
        if (found == known.end()) {
            refuse_field(name, known);
        }
        const auto place = static_cast<std::size_t>(std::distance(known.begin(), found));
        if (std::find(places.begin(), places.end(), place) == places.end()) {
            places.push_back(place);
        }
    }
    return places;
}

Sheet sheet_of(const Value& data) {
    if (data.is_object()) {
        return sheet_of_object(data.as_object());
    }
    Sheet sheet;
    if (data.is_array()) {
        const auto& items = data.as_array();
        if (std::all_of(items.begin(), items.end(), [](const auto& item) {
                return item.is_object();
            })) {
            return sheet_of_list(items);
        }
        sheet.columns.push_back({"value", "Value"});
        for (const auto& item : items) {
            sheet.rows.push_back({item});
        }
        return sheet;
    }
    sheet.single = true;
    sheet.columns.push_back({"value", "Value"});
    sheet.rows.push_back({data});
    return sheet;
}

Sheet sheet_of(const Result& result) {
    if (const auto* table = std::get_if<Table>(&result)) {
        return sheet_of_table(*table);
    }
    if (const auto* record = std::get_if<Record>(&result)) {
        return sheet_of_record(*record);
    }
    if (const auto* view = std::get_if<View>(&result)) {
        return sheet_of(view->data());
    }
    if (const auto* message = std::get_if<Message>(&result)) {
        return sheet_of(message->data);
    }
    return sheet_of(std::get<File>(result).data);
}

Sheet select(Sheet sheet, const std::vector<std::string>& fields) {
    if (fields.empty()) {
        return sheet;
    }
    if (sheet.columns.empty() && !sheet.single) { // an empty list knows no field: csv has a header
        for (const auto& field : fields) {
            sheet.columns.push_back({trim(field), title_of(trim(field))});
        }
        return sheet;
    }
    sheet = with_columns(sheet, places_of(sheet.columns, fields));
    for (auto& column : sheet.columns) {
        column.machine_only = false;
    }
    return sheet;
}

Sheet for_people(Sheet sheet) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
        if (!sheet.columns[i].machine_only) {
            places.push_back(i);
        }
    }
    return places.size() == sheet.columns.size() ? sheet : with_columns(sheet, places);
}

Value value_of(const Sheet& sheet) {
    Value::Array items;
    for (const auto& row : sheet.rows) {
        Value::Object members;
        for (std::size_t i = 0; i < row.size(); ++i) {
            members.emplace_back(sheet.columns[i].key, row[i]);
        }
        items.emplace_back(std::move(members));
    }
    return sheet.single ? items.front() : Value{std::move(items)};
}

namespace {

/// A time with its offset is for programs; people read the civil time of the practice.
std::string for_reading(const Value& value) {
    auto text = value.plain();
    if (value.is_text()) {
        if (const auto time = ZonedTime::from_iso(text)) {
            return time->civil().str();
        }
    }
    return text;
}

} // namespace

Grid grid_of(const Sheet& sheet) {
    Grid grid;
    for (const auto& column : sheet.columns) {
        grid.columns.push_back({column.title, column.align});
    }
    for (const auto& row : sheet.rows) {
        auto& texts = grid.rows.emplace_back();
        for (const auto& value : row) {
            texts.push_back(for_reading(value));
        }
    }
    return grid;
}

} // namespace praxis::output
