// SPDX-License-Identifier: MIT
/// "assessment.pain_after=3": single fields of a note from the command line (--set).
#pragma once
#include "template/template.hpp"

#include <string>
#include <vector>

namespace praxis::soap {

/// Puts each `PATH=VALUE` into the note file. A path is a field at the top ("minutes"), of a part
/// ("plan.next_visit", or "next_visit" when only one part has it), of a block ("block.2.pressure";
/// "block.pressure" when there is one, which is made when there is none), or of a table's row
/// ("objective.rom.1.after"). Rows count from 1; the one behind the last is made. The field says
/// how its value is read: a number, yes or no, words separated by commas for a list of choices and
/// by semicolons for a list of free words. An empty value takes the thing out: the field, or the
/// row that the path ends with ("block.2=", "objective.finding="); "carried=" says that everything
/// taken over from an earlier note holds. All numbers are those before the command: what is taken
/// out goes last, and a technique whose last block goes is taken out of the note's techniques.
/// touched  what the command has set already; gets the path of each field as note_carried.hpp
///          writes it, with its number afterwards
/// gives    what else was changed, for people
/// errors   UsageError naming the word, what was expected there and what was probably meant; also
///          when a row is taken out that is not there, or that `touched` or another word is about
std::vector<std::string> apply_sets(
    Value& file,
    const std::vector<std::string>& sets,
    const TemplateBook& book,
    std::vector<std::string>& touched
);

} // namespace praxis::soap
