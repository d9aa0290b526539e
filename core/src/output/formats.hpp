// SPDX-License-Identifier: MIT
/// The formats that programs read. Texts are kept without loss. A text that a spreadsheet or a
/// terminal would execute is escaped in a way that a reader can undo.
#pragma once
#include <praxis/result.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::output {

/// Writes a list row by row. Each function appends to `text`.
class ListWriter {
  public:
    ListWriter() = default;
    ListWriter(const ListWriter&) = delete;
    ListWriter& operator=(const ListWriter&) = delete;
    virtual ~ListWriter() = default;

    virtual void begin(std::string& text) = 0;
    virtual void add(const Table::Row& row, std::string& text) = 0;
    virtual void end(std::string& text) = 0;
};

/// Begins a file, so that spreadsheets read it as UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// RFC 4180 with a header of field names. A text that a spreadsheet would execute as a formula gets
/// an apostrophe before it: it begins with = + - @, one of their full-width forms, a tab or a line
/// break, and is not a telephone number or another number. So does a text that already begins with
/// apostrophes and a formula. To restore every text exactly, remove one apostrophe from each text
/// that has a formula after its apostrophes.
/// for_terminal  people read it: lines end in LF, hidden characters are visible() escapes
/// source        RFC 4180; OWASP, CSV Injection
std::unique_ptr<ListWriter>
csv_writer(const std::vector<Table::Column>& columns, bool for_terminal);

/// One record a line, fields between tabs. \t \n \r and \\ replace the characters that would break
/// the line.
/// for_terminal  as csv_writer()
std::unique_ptr<ListWriter>
tsv_writer(const std::vector<Table::Column>& columns, bool for_terminal);

/// An array of objects, indented as by json_of().
std::unique_ptr<ListWriter> json_writer(const std::vector<Table::Column>& columns);

/// An object on each line.
std::unique_ptr<ListWriter> jsonl_writer(const std::vector<Table::Column>& columns);

/// Indented JSON, ending in a line feed. Hidden characters are \u escapes, as to_json() writes
/// them.
std::string json_of(const Value& value);

/// One line of JSON for each item of an array, or for the single value.
std::string jsonl_of(const Value& value);

} // namespace praxis::output
