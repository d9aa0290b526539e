// SPDX-License-Identifier: MIT
#include "template/field_text.hpp"
#include "write/shorthand/line_reader.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap {

namespace {

/// "r glute>calf" as "r glute" and "calf".
std::vector<std::string> split_places(const std::vector<std::string>& tokens) {
    auto text = join(tokens, " ");
    for (const std::string_view mark : {"→", "->", ",", ";"}) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
            text.replace(at, mark.size(), ">");
        }
    }
    std::vector<std::string> places;
    for (const auto& place : split(text, '>')) {
        if (!trim(place).empty()) {
            places.push_back(trim(place));
        }
    }
    return places;
}

} // namespace

/// A place of a list, with its side before, after or joined to it. The region may be that of a
/// muscle.
SidedPlace LineReader::read_place_of_list(const std::string& text) const {
    const auto region_of = [this](const std::string& name) {
        const auto* muscle = vocabulary_.find_muscle(name);
        const auto levels = vocabulary_.regions_of_level(name);
        const auto of_level = levels.size() == 1 ? levels.front() : std::string{};
        return vocabulary_.find_region(name).value_or(
            muscle != nullptr ? muscle->region : of_level
        );
    };
    const auto first = text.find(' ');
    const auto last = text.rfind(' ');
    std::vector<SidedPlace> readings{{"", text}, split_side(text, vocabulary_)};
    if (first != std::string::npos) {
        const auto before = vocabulary_.find_side(text.substr(0, first));
        const auto after = vocabulary_.find_side(text.substr(last + 1));
        readings.push_back({before.value_or(""), text.substr(before ? first + 1 : 0)});
        readings.push_back({after.value_or(""), text.substr(0, after ? last : text.size())});
    }
    for (const auto& reading : readings) {
        if (const auto region = region_of(reading.place); !region.empty()) {
            return {reading.side, region};
        }
    }
    for (const auto& reading : readings) {
        refuse_unclear(reading.place);
    }
    refuse_token(text);
}

/// "rad r glute>calf": a row for each place. A side counts for the places after it, too. Free text
/// is the client's words about it.
WorkReading LineReader::read_places(const WorkLine& line) {
    WorkReading reading;
    std::vector<std::string> shown;
    std::string side;
    const auto places = split_places(line.tokens);
    if (places.empty()) {
        refuse_work("a place is missing after '" + visible(last_token_) + "'", "rad r glute>calf");
    }
    for (const auto& text : places) {
        const auto place = read_place_of_list(text);
        side = place.side.empty() ? side : place.side;
        const auto path = target_.table + "." +
                          std::to_string(count_rows(file_, target_.table) + shown.size() + 1) + ".";
        reading.sets.push_back(path + "region=" + place.place);
        if (!side.empty()) {
            reading.sets.push_back(path + "side=" + side);
        }
        shown.push_back(region_with_side(place.place, side));
        last_token_ = text;
    }
    reading.long_form = "radiates to: " + join(shown, ", ");
    if (!line.free_text.empty()) {
        const auto text = vocabulary_.expand_abbreviations(line.free_text);
        reading.sets.push_back("subjective.radiation=" + text);
        reading.long_form += "; subjective: radiation " + text;
    }
    return reading;
}

} // namespace praxis::soap
