// SPDX-License-Identifier: MIT
/// The terms of all files of schemas/soap/scope, folded and found by their first word.
#pragma once
#include "check/terms.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace praxis::soap {

using Terms = std::multimap<std::string, Term>; // found by their first word

/// The text of a warning about a found term.
struct ScopeRemark {
    std::string says;
    std::string instead;
    std::set<std::string> parts; // of the note, where the term counts
};

struct ScopeVocabulary {
    /// A listed term.
    struct Listed {
        Term term;
        std::string shown;
        ScopeRemark remark;
        bool harmless = false;
    };

    /// "rotator cuff is torn", "a tear of the rotator cuff": the two in either order.
    struct Damage {
        Terms structures;
        Terms states;
        std::set<std::string> between;
        ScopeRemark remark;
    };

    std::multimap<std::string, Listed> listed; // found by their first word
    std::vector<Damage> damages;
    Terms denials;
    std::set<std::string> denial_reaches_through;

    Terms cues;
    std::vector<std::pair<Term, Term>> parted_cues;
    Terms verbs;
    Terms titles;
    Terms professions;
    Terms credentials;
    std::set<std::string> between;
    std::set<std::string> particles;
    Terms stops;
    Terms turns;
    Terms nothing;
};

/// The number of words of the longest term at that place and before `end`; 0 for none.
std::size_t longest_term_at(
    const Terms& phrases, const std::vector<Word>& words, std::size_t at, std::size_t end
);

} // namespace praxis::soap
