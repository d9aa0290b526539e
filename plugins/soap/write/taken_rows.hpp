// SPDX-License-Identifier: MIT
/// Rows of a note that one command takes out. They go when all of its words are read, so that every
/// number in them is the one from before the command.
#pragma once
#include "template/template.hpp"

#include <string>
#include <vector>

namespace praxis::soap {

class TakenRows {
  public:
    /// row  as note_carried.hpp writes it: "block[2]", "objective.finding[1]"
    void add(std::string row) { rows_.push_back(std::move(row)); }

    /// Whether that is such a row, or something in one.
    [[nodiscard]] bool holds(const std::string& path) const;

    [[nodiscard]] bool empty() const { return rows_.empty(); }

    /// Takes them out of the file, and tells each: "taken out: block[2] (deep-tissue, neck, left)".
    /// The paths in `touched` get the numbers that count from then on.
    std::vector<std::string> take_out(Value& file, std::vector<std::string>& touched);

  private:
    std::vector<std::string> rows_;
};

/// Whether the path is that row, or something in it.
bool is_of_row(const std::string& path, const std::string& row);

} // namespace praxis::soap
