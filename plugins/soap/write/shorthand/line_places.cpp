// SPDX-License-Identifier: MIT
#include "template/field_text.hpp"
#include "write/shorthand/line_reader.hpp"
#include "write/shorthand/tokens.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

constexpr std::size_t longest_phrase = 5; // words: "between the shoulder blades" and a side

/// Whether work on the muscle can be work on that region.
bool fits(const Muscle& muscle, const std::string& region) {
    return muscle.region.empty() || region_holds(region, muscle.region) ||
           std::find(muscle.also.begin(), muscle.also.end(), region) != muscle.also.end();
}

[[noreturn]] void refuse_other_region(const Muscle& muscle, const std::string& region) {
    refuse_work(
        muscle.name + " is in the region " + muscle.region + ", but the line names " + region,
        "to record both, write \"muscle=" + muscle.name + "\""
    );
}

} // namespace

SidedPlace split_side(const std::string& token, const ShorthandVocabulary& vocabulary) {
    const auto found = [&](const std::string& side, const std::string& place) {
        const auto id = vocabulary.find_side(side);
        return SidedPlace{id && !place.empty() ? *id : "", id ? place : token};
    };
    const auto open = token.rfind('(');
    if (token.ends_with(')') && open != std::string::npos && open > 0) {
        return found(token.substr(open), trim(token.substr(0, open)));
    }
    if (const auto close = token.find(')'); token.starts_with('(') && close != std::string::npos) {
        return found(token.substr(0, close + 1), trim(token.substr(close + 1)));
    }
    if (const auto dash = token.find('-'); dash != std::string::npos) {
        return found(token.substr(0, dash), token.substr(dash + 1));
    }
    return {"", token};
}

/// How many tokens from there on are one name: 2 for "SI joint".
std::size_t
LineReader::phrase_length(const std::vector<std::string>& tokens, std::size_t at) const {
    std::string text = tokens[at];
    std::size_t best = 1;
    for (std::size_t count = 2; count <= longest_phrase && at + count <= tokens.size(); ++count) {
        text += " " + tokens[at + count - 1];
        if (text.find_first_of("=>") != std::string::npos) {
            break;
        }
        best = is_phrase(text) ? count : best;
    }
    return best;
}

bool LineReader::is_phrase(const std::string& text) const {
    if (names_place(text) || is_side(text) || has_choice(text)) {
        return true;
    }
    if (const auto assignment = vocabulary_.find_whole_field(text)) {
        return has(trim(assignment->substr(0, assignment->find('='))).c_str());
    }
    const auto sided = split_side(text, vocabulary_);
    return !sided.side.empty() && names_place(sided.place);
}

/// Whether the text names a place of the target, clearly or not.
bool LineReader::names_place(const std::string& text) const {
    const bool is_region =
        has("region") && (vocabulary_.find_region(text) || !regions_it_may_be(text).empty());
    const bool is_muscle = has("muscle") && (vocabulary_.find_muscle(text) != nullptr ||
                                             !vocabulary_.muscles_it_may_be(text).empty());
    return is_region || is_muscle || (has("joint") && vocabulary_.find_joint(text));
}

bool LineReader::is_side(const std::string& text) const {
    return has("side") && vocabulary_.find_side(text);
}

bool LineReader::take_place(const std::string& token) {
    if (is_side(token) && own_value("side").empty()) {
        add_fact("side", *vocabulary_.find_side(token));
        return true;
    }
    if (take_named_place(token)) {
        return true;
    }
    const auto sided = split_side(token, vocabulary_);
    const bool is_free = !sided.side.empty() && has("side") && own_value("side").empty();
    if (is_free && take_named_place(sided.place)) {
        add_fact("side", sided.side);
        return true;
    }
    return false;
}

bool LineReader::take_named_place(const std::string& text) {
    return take_joint(text) || take_region_or_muscle(text);
}

bool LineReader::take_joint(const std::string& text) {
    const bool is_free = has("joint") && own_value("joint").empty();
    const auto joint = is_free ? vocabulary_.find_joint(text) : std::nullopt;
    if (joint) {
        add_fact("joint", *joint);
    }
    return joint.has_value();
}

