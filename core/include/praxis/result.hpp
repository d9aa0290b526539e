// SPDX-License-Identifier: MIT
/// What a command returns. A command prints nothing: praxis shows the result in the --format that
/// the user chose, so every command has all formats.
#pragma once
#include <praxis/abi.h>
#include <praxis/document.hpp>
#include <praxis/value.hpp>

#include <functional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace praxis {

/// A list. In JSON an array of objects with the columns' keys; on a terminal an aligned table.
struct Table {
    using Row = std::vector<Value>; // as long as columns

    struct Column {
        std::string key;   // snake_case, stable: the name in --fields and JSON
        std::string title; // for people
        Align align = Align::left;
        /// shown in the formats for machines, not in the table for people
        bool machine_only = false;
    };

    std::vector<Column> columns;
    std::vector<Row> rows;
    std::string when_empty; // printed on stderr when there is no row: "no client yet: ..."

    /// For a list that can be long, instead of `rows`: appends the cells of the next row to an
    /// empty row and returns true, or returns false once, after the last row. praxis calls it after
    /// run() has returned, in the same transaction. So it may use the Session, and must own what
    /// else it uses. csv, tsv, jsonl and json are written row by row; the other formats collect all
    /// rows.
    /// errors  when it throws after rows were written, praxis ends with exit code 1
    std::function<bool(Row& row)> next = {};
};

/// A row of these cells. A braced list would copy each of them.
template <class... Cell> Table::Row make_row(Cell&&... cells) {
    Table::Row row;
    row.reserve(sizeof...(cells));
    (row.emplace_back(std::forward<Cell>(cells)), ...);
    return row;
}

/// One record with its fields. In JSON an object.
struct Record {
    struct Field {
        std::string key;
        std::string label;
        Value value;
    };

    std::vector<Field> fields;
};

/// One record that people read as a document, not as labels and values. praxis calls only the
/// function that the format needs, after run() has returned, in the same transaction. So they may
/// use the Session, and must own what else they use.
struct View {
    std::function<Value()> data; // for machines
    std::function<Document()> document;
};

/// The outcome of a change. `text` goes to stdout: what a script keeps, such as "C-0001". It may be
/// empty.
struct Message {
    std::string text;
    Value data = Value::Object{}; // the same as JSON: {"id": "C-0001"}
};

/// Bytes to write to a file, or to stdout when `path` is empty or "-". praxis writes them to a
/// temporary file in the same folder, which only its owner may read, and renames it after the
/// commit.
struct File {
    std::string bytes;
    std::string path;
    bool overwrite = false; // --force
    Value data = Value::Object{};
};

using Result = std::variant<Table, Record, View, Message, File>;

} // namespace praxis
