// SPDX-License-Identifier: MIT
/// What a note lacks before it can be signed, in the reader's terms.
#pragma once
#include "template/template.hpp"

#include <string>
#include <vector>

namespace praxis::soap {

/// Where fields belong.
struct Place {
    std::string title;   // in a sentence: "block 1 (deep tissue)", "Subjective", "the note"
    std::string in_file; // in a note file: "under [subjective]"
};

/// The place of the fields of the session.
Place top_of_note();

/// "deep-tissue" as "deep tissue".
std::string technique_title(std::string id);

/// The block of that number and technique.
Place place_of_block(std::size_t number, const std::string& technique);

/// A row of a table, or the table itself when `number` is 0.
/// path  of the row in its note
Place place_of_row(const Field& table, std::size_t number, const std::string& path);

MissingField missing_field(const Field& field, const Place& place);

/// At least one of these fields is missing.
/// needs  what the fields are asked for
MissingField missing_one_of(
    const std::vector<const Field*>& fields, const std::string& needs, const Place& place
);

/// "Before signing, add to block 1 (deep tissue): skin afterwards; to the note: minutes." Empty
/// when no field is missing. Other problems are left out.
std::string ask_for_missing(const std::vector<Problem>& problems);

} // namespace praxis::soap
