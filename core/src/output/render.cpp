// SPDX-License-Identifier: MIT
#include "render.hpp"

#include "formats.hpp"
#include "layout.hpp"
#include "markdown.hpp"
#include "sheet.hpp"

#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

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

/// The writer of a list in a format for programs; nullptr for a format for people.
std::unique_ptr<ListWriter>
list_writer(const std::vector<Table::Column>& columns, const Style& style) {
    const bool on_terminal = style.width > 0;
    if (style.format == "csv") {
        return csv_writer(columns, on_terminal);
    }
    if (style.format == "tsv") {
        return tsv_writer(columns, on_terminal);
    }
    if (style.format == "json") {
        return json_writer(columns);
    }
    return style.format == "jsonl" ? jsonl_writer(columns) : nullptr;
}

std::string beginning_of(const Style& style) {
    return std::string{style.byte_order_mark ? byte_order_mark : std::string_view{}};
}

Style style_for_people(Style style) {
    if (style.format == "plain") {
        style.width = 0;
        style.colour = false;
    }
    return style;
}

std::string show_sheet(const Sheet& sheet, const Style& style) {
    if (sheet.single && style.format == "json") {
        return json_of(value_of(sheet));
    }
    if (sheet.single && style.format == "jsonl") {
        return jsonl_of(value_of(sheet));
    }
    if (const auto writer = list_writer(sheet.columns, style)) {
        auto text = beginning_of(style);
        writer->begin(text);
        for (const auto& row : sheet.rows) {
            writer->add(row, text);
        }
        writer->end(text);
        return text;
    }
    const auto shown = for_people(sheet);
    return style.format == "md" ? list_as_markdown(shown)
                                : list_for_people(shown, style_for_people(style));
}

/// The data of a View or a Message; its JSON keeps its own shape.
std::string show_data(const Value& data, const Style& style) {
    if (style.format == "json") {
        return json_of(data);
    }
    return style.format == "jsonl" ? jsonl_of(data) : show_sheet(sheet_of(data), style);
}

std::string show_view(const View& view, const Style& style) {
    if (style.format == "md") {
        return markdown_of(view.document());
    }
    const auto people = style_for_people(style);
    return is_written_by_row(style.format) ? show_data(view.data(), style)
                                           : text_of(view.document(), people.width, people.colour);
}

std::string show_message(const Message& message, const Style& style) {
    if (is_written_by_row(style.format)) {
        return show_data(message.data, style);
    }
    return end_line(
        style.format == "md" ? markdown_lines(message.text, "") : visible(message.text, true)
    );
}

/// Fills the row; false after the last one. An error after other rows were written says so.
bool read_row(const Table& table, Table::Row& row, std::size_t written, const auto& flush) {
    row.clear();
    try {
        const bool any = table.next(row);
        row.resize(table.columns.size());
        return any;
    } catch (const std::exception& error) {
        if (written == 0) {
            throw;
        }
        flush();
        const auto* known = dynamic_cast<const Error*>(&error);
        throw Error(
            Exit::failed,
            std::string{incomplete},
            std::string{error.what()} + ". The output is incomplete: it ends after " +
                std::to_string(written) + (written == 1 ? " row" : " rows"),
            known == nullptr ? std::string{} : known->hint()
        );
    }
}

} // namespace

bool is_written_by_row(std::string_view format) {
    return format == "csv" || format == "tsv" || format == "json" || format == "jsonl";
}

void collect_rows(Result& result) {
    auto* const table = std::get_if<Table>(&result);
    if (table == nullptr || !table->next) {
        return;
    }
    Table::Row row;
    while (table->next(row)) {
        table->rows.push_back(std::exchange(row, {}));
    }
    table->next = {};
}

std::size_t write_rows(const Table& table, const Style& style, const TextSink& sink) {
    constexpr std::size_t most_kept = std::size_t{64} * 1024;
    const auto places = places_of(table.columns, style.fields);
    const auto writer = list_writer(at_places(table.columns, places), style);
    auto text = beginning_of(style);
    const auto flush = [&] {
        const bool goes_on = sink(text);
        text.clear();
        return goes_on;
    };
    std::size_t written = 0;
    Table::Row row;
    writer->begin(text);
    while (read_row(table, row, written, flush)) {
        writer->add(style.fields.empty() ? row : at_places(row, places), text);
        ++written;
        if (text.size() > most_kept && !flush()) {
            return written;
        }
    }
    writer->end(text);
    flush();
    return written;
}

std::string show(const Result& result, const Style& style) {
    check_format(style.format);
    if (std::holds_alternative<File>(result)) {
        return {};
    }
    if (!style.list_fields && style.fields.empty()) {
        if (const auto* view = std::get_if<View>(&result)) {
            return show_view(*view, style);
        }
        if (const auto* message = std::get_if<Message>(&result)) {
            return show_message(*message, style);
        }
    }
    const auto all = sheet_of(result);
    return style.list_fields ? field_names(all, style.format)
                             : show_sheet(select(all, style.fields), style);
}

} // namespace praxis::output
