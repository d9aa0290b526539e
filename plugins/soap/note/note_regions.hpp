// SPDX-License-Identifier: MIT
/// The regions of a note, as lists and rules that read across notes need them.
#pragma once
#include <praxis/date.hpp>
#include <praxis/value.hpp>

#include <optional>
#include <string>
#include <vector>

namespace praxis::soap {

/// A block, or a table such as a finding that names a region. Empty texts are not recorded.
struct NoteRegion {
    std::string region;
    std::string side;
    std::string technique; // of the block
    std::string tool;      // of the block
    std::optional<Minutes> minutes;

    bool operator==(const NoteRegion&) const = default;
};

/// Blocks first, then the parts in the order of their names: the order of the body's members does
/// not matter.
std::vector<NoteRegion> regions_of(const Value& body);

} // namespace praxis::soap
