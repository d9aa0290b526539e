// SPDX-License-Identifier: MIT
#include "rules/record_match.hpp"

#include <praxis/text.hpp>

#include <algorithm>

namespace praxis::soap::suggest {

using clients::ConceptState;

namespace {

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) {
        list.push_back(text);
    }
}

/// "denied", "family history only"; empty for what the client has.
std::string qualify(ConceptState state) {
    switch (state) {
    case ConceptState::denied:
        return ", denied";
    case ConceptState::family:
        return ", family history only";
    case ConceptState::mentioned:
        return ", only mentioned";
    case ConceptState::suspected:
        return ", suspected";
    case ConceptState::past:
    case ConceptState::present:
        break;
    }
    return {};
}

} // namespace

void Match::add(const std::string& what, const std::string& on) {
    add_once(found, what);
    add_once(basis, on);
}

void Match::add(const Match& other) {
    for (const auto& what : other.found) {
        add_once(found, what);
    }
    for (const auto& on : other.basis) {
        add_once(basis, on);
    }
    places.insert(places.end(), other.places.begin(), other.places.end());
    anywhere = anywhere || other.anywhere;
    in_note = in_note || other.in_note;
    state = std::max(state, other.state);
}

std::optional<Match> merge_for(const std::vector<Match>& matches, const std::string& technique) {
    std::optional<Match> whole;
    for (const auto& match : matches) {
        if (!match.technique.empty() && match.technique != technique) {
            continue;
        }
        if (!whole) {
            whole = Match{.state = match.state};
        }
        whole->add(match);
    }
    return whole;
}

std::string describe_text(const RecordText& words, ConceptState state) {
    const std::string list = words.list == "product" ? "other products" : words.list;
    return list + (words.origin.empty() ? "" : " (" + words.origin + ")") +
           (state == ConceptState::past ? " in the past" : "") + qualify(state) + ": " + words.text;
}

std::string basis_of(const RecordText& words) {
    return words.list + ": " + fold(words.text) + (words.key.empty() ? "" : " #" + words.key);
}

} // namespace praxis::soap::suggest