bool LineReader::take_region_or_muscle(const std::string& text) {
    const auto region = has("region") ? vocabulary_.find_region(text) : std::nullopt;
    const auto* muscle = has("muscle") ? vocabulary_.find_muscle(text) : nullptr;
    const bool replaces_implied = !implied_by_.empty() && !has_choice(text);
    const bool needs_region = region && (own_value("region").empty() || replaces_implied);
    const bool needs_muscle = muscle != nullptr && own_value("muscle").empty();
    if (!needs_region && !needs_muscle) {
        return false;
    }
    refuse_if_choice(text, needs_region);
    if (needs_region) {
        set_region(*region, false);
        return true;
    }
    refuse_if_place_and_choice(text, *muscle);
    add_fact("muscle", muscle->name);
    if (muscle->region.empty() || !has("region")) {
        return true;
    }
    if (own_value("region").empty()) {
        add_fact("region", muscle->region);
        implied_by_ = muscle->name;
    } else if (!fits(*muscle, own_value("region"))) {
        refuse_other_region(*muscle, own_value("region"));
    }
    return true;
}

/// A region that the line names counts more than the one that a muscle implies.
void LineReader::set_region(const std::string& region, bool is_implied) {
    if (own_value("region").empty()) {
        add_fact("region", region);
        return;
    }
    const auto* muscle = vocabulary_.find_muscle(implied_by_);
    if (muscle != nullptr && !fits(*muscle, region)) {
        refuse_other_region(*muscle, region);
    }
    const auto known = std::find_if(own_.begin(), own_.end(), [](const auto& fact) {
        return fact.path == "region";
    });
    known->value = region;
    if (!is_implied) {
        implied_by_.clear();
    }
}

bool LineReader::take_level(const std::string& token) {
    const bool is_level = has("region") && !vocabulary_.regions_of_level(token).empty();
    if (is_level) {
        levels_.push_back(token);
    }
    return is_level;
}

/// Levels give the region when nothing else does, and become part of the remarks.
void LineReader::settle_levels(const std::string& free_text) {
    for (const auto& level : levels_) {
        settle_level(level);
    }
    auto text = join(levels_, ", ");
    text += (text.empty() || free_text.empty() ? "" : ": ") + free_text;
    if (!text.empty()) {
        take_free_text(text);
    }
}

void LineReader::settle_level(const std::string& level) {
    const auto regions = vocabulary_.regions_of_level(level);
    const auto region = own_value("region");
    const bool fits_one = std::any_of(regions.begin(), regions.end(), [&](const auto& one) {
        return region_holds(region, one);
    });
    if (!region.empty() && fits_one) {
        return;
    }
    if (!region.empty() && implied_by_.empty()) {
        refuse_work(
            level + " is in the region " + join(regions, " or ") + ", but the line names " + region,
            "write a line for each region"
        );
    }
    if (regions.size() > 1) {
        refuse_unclear_level(level);
    }
    set_region(regions.front(), true);
}

/// A forearm is a region and a tool: praxis does not guess which is meant.
void LineReader::refuse_if_choice(const std::string& token, bool is_region) const {
    for (const auto& field : target_.fields) {
        if (has_choices(field) && find_choice(vocabulary_.expand_choice(token), field.choices)) {
            const std::string place = is_region ? "region" : "muscle";
            refuse_work(
                "'" + visible(token) + "' can be the " + place + " or the " + field.name,
                "write " + place + "=" + token + " or " + field.name + "=" + token
            );
        }
    }
}

/// "glute med" is a muscle, or a region and a direction.
void LineReader::refuse_if_place_and_choice(const std::string& text, const Muscle& muscle) const {
    const auto space = text.rfind(' ');
    if (space == std::string::npos || !names_place(text.substr(0, space)) ||
        !has_choice(text.substr(space + 1))) {
        return;
    }
    const auto place = text.substr(0, space);
    const auto choice = vocabulary_.expand_choice(text.substr(space + 1));
    refuse_work(
        "'" + visible(text) + "' can be " + muscle.name + ", or " + place + " and " + choice,
        "write \"" + muscle.name + "\", or put the word " + choice + " elsewhere in the line"
    );
}

} // namespace praxis::soap
