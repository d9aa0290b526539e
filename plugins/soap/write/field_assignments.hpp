// SPDX-License-Identifier: MIT
/// Single fields of a note from the command line: --set assessment.pain_after=3.
#pragma once
#include "template/template.hpp"

#include <string>
#include <vector>

namespace praxis::soap {

/// Applies each assignment `PATH=VALUE` to the note file. A path names a field
///   at the top       "minutes"
///   of a part        "plan.next_visit", or "next_visit" when only one part has that field
///   of a block       "block.2.pressure"; "block.pressure" for the only block, added when missing
///   of a table row   "objective.rom.1.after"
/// Rows count from 1; the number after the last row adds a row. The field's type decides how the
/// value is read: a number, yes or no, choices separated by commas, free texts separated by
/// semicolons. An empty value removes the field, or the row at the end of the path ("block.2=",
/// "objective.finding="). "carried=" confirms all fields copied from the last note. All numbers are
/// those before the command: rows are removed last. A technique whose last block is removed is
/// removed from the note's techniques, too.
/// touched  the paths that the command has set already; gets the path of each field that is set,
///          as note_copied.hpp writes it, with its row number afterwards
/// returns  a message for each other change
/// errors   UsageError naming the assignment, what was expected and the nearest match; also when a
///          row to remove does not exist, or `touched` or another assignment sets a field of it
std::vector<std::string> apply_assignments(
    Value& file,
    const std::vector<std::string>& sets,
    const TemplateBook& book,
    std::vector<std::string>& touched
);

} // namespace praxis::soap
