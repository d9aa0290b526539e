// SPDX-License-Identifier: MIT
/// How a sentence is judged. First, find_hits() walks through the words from left to right and
/// takes the longest listed term at each place ("frozen shoulder"), or a structure and a state with
/// allowed words between them ("rotator cuff is torn"). A hit does not count when a denial ("no
/// sign of") reaches it. Second, find_attributed_ranges() looks at each word for a named clinician:
/// after a cue
/// ("diagnosed by Dr. Kim"), or before a verb or a colon ("Dr. Kim found ..."). A clinician needs a
/// title, or a profession or credentials together with a name. Each of them covers a range: the
/// clause around a cue, the words after a verb, or the clause before it when nothing follows. A
/// clause ends where the therapist speaks again (", I suspect"). Third, find_unattributed() returns
/// the hits outside all ranges. When in doubt a hit remains, because a superfluous warning does
/// less harm than a missed diagnosis.
#include "check/scope_sentence.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace praxis::soap {

namespace {

constexpr std::size_t most_words_between = 6;
constexpr std::size_t most_words_of_a_name = 6;
constexpr std::size_t most_words_of_a_denial = 4;

bool is_number(const std::string& word) {
    return word.front() >= '0' && word.front() <= '9';
}

} // namespace

std::size_t longest_term_at(
    const Terms& phrases, const std::vector<Word>& words, std::size_t at, std::size_t end
) {
    std::size_t length = 0;
    if (at < end) {
        const auto [first, last] = phrases.equal_range(words[at].folded);
        for (auto each = first; each != last; ++each) {
            if (each->second.size() > length && term_begins_at(each->second, words, at, end)) {
                length = each->second.size();
            }
        }
    }
    return length;
}

ScopeSentence::ScopeSentence(
    const ScopeVocabulary& scope,
    const std::vector<Word>& words,
    std::size_t begin,
    std::size_t end,
    const std::string& tail
)
    : scope_(scope), words_(words), begin_(begin), end_(end), tail_(tail) {
    all_capitals_ = std::all_of(
        words.begin() + static_cast<std::ptrdiff_t>(begin),
        words.begin() + static_cast<std::ptrdiff_t>(end),
        [](const Word& word) { return word.all_capitals; }
    );
    find_hits();
    find_speaker_changes();
}

std::vector<ScopeSentence::Hit> ScopeSentence::find_unattributed() const {
    std::vector<Hit> found;
    const auto ranges = hits_.empty() ? std::vector<Range>{} : find_attributed_ranges();
    for (const auto& hit : hits_) {
        const bool stood_for =
            std::any_of(ranges.begin(), ranges.end(), [&hit](const Range& range) {
                return range.first <= hit.first && hit.first < range.end;
            });
        if (!stood_for) {
            found.push_back(hit);
        }
    }
    return found;
}

bool ScopeSentence::has_term_at(const Term& phrase, std::size_t at) const {
    return term_begins_at(phrase, words_, at, end_);
}

std::size_t ScopeSentence::longest_term(const Terms& phrases, std::size_t at) const {
    return longest_term_at(phrases, words_, at, end_);
}

// Terms of diagnosis

void ScopeSentence::find_hits() {
    auto denied_until = end_; // end of the last denied term; end_: none
    for (auto at = begin_; at < end_;) {
        bool harmless = false;
        auto hit = listed_hit(at, harmless);
        if (auto damage = damage_hit(at); damage.end > hit.end) {
            hit = std::move(damage);
            harmless = false;
        }
        const auto next = std::max(hit.end, at + 1);
        if (hit.remark != nullptr && !harmless) {
            if (is_denied(at, denied_until)) {
                denied_until = next;
            } else {
                hits_.push_back(std::move(hit));
            }
        }
        at = next;
    }
}

ScopeSentence::Hit ScopeSentence::listed_hit(std::size_t at, bool& harmless) const {
    const ScopeVocabulary::Listed* longest = nullptr;
    const auto [first, last] = scope_.listed.equal_range(words_[at].folded);
    for (auto each = first; each != last; ++each) {
        const auto& listed = each->second;
        if ((longest == nullptr || listed.term.size() > longest->term.size()) &&
            has_term_at(listed.term, at)) {
            longest = &listed;
        }
    }
    if (longest == nullptr) {
        return {};
    }
    harmless = longest->harmless;
    return {at, at + longest->term.size(), longest->shown, &longest->remark};
}

