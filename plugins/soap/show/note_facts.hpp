// SPDX-License-Identifier: MIT
/// The facts of a note's tables for people: values with their units, grids, and a star on what was
/// copied from an earlier note.
#pragma once
#include "note/note_copied.hpp"
#include "template/template.hpp"

#include <praxis/document.hpp>
#include <praxis/value.hpp>

#include <string>
#include <utility>
#include <vector>

namespace praxis::soap {

using Fact = std::pair<std::string, std::string>; // label and text

/// Adds nothing when the text is empty.
void add_fact(std::vector<Fact>& facts, const std::string& label, const std::string& text);

/// "cross-fibre" as "cross fibre".
std::string format_choice(std::string choice);

/// The region and side that a table names: "right lower back".
std::string place_of(const Value& table);

/// The places of a list, each with a star if it was copied: "right glute, right calf *".
/// path  of the list in its note: "subjective.radiates_to"
std::string
places_of(const Value& rows, const CopiedFields& carried = {}, const std::string& path = {});

/// Appends a star to the text of a fact that was copied from an earlier note and not changed.
std::string with_star(std::string text, const CopiedFields& carried, const std::string& path);

/// One value for people: "yes", "3 of 4", "52 °C", "right lower back".
std::string format_value(const Value& value, const Field* field, const std::string& unit = {});

/// A table of the note, such as its findings, for people: without empty columns, with region and
/// side in one column, and with units.
/// carried  facts that were copied from an earlier note, and get a star
/// path     of the table in its note: "objective.finding"
Grid grid_of(
    const Field& table,
    const Value& rows,
    const CopiedFields& carried = {},
    const std::string& path = {}
);

/// Facts and grids of one table, in the order of its fields; values without a field come last.
class TableWriter {
  public:
    /// path  of the table in its note: "subjective", "block[1]"
    TableWriter(const Value& table, const CopiedFields& carried, std::string path);

    void field(const Field& field);
    void computed(const Computed& computed);
    void leave_out(const std::string& name);

    std::vector<Block> take();

  private:
    [[nodiscard]] bool is_done(const std::string& name) const;
    void flush();

    const Value& table_;
    const CopiedFields& carried_;
    std::string path_;
    std::vector<Fact> facts_;
    std::vector<Block> blocks_;
    std::vector<std::string> done_;
};

} // namespace praxis::soap
