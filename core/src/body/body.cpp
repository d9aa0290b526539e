// SPDX-License-Identifier: MIT
#include "body/region_names.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>
#include <praxis/value.hpp>

#include <algorithm>
#include <map>

namespace praxis {

namespace {

constexpr std::size_t longest_quote = 40; // columns of a wrong value that a message repeats

/// What people call the regions: schemas/core/regions.toml, with folded names.
struct RegionNames {
    std::map<std::string, std::string> one; // name -> region
    std::map<std::string, std::vector<std::string>> several;
    std::map<std::string, std::vector<std::string>> of_region; // in the order of the file
};

std::string
check(std::string_view id, const std::vector<std::string>& allowed, const std::string& what) {
    if (std::find(allowed.begin(), allowed.end(), id) != allowed.end()) {
        return std::string{id};
    }
    const auto near = did_you_mean(id, allowed);
    throw UsageError(
        "'" + truncate_to_width(visible(id), longest_quote) + "' is not a " + what,
        near ? "did you mean " + *near + "?" : "choose from " + join(allowed, ", ")
    );
}

std::string words_of(std::string_view id) {
    std::string words{id};
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
}

std::string name_of(std::string_view text) {
    return words_of(fold(trim(text)));
}

std::vector<std::string> texts_of(const Value& list) {
    std::vector<std::string> texts;
    for (const auto& text : list.as_array()) {
        texts.push_back(text.as_text());
    }
    return texts;
}

RegionNames read_region_names() {
    RegionNames names;
    const auto file = parse_toml(region_names_file(), "schemas/core/regions.toml");
    for (const auto& [region, words] : file.find("names")->as_object()) {
        for (const auto& word : texts_of(words)) {
            names.one[name_of(word)] = region;
            names.of_region[region].push_back(name_of(word));
        }
    }
    for (const auto& [word, regions] : file.find("ask")->as_object()) {
        names.several[name_of(word)] = texts_of(regions);
    }
    return names;
}

const RegionNames& region_names() {
    static const auto names = read_region_names();
    return names;
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

std::optional<std::string> find_region(std::string_view text) {
    const auto wanted = name_of(text);
    for (const auto& region : all_regions()) {
        if (words_of(region) == wanted) {
            return region;
        }
    }
    const auto& names = region_names().one;
    const auto found = names.find(wanted);
    return found == names.end() ? std::nullopt : std::optional{found->second};
}

std::vector<std::string> regions_it_may_be(std::string_view text) {
    const auto& names = region_names().several;
    const auto found = names.find(name_of(text));
    return found == names.end() ? std::vector<std::string>{} : found->second;
}

std::vector<std::string> everyday_names(std::string_view region) {
    const auto& names = region_names().of_region;
    const auto found = names.find(std::string{region});
    return found == names.end() ? std::vector<std::string>{} : found->second;
}

std::string check_region(std::string_view id) {
    if (const auto found = find_region(id)) {
        return *found;
    }
    if (const auto may_be = regions_it_may_be(id); !may_be.empty()) {
        throw UsageError(
            "'" + name_of(id) + "' can mean several regions of the body",
            "choose from " + join(may_be, ", ")
        );
    }
    return check(id, all_regions(), "region of the body");
}

std::string check_side(std::string_view id) {
    return check(id, all_sides(), "side of the body");
}

bool region_holds(std::string_view whole, std::string_view part) {
    return whole == part || whole == "full-body" ||
           (whole == "full-back" && part.ends_with("-back"));
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
