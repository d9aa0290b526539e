// SPDX-License-Identifier: MIT
/// Which lines of a client's home care the handout prints, and why it leaves others out.
#pragma once
#include "homecare/client_facts.hpp"
#include "homecare/home_care.hpp"
#include "homecare/library.hpp"

#include <string>
#include <vector>

namespace praxis::plans::home {

struct HandoutLines {
    std::vector<HomeCare> printed;      // in the order of the page; the library has every item
    std::vector<std::string> left_out;  // for the therapist, with the entry of the record
    std::vector<std::string> questions; // what the therapist checks before handing it out
    std::vector<std::string> reasons;   // for the client: without the entry of the record
    std::vector<std::string> remarks;   // "no oil or cream with almond oil"
};

/// Exercises and self-massage are numbered, drawn, and ticked off; the others are lines.
bool is_numbered(const HomeCare& line);

/// Compares the lines with the record once more: it may have changed since they were given.
/// own_tools  what the client would try at the place of a complaint, although it is not for it
HandoutLines choose_lines(
    const Library& library,
    const ClientFacts& facts,
    const std::vector<std::string>& own_tools,
    std::vector<HomeCare> lines
);

/// Whether one of the areas is that place, contains it or is a part of it.
bool areas_meet(const std::vector<std::string>& areas, const std::string& place);

} // namespace praxis::plans::home
