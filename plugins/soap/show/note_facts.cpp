// SPDX-License-Identifier: MIT
#include "show/note_facts.hpp"

#include "template/field_text.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

std::string with_unit(const std::string& number, const std::string& unit) {
    if (unit.empty()) {
        return number;
    }
    if (unit == "percent") {
        return number + " %";
    }
    return unit == "degree" ? number + "°" : number + " " + unit;
}

/// A grade such as 0 to 10 needs its maximum: "6 of 10".
bool is_grade(const Field& field) {
    return field.type == FieldType::whole && (field.unit.empty() || field.unit == "NPRS") &&
           field.minimum && field.maximum && *field.minimum >= 0 && *field.minimum <= 1 &&
           *field.maximum <= 10;
}

std::string format_text(const std::string& text, const Field* field) {
    if (field == nullptr) {
        return text;
    }
    switch (field->type) {
    case FieldType::choice:
        return format_choice(text);
    case FieldType::list:
        return field->choices.empty() ? text : format_choice(text);
    case FieldType::region:
    case FieldType::regions:
        return region_with_side(text, "");
    case FieldType::temperature:
        if (const auto temperature = Temperature::parse(text)) {
            return Value{temperature->degrees}.plain() + " °" + temperature->scale;
        }
        return text;
    default:
        return text;
    }
}

bool is_place(const Field& field) {
    return field.name == "region" || field.name == "side";
}

bool has_region(const std::vector<Field>& fields) {
    return find_field(fields, "region") != nullptr;
}

/// A column that only holds the unit of other columns.
bool is_unit_column(const Field& field) {
    return field.name == "unit" && field.type == FieldType::choice;
}

} // namespace

std::string format_choice(std::string choice) {
    std::replace(choice.begin(), choice.end(), '-', ' ');
    return choice;
}

std::string place_of(const Value& table) {
    const auto region = table.text_at("region");
    const auto side = table.text_at("side");
    return region.empty() ? side : region_with_side(region, side);
}

std::string places_of(const Value& rows, const CopiedFields& carried, const std::string& path) {
    std::vector<std::string> places;
    for (const auto& row : rows.as_array()) {
        const auto row_path = path + "[" + std::to_string(places.size() + 1) + "].region";
        places.push_back(with_star(place_of(row), carried, row_path));
    }
    // "hip, both sides" has a comma of its own.
    const bool commas = std::any_of(places.begin(), places.end(), [](const auto& place) {
        return place.find(',') != std::string::npos;
    });
    return join(places, commas ? "; " : ", ");
}

void add_fact(std::vector<Fact>& facts, const std::string& label, const std::string& text) {
    if (!text.empty()) {
        facts.emplace_back(label, text);
    }
}

std::string with_star(std::string text, const CopiedFields& carried, const std::string& path) {
    return carried.contains(path) ? std::move(text) + " *" : text;
}

std::string format_value(const Value& value, const Field* field, const std::string& unit) {
    if (value.is_bool()) {
        return value.as_bool() ? "yes" : "no";
    }
    if (value.is_number()) {
        if (field != nullptr && is_grade(*field)) {
            return value.plain() + " of " + Value{*field->maximum}.plain();
        }
        return with_unit(value.plain(), unit.empty() && field != nullptr ? field->unit : unit);
    }
    if (value.is_text()) {
        return format_text(value.as_text(), field);
    }
    if (value.is_array()) {
        std::vector<std::string> items;
        for (const auto& item : value.as_array()) {
            items.push_back(format_value(item, field, unit));
        }
        // A comma inside an item would look like two items.
        const bool commas = std::any_of(items.begin(), items.end(), [](const auto& item) {
            return item.find(',') != std::string::npos;
        });
        return join(items, commas ? "; " : ", ");
    }
    return value.is_null() ? "" : to_json(value);
}

Grid grid_of(
    const Field& table, const Value& rows, const CopiedFields& carried, const std::string& path
) {
    Grid grid;
    grid.caption = table.label;
    const bool places = has_region(table.columns);
    const auto& list = rows.as_array();
    const auto used = [&list](const std::string& name) {
        return std::any_of(list.begin(), list.end(), [&name](const Value& row) {
            const auto* value = row.find(name);
            return value != nullptr && !value->is_null();
        });
    };
    std::vector<const Field*> columns;
    if (places) {
        grid.columns.push_back({"Where", Align::left});
    }
    for (const auto& column : table.columns) {
        if ((places && is_place(column)) || is_unit_column(column) || !used(column.name)) {
            continue;
        }
        columns.push_back(&column);
        const bool number = column.type == FieldType::whole || column.type == FieldType::number;
        grid.columns.push_back({column.label, number ? Align::right : Align::left});
    }
    for (const auto& row : list) {
        auto& cells = grid.rows.emplace_back();
        const auto row_path = path + "[" + std::to_string(grid.rows.size()) + "].";
        if (places) {
            cells.push_back(with_star(place_of(row), carried, row_path + "region"));
        }
        for (const auto* column : columns) {
            const auto* value = row.find(column->name);
            const auto text =
                value == nullptr ? "" : format_value(*value, column, row.text_at("unit"));
            cells.push_back(with_star(text, carried, row_path + column->name));
        }
    }
    return grid;
}

TableWriter::TableWriter(const Value& table, const CopiedFields& carried, std::string path)
    : table_(table), carried_(carried), path_(std::move(path)) {}

void TableWriter::field(const Field& field) {
    const auto* value = table_.find(field.name);
    if (value == nullptr || value->is_null() || is_done(field.name)) {
        return;
    }
    done_.push_back(field.name);
    const auto path = path_ + "." + field.name;
    if (value->is_object()) {
        for (const auto& column : field.columns) {
            if (const auto* inner = value->find(column.name)) {
                add_fact(
                    facts_,
                    field.label + ", " + column.label,
                    with_star(format_value(*inner, &column), carried_, path + "." + column.name)
                );
            }
        }
    } else if (is_list_of_places(field)) {
        add_fact(facts_, field.label, places_of(*value, carried_, path));
    } else if (field.type == FieldType::table) {
        flush();
        blocks_.emplace_back(grid_of(field, *value, carried_, path));
    } else {
        add_fact(facts_, field.label, with_star(format_value(*value, &field), carried_, path));
    }
}

void TableWriter::computed(const Computed& computed) {
    if (const auto* value = table_.find(computed.name)) {
        done_.push_back(computed.name);
        add_fact(facts_, computed.label, format_choice(value->plain()));
    }
}

void TableWriter::leave_out(const std::string& name) {
    done_.push_back(name);
}

std::vector<Block> TableWriter::take() {
    for (const auto& [name, value] : table_.as_object()) {
        if (!is_done(name)) {
            add_fact(facts_, name, value.is_object() ? to_json(value) : value.plain());
        }
    }
    flush();
    return std::move(blocks_);
}

bool TableWriter::is_done(const std::string& name) const {
    return std::find(done_.begin(), done_.end(), name) != done_.end();
}

void TableWriter::flush() {
    if (!facts_.empty()) {
        blocks_.emplace_back(Facts{std::exchange(facts_, {})});
    }
}

} // namespace praxis::soap
