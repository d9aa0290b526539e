// SPDX-License-Identifier: MIT
#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace praxis {

namespace {

constexpr std::size_t longest_quote = 40; // columns of a wrong value that a message repeats

/// Everyday names of regions, folded. The list contains only names that mean exactly one region.
constexpr std::array<std::pair<std::string_view, std::string_view>, 51> everyday{{
    {"scalp", "head"},
    {"skull", "head"},
    {"jaws", "jaw"},
    {"nape", "neck"},
    {"cervical", "neck"},
    {"cervical spine", "neck"},
    {"throat", "neck"},
    {"shoulders", "shoulder"},
    {"upper arms", "upper-arm"},
    {"elbows", "elbow"},
    {"lower arm", "forearm"},
    {"forearms", "forearm"},
    {"wrists", "wrist"},
    {"hands", "hand"},
    {"palm", "hand"},
    {"palms", "hand"},
    {"finger", "hand"},
    {"fingers", "hand"},
    {"thumb", "hand"},
    {"thumbs", "hand"},
    {"belly", "abdomen"},
    {"stomach", "abdomen"},
    {"tummy", "abdomen"},
    {"hara", "abdomen"},
    {"shoulder blade", "upper-back"},
    {"shoulder blades", "upper-back"},
    {"middle back", "mid-back"},
    {"low back", "lower-back"},
    {"lumbar", "lower-back"},
    {"lumbar spine", "lower-back"},
    {"small of the back", "lower-back"},
    {"back", "full-back"},
    {"whole back", "full-back"},
    {"hips", "hip"},
    {"glutes", "glute"},
    {"buttock", "glute"},
    {"buttocks", "glute"},
    {"thighs", "thigh"},
    {"knees", "knee"},
    {"shins", "shin"},
    {"calves", "calf"},
    {"ankles", "ankle"},
    {"feet", "foot"},
    {"sole", "foot"},
    {"soles", "foot"},
    {"heel", "foot"},
    {"heels", "foot"},
    {"toe", "foot"},
    {"toes", "foot"},
    {"whole body", "full-body"},
    {"body", "full-body"},
}};

/// Names that can mean several regions: praxis asks which one is meant and never guesses.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> ambiguous{{
    {"thoracic", "upper-back mid-back"},
    {"thoracic spine", "upper-back mid-back"},
    {"loins", "lower-back pelvis"},
    {"groin", "pelvis thigh"},
    {"flank", "abdomen lower-back"},
    {"flanks", "abdomen lower-back"},
    {"breast", "chest"},
    {"breasts", "chest"},
    {"ribs", "chest upper-back mid-back"},
    {"spine", "neck full-back"},
    {"arm", "upper-arm forearm"},
    {"arms", "upper-arm forearm"},
    {"leg", "thigh shin calf"},
    {"legs", "thigh shin calf"},
    {"lower leg", "shin calf"},
    {"lower legs", "shin calf"},
}};

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

/// Folded, as the names in both lists are.
std::string name_of(std::string_view text) {
    return words_of(fold(trim(text)));
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
    const auto found = std::find_if(everyday.begin(), everyday.end(), [&wanted](const auto& name) {
        return name.first == wanted;
    });
    return found == everyday.end() ? std::nullopt : std::optional{std::string{found->second}};
}

std::vector<std::string> regions_it_may_be(std::string_view text) {
    const auto wanted = name_of(text);
    for (const auto& [name, regions] : ambiguous) {
        if (name == wanted) {
            return split(regions, ' ');
        }
    }
    return {};
}

std::vector<std::string> everyday_names(std::string_view region) {
    std::vector<std::string> names;
    for (const auto& [name, id] : everyday) {
        if (id == region) {
            names.emplace_back(name);
        }
    }
    return names;
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
