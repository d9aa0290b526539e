// SPDX-License-Identifier: MIT
/// One line for one block of work: "tp L-QL 8>3 ref=glute js hold=60x3 -- eased slowly".
///
///   line   = [ technique | table | "note" ] { word } [ "--" free text ]
///   word   = place | side | side "-" place       L-QL   both low back   SI joint (R)
///          | level                               L5     C5-6
///          | number unit                         20m    1h30   52,5C
///          | [ number ] ">" [ number ]           8>3    8/10>3/10   pain before and after
///          | field number                        p3     t6
///          | field "=" value                     ref=glute   hold=60x3   resp='moves freer'
///          | choice                              forearm   effleurage   softened
///          | yes-or-no field | "no-" field       js     no-twitch
///          | a word that says a whole field      well (no concerns)
///
/// A place is a region, by its id or everyday name, or a muscle, which has a region; its name may
/// have several words. The words come in any order. Pain belongs to the block when its technique
/// asks for it, otherwise to the session. A line that begins with a table ("find", "rom", "test"),
/// a test, or a joint with its movement adds a row; "rad" adds the places of radiation. A line that
/// begins with "note" is about the session. Any other line is about the only block, or the only
/// technique, of the note. help/shorthand.md is the page for therapists.
#pragma once
#include "template/template.hpp"
#include "write/shorthand/vocabulary.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace praxis::soap {

/// The reading of a line.
struct WorkReading {
    std::size_t block = 0;         // the number of the block that it changes; 0: none
    std::vector<std::string> sets; // assignments, as for --set
    std::string long_form;         // "block 1: technique deep-tissue, side both, ..."
};

/// The blocks of the note before the command. A line changes the block with its technique and place
/// that no other line has changed; without one it adds a block.
struct BlocksBefore {
    std::size_t count = 0;
    std::vector<std::size_t> changed; // numbers
};

/// file    the note file so far
/// errors  UsageError naming the word and what is expected there
WorkReading read_work(
    const std::string& line,
    const Value& file,
    const BlocksBefore& blocks,
    const TemplateBook& book,
    const ShorthandVocabulary& vocabulary
);

/// How many blocks the file has.
std::size_t count_blocks(const Value& file);

} // namespace praxis::soap
