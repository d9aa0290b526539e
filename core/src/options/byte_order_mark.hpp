// SPDX-License-Identifier: MIT
/// --bom: the formats csv and tsv for spreadsheets, which begin with a byte order mark.
#pragma once
#include <string_view>

namespace praxis::command_line {

/// What --bom adds to the name of the format: "csv-bom".
inline constexpr std::string_view with_byte_order_mark = "-bom";

/// "csv" for "csv-bom"; any other name as it is.
constexpr std::string_view without_byte_order_mark(std::string_view format) {
    return format.ends_with(with_byte_order_mark)
               ? format.substr(0, format.size() - with_byte_order_mark.size())
               : format;
}

} // namespace praxis::command_line
