// SPDX-License-Identifier: MIT
/// One line for one block of work: "tp L-QL 8>3 ref=glute js hold=60x3 -- eased slowly".
///
///   line   = [ technique | table | "note" ] { word } [ "--" free text ]
///   word   = place | side | side "-" place       L-QL   both lower-back   r neck
///          | number unit                         20m    90s    52C
///          | [ number ] ">" [ number ]           8>3    pain before and after
///          | field number                        p3     t6
///          | field "=" value                     ref=glute   hold=60x3   resp='moves freer'
///          | choice                              forearm   effleurage   softened
///          | yes-or-no field | "no-" field       js     no-twitch
///          | a word that says a whole field      well (no concerns)
///
/// A place is a region, by its id or everyday name, or a muscle, which has a region. The words
/// come in any order. Pain is the block's where its technique asks for it, else the session's. A
/// line that begins with a table ("find", "rom", "test") adds a row to it; "note" is about the
/// session; one that begins with none of them is about the only block, or the only technique, that
/// the note has.
#pragma once
#include "template/template.hpp"
#include "write/shorthand/words.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace praxis::soap {

/// What a line says.
struct Understood {
    std::size_t block = 0;         // the number of the block that it says something of; 0: none
    std::vector<std::string> sets; // as --set takes them
    std::string long_form;         // "block 1: technique deep-tissue, side both, ..."
};

/// The blocks of the note before the command: a line changes the one of its technique and place
/// that no other line has changed, and adds a block when there is none.
struct BlocksBefore {
    std::size_t count = 0;
    std::vector<std::size_t> changed; // numbers
};

/// file    the note file so far
/// errors  UsageError naming the word and what was expected there
Understood read_work(
    const std::string& line,
    const Value& file,
    const BlocksBefore& blocks,
    const TemplateBook& book,
    const ShorthandWords& words
);

/// How many blocks the file has.
std::size_t count_blocks(const Value& file);

} // namespace praxis::soap
