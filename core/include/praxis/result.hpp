// SPDX-License-Identifier: MIT
/// What a command returns. It prints nothing itself: the host shows the result in the format
/// asked for, so every command has every --format of cli.md for free.
#pragma once
#include <praxis/abi.h>
#include <praxis/document.hpp>
#include <praxis/value.hpp>

#include <string>
#include <variant>
#include <vector>

namespace praxis {

/// A list. In JSON an array of objects with the columns' keys; on a terminal an aligned table.
struct Table {
    struct Column {
        std::string key;   // snake_case, stable: what --fields and JSON name
        std::string title; // for people
        Align align = Align::left;
        /// left out of the table for people, kept in every format for machines
        bool machine_only = false;
    };

    std::vector<Column> columns;
    std::vector<std::vector<Value>> rows; // as long as columns
    std::string when_empty; // said on stderr when there is no row: "no client yet: ..."
};

/// One thing with its fields. In JSON an object.
struct Record {
    struct Field {
        std::string key;
        std::string label;
        Value value;
    };

    std::vector<Field> fields;
};

/// One thing whose form for people is more than label and value.
struct View {
    Value data; // for machines
    Document document;
};

/// Something was done. `text` is the data for stdout ("C-0001": what a script wants to keep);
/// may be empty.
struct Message {
    std::string text;
    Value data = Value::Object{}; // the same for machines: {"id": "C-0001"}
};

/// Bytes to be written to a file, or to stdout when `path` is empty or "-". The host writes them
/// beside the goal, owner-only, and renames once the practice has committed.
struct File {
    std::string bytes;
    std::string path;
    bool overwrite = false; // --force
    Value data = Value::Object{};
};

using Result = std::variant<Table, Record, View, Message, File>;

} // namespace praxis