/// "rotator cuff is torn", "tear of the left rotator cuff"
ScopeSentence::Hit ScopeSentence::damage_hit(std::size_t at) const {
    for (const auto& damage : scope_.damages) {
        for (const auto& [one, other] :
             {std::pair{&damage.structures, &damage.states},
              std::pair{&damage.states, &damage.structures}}) {
            const auto first = longest_term(*one, at);
            if (first == 0) {
                continue;
            }
            auto then = at + first;
            while (then < end_ && then < at + first + most_words_between &&
                   is_joint(words_[then].gap) && longest_term(*other, then) == 0 &&
                   damage.between.contains(words_[then].folded)) {
                ++then;
            }
            const auto second =
                then < end_ && is_joint(words_[then].gap) ? longest_term(*other, then) : 0;
            if (second > 0) {
                const auto dots = then > at + first ? " ... " : " ";
                return {
                    at,
                    then + second,
                    text_of(at, first) + dots + text_of(then, second),
                    &damage.remark};
            }
        }
    }
    return {};
}

std::string ScopeSentence::text_of(std::size_t at, std::size_t count) const {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) {
        texts.push_back(words_[at + i].folded);
    }
    return join(texts, " ");
}

/// "no sign of a fracture", and both of "no fracture or sprain".
bool ScopeSentence::is_denied(std::size_t at, std::size_t denied_until) const {
    auto before = at;
    while (before > begin_ && is_joint(words_[before].gap)) {
        if (before == denied_until || ends_at(scope_.denials, before)) {
            return true;
        }
        if (!scope_.denial_reaches_through.contains(words_[before - 1].folded)) {
            return false;
        }
        --before;
    }
    return false;
}

/// Whether one of the terms ends directly before that word.
bool ScopeSentence::ends_at(const Terms& phrases, std::size_t end) const {
    if (end == begin_ || end >= end_ || !is_joint(words_[end].gap)) {
        return false;
    }
    const auto most = std::min(end - begin_, most_words_of_a_denial);
    for (std::size_t length = 1; length <= most; ++length) {
        if (longest_term_at(phrases, words_, end - length, end) == length) {
            return true;
        }
    }
    return false;
}

// Statements of clinicians

/// After a comma the therapist can speak again: ", I suspect", ", it looks like".
void ScopeSentence::find_speaker_changes() {
    for (auto at = begin_ + 1; at < end_; ++at) {
        if (!is_joint(words_[at].gap) && longest_term(scope_.turns, at) > 0) {
            speaker_changes_.push_back(at);
        }
    }
}

std::size_t ScopeSentence::clause_begin(std::size_t at) const {
    const auto after = std::upper_bound(speaker_changes_.begin(), speaker_changes_.end(), at);
    return after == speaker_changes_.begin() ? begin_ : *std::prev(after);
}

/// A change directly at `at` belongs to the clinician: "according to Dr. Kim, it is ..."
std::size_t ScopeSentence::clause_end(std::size_t at) const {
    const auto after = std::upper_bound(speaker_changes_.begin(), speaker_changes_.end(), at);
    return after == speaker_changes_.end() ? end_ : *after;
}

std::vector<ScopeSentence::Range> ScopeSentence::find_attributed_ranges() const {
    std::vector<Range> ranges;
    for (auto at = begin_; at < end_; ++at) {
        add_cue_ranges(ranges, at);
        add_statement_ranges(ranges, at);
    }
    return ranges;
}

/// "diagnosed by her doctor Ana Kim" and "diagnosed with bursitis by Dr. Kim" cover their clause.
void ScopeSentence::add_cue_ranges(std::vector<Range>& ranges, std::size_t at) const {
    const auto add = [&](std::size_t cue, std::size_t after_cue) {
        const auto who = skip_between(after_cue);
        const auto after = end_of_clinician(who);
        if (after > who && !ends_at(scope_.nothing, cue)) {
            ranges.push_back({clause_begin(at), clause_end(skip_between(after))});
        }
    };
    if (const auto cue = longest_term(scope_.cues, at); cue > 0) {
        add(at, at + cue);
    }
    for (const auto& [first, second] : scope_.parted_cues) {
        if (!has_term_at(second, at)) {
            continue;
        }
        if (const auto cue = last_before(first, at); cue < at) {
            add(cue, at + second.size());
        }
    }
}

