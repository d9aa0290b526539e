// SPDX-License-Identifier: MIT
/// The words of all files of schemas/soap/scope, folded and found by their first one.
#pragma once
#include "check/words.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace praxis::soap {

using Phrases = std::multimap<std::string, Phrase>; // found by their first word

/// What a warning says of words that were found.
struct ScopeRemark {
    std::string says;
    std::string instead;
    std::set<std::string> parts; // of the note, where the words count
};

struct ScopeWords {
    /// Words that are listed together.
    struct Listed {
        Phrase words;
        std::string shown;
        ScopeRemark remark;
        bool harmless = false;
    };

    /// "rotator cuff is torn", "a tear of the rotator cuff": the two in either order.
    struct Damage {
        Phrases structures;
        Phrases states;
        std::set<std::string> between;
        ScopeRemark remark;
    };

    std::multimap<std::string, Listed> listed; // found by their first word
    std::vector<Damage> damages;
    Phrases denials;
    std::set<std::string> denied_through;

    Phrases cues;
    std::vector<std::pair<Phrase, Phrase>> parted_cues;
    Phrases verbs;
    Phrases titles;
    Phrases professions;
    Phrases credentials;
    std::set<std::string> between;
    std::set<std::string> particles;
    Phrases stops;
    Phrases turns;
    Phrases nothing;
};

/// How many words of the longest of the phrases stand there, before `end`; 0 for none.
std::size_t
longest_at(const Phrases& phrases, const std::vector<Word>& words, std::size_t at, std::size_t end);

} // namespace praxis::soap
