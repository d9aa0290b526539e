// SPDX-License-Identifier: MIT
#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis {

namespace {

constexpr std::size_t longest_quote = 40; // columns of a wrong word that a message repeats

std::string
check(std::string_view id, const std::vector<std::string>& allowed, const std::string& what) {
    if (std::find(allowed.begin(), allowed.end(), id) != allowed.end()) {
        return std::string{id};
    }
    const auto near = did_you_mean(id, allowed);
    throw UsageError(
        "'" + truncate_to_width(visible(id), longest_quote) + "' is no " + what,
        near ? "did you mean " + *near + "?" : "one of: " + join(allowed, ", ")
    );
}

std::string words_of(std::string_view id) {
    std::string words{id};
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
}

} // namespace

const std::vector<std::string>& all_regions() {
    static const std::vector<std::string> regions{
        "head",       "face",      "jaw",    "neck",   "shoulder", "upper-arm",  "elbow",
        "forearm",    "wrist",     "hand",   "chest",  "abdomen",  "upper-back", "mid-back",
        "lower-back", "full-back", "sacrum", "pelvis", "hip",      "glute",      "thigh",
        "knee",       "shin",      "calf",   "ankle",  "foot",     "full-body"};
    return regions;
}

const std::vector<std::string>& all_sides() {
    static const std::vector<std::string> sides{"left", "right", "both", "midline"};
    return sides;
}

std::string check_region(std::string_view id) {
    return check(id, all_regions(), "region of the body");
}

std::string check_side(std::string_view id) {
    return check(id, all_sides(), "side of the body");
}

std::string region_with_side(std::string_view region, std::string_view side) {
    auto words = words_of(region);
    if (side == "left" || side == "right") {
        return std::string{side} + " " + words;
    }
    if (side == "both") {
        return words + ", both sides";
    }
    return side.empty() ? words : words + ", " + words_of(side);
}

} // namespace praxis
