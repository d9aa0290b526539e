// SPDX-License-Identifier: MIT
/// A result as columns and rows of values. --fields selects from it, and every format but
/// documents is written from it.
#pragma once
#include <praxis/result.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace praxis::output {

struct Sheet {
    std::vector<Table::Column> columns;
    std::vector<Table::Row> rows;
    bool single = false; // a single object, not a list with one row
};

/// The rows of a table, the fields of a record, the top-level members of a view's or a message's
/// data; items without members are in a column "value".
Sheet sheet_of(const Result& result);
Sheet sheet_of(const Value& data);

/// The places of the named columns, each once; all places when no name is given.
/// errors  UsageError with the known fields
std::vector<std::size_t>
places_of(const std::vector<Table::Column>& columns, const std::vector<std::string>& fields);

template <class T>
std::vector<T> at_places(const std::vector<T>& items, const std::vector<std::size_t>& places) {
    std::vector<T> chosen;
    chosen.reserve(places.size());
    for (const auto place : places) {
        chosen.push_back(items[place]);
    }
    return chosen;
}

/// The columns of those names in that order, each once; all columns when no name is given. A named
/// column is shown to people even when it is only for programs.
/// errors  UsageError with the known fields
Sheet select(Sheet sheet, const std::vector<std::string>& fields);

/// Without the columns that are only for programs.
Sheet for_people(Sheet sheet);

/// An array of objects, or one object for a single result.
Value value_of(const Sheet& sheet);

/// The sheet as texts for people.
Grid grid_of(const Sheet& sheet);

} // namespace praxis::output
