// SPDX-License-Identifier: MIT
/// What a line of work is about - a block, a row of a table such as the findings, or the session -
/// and how what it says becomes fields of the note.
#pragma once
#include "write/shorthand/line.hpp"

#include <string>
#include <vector>

namespace praxis::soap {

struct WorkFact {
    std::string path; // "pressure", in the block or row; "assessment.response" in the note
    std::string value;
};

struct WorkTarget {
    enum class Kind { session, block, row };

    Kind kind = Kind::session;
    bool named = false;        // by the first word of the line, which is then done with
    std::string technique;     // of a block
    std::string table;         // of a row: "objective.finding"
    std::vector<Field> fields; // of the block or the row
};

/// By the line's first word; without one that names a target, the only block or technique there is.
WorkTarget target_of(
    const std::string& first,
    const Value& file,
    const BlocksBefore& blocks,
    const TemplateBook& book,
    const ShorthandWords& words
);

/// The fields to set, and the long form.
/// own      of the block or row
/// of_note  of other parts
/// errors   UsageError when more than one block fits
Understood understood(
    const WorkTarget& target,
    const std::vector<WorkFact>& own,
    const std::vector<WorkFact>& of_note,
    const Value& file,
    const BlocksBefore& blocks
);

} // namespace praxis::soap
