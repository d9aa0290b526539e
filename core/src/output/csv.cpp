// SPDX-License-Identifier: MIT
#include "formats.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <string_view>

namespace praxis::output {
namespace {

using Encode = std::function<std::string(const std::string&)>;

/// Includes the full-width forms of these signs, which East Asian keyboards type.
bool starts_like_formula(std::string_view text) {
    constexpr std::array<std::string_view, 11> starts{
        "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
    return std::any_of(starts.begin(), starts.end(), [text](std::string_view start) {
        return text.substr(0, start.size()) == start;
    });
}

std::string disarm_formula(const std::string& text) {
    const auto first = text.find_first_not_of('\'');
    const bool hostile =
        first != std::string::npos && starts_like_formula(std::string_view{text}.substr(first));
    return hostile ? "'" + text : text;
}

bool is_scalar(const Value& value) {
    return !value.is_array() && !value.is_object();
}

std::string cell_of(const Value& value) {
    if (value.is_text()) {
        return disarm_formula(value.as_text());
    }
    if (value.is_null()) {
        return {};
    }
    if (is_scalar(value)) {
        return to_canonical_json(value);
    }
    const bool simple = value.is_array() &&
                        std::all_of(value.as_array().begin(), value.as_array().end(), is_scalar);
    return simple ? disarm_formula(value.plain()) : to_json(value);
}

std::string quote_cell(const std::string& text) {
    const bool plain = text.find_first_of(",\"\r\n") == std::string::npos &&
                       (text.empty() || (text.front() != ' ' && text.back() != ' '));
    if (plain) {
        return text;
    }
    std::string result = "\"";
    for (const char letter : text) {
        result += letter;
        if (letter == '"') {
            result += letter;
        }
    }
    return result + '"';
}

std::string escape_tabs(const std::string& text) {
    std::string result;
    for (const char letter : text) {
        switch (letter) {
        case '\t':
            result += "\\t";
            break;
        case '\n':
            result += "\\n";
            break;
        case '\r':
            result += "\\r";
            break;
        case '\\':
            result += "\\\\";
            break;
        default:
            result += letter;
        }
    }
    return result;
}

std::string write_sheet(
    const Sheet& sheet, const Encode& encode, std::string_view between, std::string_view end
) {
    if (sheet.columns.empty()) {
        return {};
    }
    std::string text;
    const auto write = [&](const std::vector<std::string>& cells) {
        std::vector<std::string> encoded;
        std::transform(cells.begin(), cells.end(), std::back_inserter(encoded), encode);
        text.append(join(encoded, between)).append(end);
    };
    std::vector<std::string> cells;
    for (const auto& column : sheet.columns) {
        cells.push_back(disarm_formula(column.key));
    }
    write(cells);
    for (const auto& row : sheet.rows) {
        cells.clear();
        std::transform(row.begin(), row.end(), std::back_inserter(cells), cell_of);
        write(cells);
    }
    return text;
}

} // namespace

std::string csv_of(const Sheet& sheet, bool for_terminal) {
    // a reader would skip an empty line, and lose its record
    const bool one_column = sheet.columns.size() == 1;
    const auto encode = [=](const std::string& cell) {
        const auto text = quote_cell(for_terminal ? visible(cell, true) : cell);
        return one_column && text.empty() ? std::string{"\"\""} : text;
    };
    return write_sheet(sheet, encode, ",", for_terminal ? "\n" : "\r\n");
}

std::string tsv_of(const Sheet& sheet, bool for_terminal) {
    const auto encode = [=](const std::string& cell) {
        const auto text = escape_tabs(cell);
        return for_terminal ? visible(text) : text;
    };
    return write_sheet(sheet, encode, "\t", "\n");
}

} // namespace praxis::output
