// SPDX-License-Identifier: MIT
/// Rows of a note that one command removes. They are removed after all assignments are read, so
/// that the numbers in them are those before the command.
#pragma once
#include "template/template.hpp"

#include <string>
#include <vector>

namespace praxis::soap {

class RemovedRows {
  public:
    /// row  as note_copied.hpp writes it: "block[2]", "objective.finding[1]"
    void add(std::string row) { rows_.push_back(std::move(row)); }

    /// Whether the path is a removed row, or a field of one.
    [[nodiscard]] bool contains(const std::string& path) const;

    [[nodiscard]] bool empty() const { return rows_.empty(); }

    /// Removes them from the file and corrects the row numbers in `touched`.
    /// returns  a message for each: "removed: block 2 (deep-tissue, neck, left)"
    std::vector<std::string> remove_from(Value& file, std::vector<std::string>& touched);

  private:
    std::vector<std::string> rows_;
};

/// Whether the path is that row, or a field of it.
bool is_in_row(const std::string& path, const std::string& row);

} // namespace praxis::soap
