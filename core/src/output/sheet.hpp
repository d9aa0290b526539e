// SPDX-License-Identifier: MIT
/// A result as columns and rows of values. --fields selects from it, and every format except
/// documents is written from it.
#pragma once
#include <praxis/result.hpp>

#include <string>
#include <vector>

namespace praxis::output {

struct Sheet {
    std::vector<Table::Column> columns;
    std::vector<std::vector<Value>> rows; // as long as columns
    bool single = false;                  // a single object, not a list with one row
};

/// The rows of a table, the fields of a record, the top-level members of a view's or a message's
/// data; items without members are in a column "value".
Sheet sheet_of(const Result& result);

/// Selects the named columns in that order, each once; without names, all columns. A named column
/// is also shown to people.
/// errors  UsageError that lists the valid fields
Sheet select(Sheet sheet, const std::vector<std::string>& fields);

/// Removes the columns for machines only.
Sheet for_people(Sheet sheet);

/// An array of objects, or one object for a single result.
Value value_of(const Sheet& sheet);

/// The sheet as texts for people.
Grid grid_of(const Sheet& sheet);

} // namespace praxis::output
