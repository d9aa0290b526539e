// SPDX-License-Identifier: MIT
#include "plan/technique_line.hpp"

#include <praxis/body.hpp>
#include <praxis/error.hpp>
#include <praxis/soap/reasons.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <charconv>

namespace praxis::plans {
namespace {

const std::string form = "write it as \"deep-tissue lower-back both 35 min for tension\"";

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (auto& word : split(text, ' ')) {
        if (!word.empty()) {
            words.push_back(std::move(word));
        }
    }
    return words;
}

std::optional<int> minutes_of(std::string_view word) {
    if (word.ends_with("min")) {
        word.remove_suffix(3);
    }
    int minutes = 0;
    const auto* end = word.data() + word.size();
    const auto read = std::from_chars(word.data(), end, minutes);
    const bool is_whole = !word.empty() && read.ec == std::errc{} && read.ptr == end;
    return is_whole && minutes > 0 && minutes <= 600 ? std::optional{minutes} : std::nullopt;
}

bool is_side(const std::string& word) {
    const auto& sides = all_sides();
    return std::find(sides.begin(), sides.end(), word) != sides.end();
}

/// The purposes after "for": separated by commas or "and".
std::vector<std::string> read_purposes(const PlanRules& rules, const std::string& text) {
    std::vector<std::string> purposes;
    std::string rest = text;
    for (auto at = rest.find(" and "); at != std::string::npos; at = rest.find(" and ")) {
        rest.replace(at, 5, ",");
    }
    for (const auto& part : split(rest, ',')) {
        if (const auto purpose = trim(part); !purpose.empty()) {
            purposes.push_back(rules.get_purpose(purpose));
        }
    }
    return purposes;
}

/// The words between the technique and "for": minutes, a side, and the rest is a region.
void read_place(const std::vector<std::string>& words, TechniqueLine& line) {
    std::vector<std::string> region;
    for (const auto& word : words) {
        const auto plain = fold(word);
        if (plain == "min" || plain == "minutes") {
            continue;
        }
        if (const auto minutes = minutes_of(plain)) {
            line.length = Minutes{*minutes};
        } else if (is_side(plain)) {
            line.side = plain;
        } else {
            region.push_back(word);
        }
    }
    if (!region.empty()) {
        line.region = check_region(join(region, " "));
    }
    if (line.region.empty() && !line.side.empty()) {
        throw UsageError("--technique: the side " + line.side + " needs a region", form);
    }
}

} // namespace

TechniqueLine
read_technique_line(Session& session, const PlanRules& rules, const std::string& text) {
    const auto at = text.find(" for ");
    if (at == std::string::npos) {
        throw UsageError("--technique \"" + text + "\" names no purpose", form);
    }
    auto words = words_of(text.substr(0, at));
    if (words.empty()) {
        throw UsageError("--technique names no technique", form);
    }
    TechniqueLine line;
    line.technique = session.get<soap::Reasons>().technique(session, words.front());
    words.erase(words.begin());
    read_place(words, line);
    line.purposes = read_purposes(rules, text.substr(at + 5));
    if (line.purposes.empty()) {
        throw UsageError("--technique \"" + text + "\" names no purpose", form);
    }
    return line;
}

std::string work_text(const TechniqueLine& line) {
    auto text = line.technique;
    if (!line.region.empty()) {
        text += ", " + region_with_side(line.region, line.side);
    }
    if (line.length) {
        text += ", " + std::to_string(line.length->count()) + " min";
    }
    return text;
}

std::string purposes_text(const TechniqueLine& line, const PlanRules& rules) {
    std::vector<std::string> names;
    for (const auto& purpose : line.purposes) {
        names.push_back(rules.purpose_name(purpose));
    }
    return join(names, "; ");
}

std::string technique_text(const TechniqueLine& line, const PlanRules& rules) {
    return work_text(line) + ": " + purposes_text(line, rules);
}

} // namespace praxis::plans
