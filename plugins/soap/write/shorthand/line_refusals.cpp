// SPDX-License-Identifier: MIT
#include "write/shorthand/line_reader.hpp"
#include "write/shorthand/tokens.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

/// The words that differ from the typed one, so that a hint never repeats it.
std::vector<std::string> without_word(std::vector<std::string> words, const std::string& typed) {
    const auto key = [](std::string word) {
        word = fold(word);
        std::replace(word.begin(), word.end(), '-', ' ');
        return word;
    };
    std::erase_if(words, [&](const auto& word) { return key(word) == key(typed); });
    return words;
}

} // namespace

void LineReader::refuse_token(const std::string& token) const {
    refuse_unclear(token);
    refuse_second_place(token);
    refuse_unclear_level(token);
    const auto meant = did_you_mean(token, without_word(known_words(), token));
    refuse_work(
        "'" + visible(token) + "' is unknown" +
            (last_token_.empty() ? " at the beginning" : " after '" + visible(last_token_) + "'"),
        meant ? "did you mean " + *meant + "?" : expected()
    );
}

/// Refuses a name that can mean several regions or muscles.
void LineReader::refuse_unclear(const std::string& token) const {
    for (const auto& name : {token, split_side(token, vocabulary_).place}) {
        const auto regions = regions_it_may_be(name);
        const auto muscles = vocabulary_.muscles_it_may_be(name);
        if (!regions.empty() || !muscles.empty()) {
            refuse_work(
                "'" + visible(name) + "' can mean several " +
                    (regions.empty() ? "muscles" : "regions"),
                "choose from " + join(regions.empty() ? muscles : regions, ", ")
            );
        }
    }
}

/// Refuses a place that is known, but that this line does not take (any more).
void LineReader::refuse_second_place(const std::string& token) const {
    const auto refuse_second = [&](const std::string& what) {
        const auto first = own_value(what);
        refuse_work(
            "'" + visible(token) + "' is a second " + what + ": the line already has " + first,
            what == "side" ? "for both sides, write both" : "write a line for each " + what
        );
    };
    const auto place = split_side(token, vocabulary_).place;
    if (vocabulary_.find_side(token) && !own_value("side").empty()) {
        refuse_second("side");
    }
    if (vocabulary_.find_region(place) && !own_value("region").empty()) {
        refuse_second("region");
    }
    if (vocabulary_.find_muscle(place) != nullptr && !own_value("muscle").empty()) {
        refuse_second("muscle");
    }
    const bool has_no_place = target_.named > 0 && !has("region") && !has("joint");
    if (has_no_place && vocabulary_.find_region(place)) {
        refuse_work(
            "'" + visible(token) + "' is a place, and this line takes none",
            "begin the line with a technique or with \"find\""
        );
    }
}

/// "T5" can be in two regions; "L 5" can be a level, or a side and a number.
void LineReader::refuse_unclear_level(const std::string& token) const {
    if (const auto regions = vocabulary_.regions_of_level(token); regions.size() > 1) {
        refuse_work(
            "'" + visible(token) + "' can mean several regions",
            "write one of them before it: " + join(regions, ", ")
        );
    }
    const auto level = last_token_ + token;
    if (is_digits(token) && !vocabulary_.regions_of_level(level).empty()) {
        refuse_work(
            "'" + visible(last_token_ + " " + token) + "' can be the level " + level +
                ", or a side and a number",
            "write " + level + ", or name the field of the number, such as minutes=" + token
        );
    }
}

/// What the token could have been, for a hint.
std::vector<std::string> LineReader::known_words() const {
    if (target_.fields.empty() && last_token_.empty()) {
        auto known = vocabulary_.line_starts();
        const auto techniques = book_.technique_ids();
        known.insert(known.end(), techniques.begin(), techniques.end());
        return known;
    }
    auto known = vocabulary_.all_words();
    for (const auto& field : target_.fields) {
        known.push_back(field.name);
        if (has_choices(field)) {
            known.insert(known.end(), field.choices.begin(), field.choices.end());
        }
    }
    if (!target_.fields.empty()) {
        const auto places = vocabulary_.places();
        known.insert(known.end(), places.begin(), places.end());
    }
    return known;
}

std::string LineReader::expected() const {
    if (target_.fields.empty()) {
        return last_token_.empty()
                   ? "begin with a technique (praxis technique list) or with \"note\""
                   : "write a field: resp=eased, next=friday, 7>4, 60m";
    }
    std::vector<std::string> kinds;
    if (has("region") && own_value("region").empty()) {
        kinds.emplace_back("a region or muscle");
    }
    if (has("joint") && own_value("joint").empty()) {
        kinds.emplace_back("a joint");
    }
    if (has("side") && own_value("side").empty()) {
        kinds.emplace_back("a side");
    }
    kinds.emplace_back("20m");
    kinds.emplace_back("7>4");
    for (const auto& field : target_.fields) {
        if (field.type == FieldType::yes_no) {
            kinds.push_back(field.name);
        }
    }
    for (const auto& field : target_.fields) {
        if (has_choices(field)) {
            kinds.insert(kinds.end(), field.choices.begin(), field.choices.end());
        }
    }
    return "expected: " + join(kinds, ", ") + " or FIELD=VALUE";
}

} // namespace praxis::soap
