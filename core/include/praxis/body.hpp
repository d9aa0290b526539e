// SPDX-License-Identifier: MIT
/// Regions and sides of the body: one coded list for every plugin (cli.md section 3).
#pragma once
#include <praxis/abi.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace praxis {

/// The ids of all regions, head to foot ("lower-back").
PRAXIS_API const std::vector<std::string>& all_regions();

/// "left", "right", "both", "midline".
PRAXIS_API const std::vector<std::string>& all_sides();

/// The region that the words name, by its id or in everyday words: "lower-back", "Low back",
/// "buttock". Folded; whole names only.
PRAXIS_API std::optional<std::string> find_region(std::string_view words);

/// What a word may mean that is not the name of one region alone: upper-back and mid-back for
/// "thoracic". Empty for all other words.
PRAXIS_API std::vector<std::string> regions_it_may_be(std::string_view words);

/// The everyday words for a region: "low back", "lumbar", "small of the back".
PRAXIS_API std::vector<std::string> everyday_names(std::string_view region);

/// The id of what is named, as find_region() finds it.
/// errors  UsageError with what was probably meant
PRAXIS_API std::string check_region(std::string_view id);
PRAXIS_API std::string check_side(std::string_view id);

/// Whether one region is, or lies within, the other: "full-back" holds every part of the back,
/// "full-body" everything.
PRAXIS_API bool region_holds(std::string_view whole, std::string_view part);

/// "right lower back", "lower back, both sides", "head": for people. An empty side is left out.
PRAXIS_API std::string region_with_side(std::string_view region, std::string_view side);

} // namespace praxis
