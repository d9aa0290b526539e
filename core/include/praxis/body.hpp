// SPDX-License-Identifier: MIT
/// Regions and sides of the body: one coded list for all plugins.
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

/// The region with this id or everyday name: "lower-back", "Low back", "buttock". The whole name
/// must match; case and accents do not matter.
PRAXIS_API std::optional<std::string> find_region(std::string_view text);

/// The regions that an ambiguous name may mean: upper-back and mid-back for "thoracic". Empty for
/// all other names.
PRAXIS_API std::vector<std::string> regions_it_may_be(std::string_view text);

/// The everyday names of a region: "low back", "lumbar", "small of the back".
PRAXIS_API std::vector<std::string> everyday_names(std::string_view region);

/// The id that find_region() finds for this text.
/// errors  UsageError; the message suggests the closest name
PRAXIS_API std::string check_region(std::string_view id);
PRAXIS_API std::string check_side(std::string_view id);

/// Whether `part` is the region `whole` or lies within it: "full-back" contains every part of the
/// back, "full-body" every region.
PRAXIS_API bool region_holds(std::string_view whole, std::string_view part);

/// The place in words for people: "right lower back", "lower back, both sides", "head". The side
/// may be empty.
PRAXIS_API std::string region_with_side(std::string_view region, std::string_view side);

} // namespace praxis
