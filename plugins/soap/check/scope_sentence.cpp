// SPDX-License-Identifier: MIT
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

std::size_t longest_at(
    const Phrases& phrases, const std::vector<Word>& words, std::size_t at, std::size_t end
) {
    std::size_t length = 0;
    if (at < end) {
        const auto [first, last] = phrases.equal_range(words[at].folded);
        for (auto each = first; each != last; ++each) {
            if (each->second.size() > length && stands_at(each->second, words, at, end)) {
                length = each->second.size();
            }
        }
    }
    return length;
}

ScopeSentence::ScopeSentence(
    const ScopeWords& scope,
    const std::vector<Word>& words,
    std::size_t begin,
    std::size_t end,
    const std::string& tail
)
    : scope_(scope), words_(words), begin_(begin), end_(end), tail_(tail) {
    shouted_ = std::all_of(
        words.begin() + static_cast<std::ptrdiff_t>(begin),
        words.begin() + static_cast<std::ptrdiff_t>(end),
        [](const Word& word) { return word.shouted; }
    );
    find_hits();
    find_turns();
}

std::vector<ScopeSentence::Hit> ScopeSentence::unattributed() const {
    std::vector<Hit> found;
    const auto ranges = hits_.empty() ? std::vector<Range>{} : attributed();
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

bool ScopeSentence::stands(const Phrase& phrase, std::size_t at) const {
    return stands_at(phrase, words_, at, end_);
}

std::size_t ScopeSentence::longest(const Phrases& phrases, std::size_t at) const {
    return longest_at(phrases, words_, at, end_);
}

// What is said beyond the scope

void ScopeSentence::find_hits() {
    auto denied_until = end_; // behind the last word that was denied; end_: none was
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
    const ScopeWords::Listed* longest = nullptr;
    const auto [first, last] = scope_.listed.equal_range(words_[at].folded);
    for (auto each = first; each != last; ++each) {
        const auto& listed = each->second;
        if ((longest == nullptr || listed.words.size() > longest->words.size()) &&
            stands(listed.words, at)) {
            longest = &listed;
        }
    }
    if (longest == nullptr) {
        return {};
    }
    harmless = longest->harmless;
    return {at, at + longest->words.size(), longest->shown, &longest->remark};
}

/// "rotator cuff is torn", "tear of the left rotator cuff"
ScopeSentence::Hit ScopeSentence::damage_hit(std::size_t at) const {
    for (const auto& damage : scope_.damages) {
        for (const auto& [one, other] :
             {std::pair{&damage.structures, &damage.states},
              std::pair{&damage.states, &damage.structures}}) {
            const auto first = longest(*one, at);
            if (first == 0) {
                continue;
            }
            auto then = at + first;
            while (then < end_ && then < at + first + most_words_between &&
                   is_joint(words_[then].gap) && longest(*other, then) == 0 &&
                   damage.between.contains(words_[then].folded)) {
                ++then;
            }
            const auto second =
                then < end_ && is_joint(words_[then].gap) ? longest(*other, then) : 0;
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
        if (!scope_.denied_through.contains(words_[before - 1].folded)) {
            return false;
        }
        --before;
    }
    return false;
}

/// Whether one of the phrases ends right before that word.
bool ScopeSentence::ends_at(const Phrases& phrases, std::size_t end) const {
    if (end == begin_ || end >= end_ || !is_joint(words_[end].gap)) {
        return false;
    }
    const auto most = std::min(end - begin_, most_words_of_a_denial);
    for (std::size_t length = 1; length <= most; ++length) {
        if (longest_at(phrases, words_, end - length, end) == length) {
            return true;
        }
    }
    return false;
}

// Who stands for it

/// Where somebody else begins to speak, behind a comma: ", I suspect", ", it looks like".
void ScopeSentence::find_turns() {
    for (auto at = begin_ + 1; at < end_; ++at) {
        if (!is_joint(words_[at].gap) && longest(scope_.turns, at) > 0) {
            turns_.push_back(at);
        }
    }
}

std::size_t ScopeSentence::clause_begin(std::size_t at) const {
    const auto behind = std::upper_bound(turns_.begin(), turns_.end(), at);
    return behind == turns_.begin() ? begin_ : *std::prev(behind);
}

/// A turn right there is what the clinician says: "according to Dr. Kim, it is ..."
std::size_t ScopeSentence::clause_end(std::size_t at) const {
    const auto behind = std::upper_bound(turns_.begin(), turns_.end(), at);
    return behind == turns_.end() ? end_ : *behind;
}

std::vector<ScopeSentence::Range> ScopeSentence::attributed() const {
    std::vector<Range> ranges;
    for (auto at = begin_; at < end_; ++at) {
        add_cued(ranges, at);
        add_told(ranges, at);
    }
    return ranges;
}

/// "diagnosed by her doctor Ana Kim", and "diagnosed with bursitis by Dr. Kim": for the clause.
void ScopeSentence::add_cued(std::vector<Range>& ranges, std::size_t at) const {
    const auto add = [&](std::size_t cue, std::size_t behind_cue) {
        const auto who = after_between(behind_cue);
        const auto behind = behind_clinician(who);
        if (behind > who && !ends_at(scope_.nothing, cue)) {
            ranges.push_back({clause_begin(at), clause_end(after_between(behind))});
        }
    };
    if (const auto cue = longest(scope_.cues, at); cue > 0) {
        add(at, at + cue);
    }
    for (const auto& [first, second] : scope_.parted_cues) {
        if (!stands(second, at)) {
            continue;
        }
        if (const auto cue = last_before(first, at); cue < at) {
            add(cue, at + second.size());
        }
    }
}

/// "Dr. Kim found ..." and "Dr. Kim: ..." for what follows; "..., as Dr. Kim found" for the clause.
void ScopeSentence::add_told(std::vector<Range>& ranges, std::size_t at) const {
    const auto behind = behind_clinician(at);
    if (behind == at) {
        return;
    }
    const auto further = after_between(behind); // "Dr. Kim, 2026-03-02: ..."
    for (const auto verb : {behind, further}) {
        const auto length = longest(scope_.verbs, verb);
        if (length == 0) {
            continue;
        }
        const auto object = after_between(verb + length);
        if (longest(scope_.nothing, object) > 0) { // "Dr. Kim found nothing"
            return;
        }
        const bool is_last = object >= end_ || gap_at(object).find(',') != std::string::npos;
        ranges.push_back({is_last ? clause_begin(at) : at, clause_end(object)});
        return;
    }
    if (has_colon(behind) || has_colon(further)) {
        ranges.push_back({further, clause_end(further)});
    }
}

/// Where the phrase stands for the last time before `end`; `end` when it does not.
std::size_t ScopeSentence::last_before(const Phrase& phrase, std::size_t end) const {
    for (auto at = end; at > begin_; --at) {
        if (stands(phrase, at - 1)) {
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

std::size_t ScopeSentence::after_between(std::size_t at) const {
    for (std::size_t i = 0; i < most_words_between && at < end_; ++i, ++at) {
        const auto& word = words_[at].folded;
        if (!scope_.between.contains(word) && !is_number(word)) {
            break;
        }
    }
    return at;
}

/// Behind "Dr. Kim", "physiotherapist Ana Kim" or "Ana Kim, DC"; `at` when no clinician is
/// named there.
std::size_t ScopeSentence::behind_clinician(std::size_t at) const {
    bool titled = false;
    const auto named = behind_address(at, titled);
    if (named == at) {
        const auto name = shouted_ ? at : behind_name(at);
        const auto behind = behind_calling(name);
        return name > at && behind > name ? behind : at;
    }
    // Where all is in capitals, they do not tell a name from any other word.
    const bool fits = titled || (!shouted_ && (is_joint(gap_at(named)) || comma_at(named)));
    const auto behind = fits ? behind_name(named) : named;
    return behind > named ? behind_calling(behind) : at;
}

/// Behind what somebody is, when it follows the name: ", DC", "(chiropractor)".
std::size_t ScopeSentence::behind_calling(std::size_t at) const {
    if (at >= end_ || !(is_joint(gap_at(at)) || comma_at(at) || bracket_at(at))) {
        return at;
    }
    if (const auto profession = longest(scope_.professions, at); profession > 0) {
        return at + profession;
    }
    return words_[at].shouted ? at + longest(scope_.credentials, at) : at;
}

bool ScopeSentence::comma_at(std::size_t at) const {
    return gap_at(at).find_first_not_of(", ") == std::string::npos;
}

bool ScopeSentence::bracket_at(std::size_t at) const {
    return gap_at(at).find_first_not_of("( ") == std::string::npos;
}

/// Behind titles and professions: "her orthopaedic surgeon Dr. Kim".
std::size_t ScopeSentence::behind_address(std::size_t at, bool& titled) const {
    while (true) {
        const auto title = longest(scope_.titles, at);
        const auto length = title > 0 ? title : longest(scope_.professions, at);
        if (length == 0) {
            return at;
        }
        titled = title > 0;
        at += length;
    }
}

std::size_t ScopeSentence::behind_name(std::size_t at) const {
    auto behind = at;
    bool capital = false;
    const auto limit = std::min(end_, at + most_words_of_a_name);
    while (behind < limit && is_name(behind) && (behind == at || continues_name(behind))) {
        capital = capital || words_[behind].capital;
        ++behind;
    }
    return capital ? behind : at;
}

bool ScopeSentence::is_name(std::size_t at) const {
    const auto& word = words_[at];
    const bool looks_like_one = word.capital || scope_.particles.contains(word.folded);
    return looks_like_one && !is_hit(at) && longest(scope_.titles, at) == 0 &&
           longest(scope_.professions, at) == 0 &&
           !(word.shouted && longest(scope_.credentials, at) > 0);
}

bool ScopeSentence::continues_name(std::size_t at) const {
    return is_joint(words_[at].gap) || words_[at - 1].folded.size() == 1; // "A. Kim"
}

bool ScopeSentence::is_hit(std::size_t at) const {
    const auto behind =
        std::upper_bound(hits_.begin(), hits_.end(), at, [](std::size_t place, const Hit& hit) {
            return place < hit.first;
        });
    return behind != hits_.begin() && at < std::prev(behind)->end;
}

} // namespace praxis::soap