/// "Dr. Kim found ..." and "Dr. Kim: ..." cover the words after them; "..., as Dr. Kim found"
/// covers the clause.
void ScopeSentence::add_statement_ranges(std::vector<Range>& ranges, std::size_t at) const {
    const auto after = end_of_clinician(at);
    if (after == at) {
        return;
    }
    const auto further = skip_between(after); // "Dr. Kim, 2026-03-02: ..."
    for (const auto verb : {after, further}) {
        const auto length = longest_term(scope_.verbs, verb);
        if (length == 0) {
            continue;
        }
        const auto object = skip_between(verb + length);
        if (longest_term(scope_.nothing, object) > 0) { // "Dr. Kim found nothing"
            return;
        }
        const bool is_last = object >= end_ || gap_at(object).find(',') != std::string::npos;
        ranges.push_back({is_last ? clause_begin(at) : at, clause_end(object)});
        return;
    }
    if (has_colon(after) || has_colon(further)) {
        ranges.push_back({further, clause_end(further)});
    }
}

/// The last place of the term before `end`; `end` when there is none.
std::size_t ScopeSentence::last_before(const Term& phrase, std::size_t end) const {
    for (auto at = end; at > begin_; --at) {
        if (has_term_at(phrase, at - 1)) {
            return at - 1;
        }
    }
    return end;
}

bool ScopeSentence::has_colon(std::size_t at) const {
    return gap_at(at).find(':') != std::string::npos;
}

const std::string& ScopeSentence::gap_at(std::size_t at) const {
    return at < words_.size() ? words_[at].gap : tail_;
}

std::size_t ScopeSentence::skip_between(std::size_t at) const {
    for (std::size_t i = 0; i < most_words_between && at < end_; ++i, ++at) {
        const auto& word = words_[at].folded;
        if (!scope_.between.contains(word) && !is_number(word)) {
            break;
        }
    }
    return at;
}

/// The end of "Dr. Kim", "physiotherapist Ana Kim" or "Ana Kim, DC"; `at` when no clinician is
/// named there.
std::size_t ScopeSentence::end_of_clinician(std::size_t at) const {
    bool titled = false;
    const auto named = end_of_titles(at, titled);
    if (named == at) {
        const auto name = all_capitals_ ? at : end_of_name(at);
        const auto after = end_of_profession(name);
        return name > at && after > name ? after : at;
    }
    // In a sentence of capitals only, a capital does not mark a name.
    const bool fits = titled || (!all_capitals_ && (is_joint(gap_at(named)) || comma_at(named)));
    const auto after = fits ? end_of_name(named) : named;
    return after > named ? end_of_profession(after) : at;
}

/// The end of a profession after the name: ", DC", "(chiropractor)".
std::size_t ScopeSentence::end_of_profession(std::size_t at) const {
    if (at >= end_ || !(is_joint(gap_at(at)) || comma_at(at) || bracket_at(at))) {
        return at;
    }
    if (const auto profession = longest_term(scope_.professions, at); profession > 0) {
        return at + profession;
    }
    return words_[at].all_capitals ? at + longest_term(scope_.credentials, at) : at;
}

bool ScopeSentence::comma_at(std::size_t at) const {
    return gap_at(at).find_first_not_of(", ") == std::string::npos;
}

bool ScopeSentence::bracket_at(std::size_t at) const {
    return gap_at(at).find_first_not_of("( ") == std::string::npos;
}

/// The end of titles and professions: "her orthopaedic surgeon Dr. Kim".
std::size_t ScopeSentence::end_of_titles(std::size_t at, bool& titled) const {
    while (true) {
        const auto title = longest_term(scope_.titles, at);
        const auto length = title > 0 ? title : longest_term(scope_.professions, at);
        if (length == 0) {
            return at;
        }
        titled = title > 0;
        at += length;
    }
}

std::size_t ScopeSentence::end_of_name(std::size_t at) const {
    auto after = at;
    bool capital = false;
    const auto limit = std::min(end_, at + most_words_of_a_name);
    while (after < limit && is_name(after) && (after == at || continues_name(after))) {
        capital = capital || words_[after].capital;
        ++after;
    }
    return capital ? after : at;
}

bool ScopeSentence::is_name(std::size_t at) const {
    const auto& word = words_[at];
    const bool looks_like_one = word.capital || scope_.particles.contains(word.folded);
    return looks_like_one && !is_hit(at) && longest_term(scope_.titles, at) == 0 &&
           longest_term(scope_.professions, at) == 0 &&
           !(word.all_capitals && longest_term(scope_.credentials, at) > 0);
}

bool ScopeSentence::continues_name(std::size_t at) const {
    return is_joint(words_[at].gap) || words_[at - 1].folded.size() == 1; // "A. Kim"
}

bool ScopeSentence::is_hit(std::size_t at) const {
    const auto after =
        std::upper_bound(hits_.begin(), hits_.end(), at, [](std::size_t place, const Hit& hit) {
            return place < hit.first;
        });
    return after != hits_.begin() && at < std::prev(after)->end;
}

} // namespace praxis::soap
