// SPDX-License-Identifier: MIT
/// A result as columns and rows of values: what --fields chooses from and what every format that
/// is not a document is written of.
#pragma once
#include <praxis/result.hpp>

#include <string>
#include <vector>

namespace praxis::output {

struct Sheet {
    std::vector<Table::Column> columns;
    std::vector<std::vector<Value>> rows; // as long as columns
    bool single = false;                  // one thing, not a list with one row
};

/// The rows of a table, the fields of a record, the top-level members of a view's or a message's
/// data; items without members are in a column "value".
Sheet sheet_of(const Result& result);

/// The columns of those names in that order, a name given twice once; none named: all.
/// A column that was named is shown to people too.
/// errors  UsageError naming the fields there are
Sheet select(Sheet sheet, const std::vector<std::string>& fields);

/// Without the columns that are for machines only.
Sheet for_people(Sheet sheet);

/// An array of objects, or the object of a single thing.
Value value_of(const Sheet& sheet);

/// The sheet as texts for people.
Grid grid_of(const Sheet& sheet);

} // namespace praxis::output
