// SPDX-License-Identifier: MIT
#include "render.hpp"

#include "formats.hpp"
#include "layout.hpp"
#include "markdown.hpp"
#include "sheet.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::output {
namespace {

const std::vector<std::string>& formats() {
    static const std::vector<std::string> names{
        "table", "plain", "csv", "tsv", "json", "jsonl", "md"};
    return names;
}

void check_format(const std::string& format) {
    const auto& known = formats();
    if (format.empty() || std::find(known.begin(), known.end(), format) != known.end()) {
        return;
    }
    std::string message = "unknown format '" + visible(format) + "'";
    if (const auto meant = did_you_mean(format, known)) {
        message += ", did you mean '" + *meant + "'?";
    }
    throw UsageError(message, "choose from: " + join(known, ", "));
}

std::string end_line(std::string text) {
    if (!text.empty() && text.back() != '\n') {
        text += '\n';
    }
    return text;
}

/// The names of the fields, one per line.
std::string field_names(const Sheet& sheet, const std::string& format) {
    Value::Array names;
    std::string text;
    for (const auto& column : sheet.columns) {
        names.emplace_back(column.key);
        text += visible(column.key) + "\n";
    }
    return format == "json" ? json_of(Value{std::move(names)}) : text;
}

/// The JSON of a result keeps its own shape unless --fields selects from it.
Value data_of(const Result& result, const Sheet& sheet, bool chosen) {
    if (!chosen) {
        if (const auto* view = std::get_if<View>(&result)) {
            return view->data;
        }
        if (const auto* message = std::get_if<Message>(&result)) {
            return message->data;
        }
    }
    return value_of(sheet);
}

std::string list_for_people(const Sheet& sheet, const Style& style) {
    const Grid grid = grid_of(sheet);
    if (!sheet.single) {
        return grid.rows.empty() ? std::string{} : aligned_table(grid, style.width, style.colour);
    }
    LabelledTexts items;
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        items.emplace_back(grid.columns[i].title, grid.rows.front()[i]);
    }
    return labelled_values(items, style.width, style.colour);
}

std::string list_as_markdown(const Sheet& sheet) {
    const Grid grid = grid_of(sheet);
    if (!sheet.single) {
        return markdown_table(grid);
    }
    Grid fields{{}, {{"Field", Align::left}, {"Value", Align::left}}, {}};
    for (std::size_t i = 0; i < grid.columns.size(); ++i) {
        fields.rows.push_back({grid.columns[i].title, grid.rows.front()[i]});
    }
    return fields.rows.empty() ? std::string{} : markdown_table(fields);
}

std::string markdown_for(const Result& result, const Sheet& sheet, bool chosen) {
    const auto* view = std::get_if<View>(&result);
    if (view != nullptr && !chosen) {
        return markdown_of(view->document);
    }
    const auto* message = std::get_if<Message>(&result);
    if (message != nullptr && !chosen) {
        return end_line(markdown_lines(message->text, ""));
    }
    return list_as_markdown(for_people(sheet));
}

std::string people_for(const Result& result, const Sheet& sheet, bool chosen, const Style& style) {
    const auto* view = std::get_if<View>(&result);
    if (view != nullptr && !chosen) {
        return text_of(view->document, style.width, style.colour);
    }
    const auto* message = std::get_if<Message>(&result);
    if (message != nullptr && !chosen) {
        return end_line(visible(message->text, true));
    }
    return list_for_people(for_people(sheet), style);
}

} // namespace

std::string show(const Result& result, const Style& style) {
    check_format(style.format);
    if (std::holds_alternative<File>(result)) {
        return {};
    }
    const auto all = sheet_of(result);
    if (style.list_fields) {
        return field_names(all, style.format);
    }
    const bool chosen = !style.fields.empty();
    const auto sheet = select(all, style.fields);
    const bool on_terminal = style.width > 0;
    if (style.format == "json") {
        return json_of(data_of(result, sheet, chosen));
    }
    if (style.format == "jsonl") {
        return jsonl_of(data_of(result, sheet, chosen));
    }
    if (style.format == "csv") {
        return csv_of(sheet, on_terminal);
    }
    if (style.format == "tsv") {
        return tsv_of(sheet, on_terminal);
    }
    if (style.format == "md") {
        return markdown_for(result, sheet, chosen);
    }
    Style people = style;
    if (style.format == "plain") {
        people.width = 0;
        people.colour = false;
    }
    return people_for(result, sheet, chosen, people);
}

} // namespace praxis::output
