// SPDX-License-Identifier: MIT
/// What a line of work is about (a block, a row of a table such as the findings, or the session),
/// and the fields of the note that its facts set.
#pragma once
#include "write/shorthand/line.hpp"

#include <cstddef>
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
    std::size_t named = 0;          // the tokens at the beginning of the line that name it
    std::string technique;          // of a block
    std::string table;              // of a row: "objective.finding"
    std::vector<Field> fields;      // of the block or the row
    bool is_list_of_places = false; // each row is a region and a side
};

/// The target that the first tokens name: a technique, a table, "note", a test, or a joint with a
/// movement; otherwise the only block or technique of the note.
WorkTarget find_target(
    const std::vector<std::string>& tokens,
    const Value& file,
    const BlocksBefore& blocks,
    const TemplateBook& book,
    const ShorthandVocabulary& vocabulary
);

/// How many rows the table of the note file has: "objective.finding".
std::size_t count_rows(const Value& file, const std::string& table);

/// The assignments and the long form of a line.
/// own      facts of the block or row
/// of_note  facts of other parts
/// errors   UsageError when more than one block matches
WorkReading resolve_facts(
    const WorkTarget& target,
    const std::vector<WorkFact>& own,
    const std::vector<WorkFact>& of_note,
    const Value& file,
    const BlocksBefore& blocks
);

} // namespace praxis::soap
