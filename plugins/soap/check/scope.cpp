// SPDX-License-Identifier: MIT
#include "check/scope.hpp"

#include "check/words.hpp"
#include "template/contributed.hpp"

#include <algorithm>
#include <iterator>

namespace praxis::soap {

namespace {

constexpr int most_words_between = 6;
constexpr std::size_t most_words_of_a_name = 6;

void add_phrases(
    std::multimap<std::string, std::vector<std::string>>& into,
    const std::vector<std::string>& phrases
) {
    for (const auto& phrase : phrases) {
        auto words = folded_words(phrase);
        if (!words.empty()) {
            const auto first = words.front();
            into.emplace(first, std::move(words));
        }
    }
}

void add_words(std::set<std::string>& into, const std::vector<std::string>& phrases) {
    for (const auto& phrase : phrases) {
        for (auto& word : folded_words(phrase)) {
            into.insert(std::move(word));
        }
    }
}

bool is_number(const std::string& word) {
    return word.front() >= '0' && word.front() <= '9';
}

} // namespace

/// One sentence, or what stands of it before a "but": who is named in it, and for what.
class ScopeLinter::Sentence {
  public:
    struct Hit {
        std::size_t first = 0;
        std::size_t end = 0;
        const Listed* listed = nullptr;
    };

    Sentence(
        const ScopeLinter& linter,
        const std::vector<Word>& words,
        std::size_t begin,
        std::size_t end,
        const std::string& tail
    )
        : linter_(linter), words_(words), begin_(begin), end_(end), tail_(tail) {
        shouted_ = std::all_of(
            words.begin() + static_cast<std::ptrdiff_t>(begin),
            words.begin() + static_cast<std::ptrdiff_t>(end),
            [](const Word& word) { return word.shouted; }
        );
        find_hits();
    }

    /// Listed words that nobody is named for.
    [[nodiscard]] std::vector<const Listed*> unattributed() const {
        std::vector<const Listed*> found;
        const auto until = hits_.empty() ? begin_ : attributed_from();
        for (const auto& hit : hits_) {
            if (hit.first < until) {
                found.push_back(hit.listed);
            }
        }
        return found;
    }

  private:
    [[nodiscard]] bool stands_at(const Words& phrase, std::size_t at) const {
        if (at + phrase.size() > end_) {
            return false;
        }
        for (std::size_t i = 0; i < phrase.size(); ++i) {
            const auto& word = words_[at + i];
            if (word.folded != phrase[i] || (i > 0 && !is_joint(word.gap))) {
                return false;
            }
        }
        return true;
    }

    /// How many words of the longest of the phrases stand there.
    [[nodiscard]] std::size_t longest(const Phrases& phrases, std::size_t at) const {
        std::size_t length = 0;
        if (at < end_) {
            const auto [begin, end] = phrases.equal_range(words_[at].folded);
            for (auto each = begin; each != end; ++each) {
                if (each->second.size() > length && stands_at(each->second, at)) {
                    length = each->second.size();
                }
            }
        }
        return length;
    }

    void find_hits() {
        for (auto at = begin_; at < end_;) {
            const Listed* longest = nullptr;
            const auto [begin, end] = linter_.listed_.equal_range(words_[at].folded);
            for (auto each = begin; each != end; ++each) {
                const auto& listed = each->second;
                if ((longest == nullptr || listed.words.size() > longest->words.size()) &&
                    stands_at(listed.words, at)) {
                    longest = &listed;
                }
            }
            const auto next = longest == nullptr ? at + 1 : at + longest->words.size();
            if (longest != nullptr && !longest->harmless) {
                hits_.push_back({at, next, longest});
            }
            at = next;
        }
    }

    /// The first word that a named clinician stands for; the sentence's end when there is none.
    [[nodiscard]] std::size_t attributed_from() const {
        auto from = end_;
        for (auto at = begin_; at < end_; ++at) {
            if (is_cued(at)) {
                return begin_;
            }
            const auto behind = behind_clinician(at);
            if (behind == at) {
                continue;
            }
            const auto further = after_between(behind); // "Dr. Kim, 2026-03-02: ..."
            if (longest(linter_.verbs_, behind) > 0 || longest(linter_.verbs_, further) > 0) {
                return begin_;
            }
            if (has_colon(behind) || has_colon(further)) {
                from = std::min(from, further);
            }
        }
        return from;
    }

    /// "diagnosed by her doctor Ana Kim", and "diagnosed with bursitis by Dr. Kim"
    [[nodiscard]] bool is_cued(std::size_t at) const {
        const auto is_named_behind = [this](std::size_t cue) {
            const auto who = after_between(cue);
            return behind_clinician(who) > who;
        };
        if (const auto cue = longest(linter_.cues_, at); cue > 0 && is_named_behind(at + cue)) {
            return true;
        }
        return std::any_of(
            linter_.parted_cues_.begin(),
            linter_.parted_cues_.end(),
            [&](const auto& cue) {
                const auto& [first, second] = cue;
                return stands_at(second, at) && is_named_behind(at + second.size()) &&
                       stands_before(first, at);
            }
        );
    }

    [[nodiscard]] bool stands_before(const Words& phrase, std::size_t end) const {
        for (auto at = begin_; at < end; ++at) {
            if (stands_at(phrase, at)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool has_colon(std::size_t at) const {
        return gap_at(at).find(':') != std::string::npos;
    }

    [[nodiscard]] const std::string& gap_at(std::size_t at) const {
        return at < words_.size() ? words_[at].gap : tail_;
    }

    [[nodiscard]] std::size_t after_between(std::size_t at) const {
        for (int i = 0; i < most_words_between && at < end_; ++i, ++at) {
            const auto& word = words_[at].folded;
            if (!linter_.between_.contains(word) && !is_number(word)) {
                break;
            }
        }
        return at;
    }

    /// Behind "Dr. Kim", "physiotherapist Ana Kim" or "Ana Kim, DC"; `at` when no clinician is
    /// named there.
    [[nodiscard]] std::size_t behind_clinician(std::size_t at) const {
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
    [[nodiscard]] std::size_t behind_calling(std::size_t at) const {
        if (at >= end_ || !(is_joint(gap_at(at)) || comma_at(at) || bracket_at(at))) {
            return at;
        }
        if (const auto profession = longest(linter_.professions_, at); profession > 0) {
            return at + profession;
        }
        return words_[at].shouted ? at + longest(linter_.credentials_, at) : at;
    }

    [[nodiscard]] bool comma_at(std::size_t at) const {
        return gap_at(at).find_first_not_of(", ") == std::string::npos;
    }

    [[nodiscard]] bool bracket_at(std::size_t at) const {
        return gap_at(at).find_first_not_of("( ") == std::string::npos;
    }

    /// Behind titles and professions: "her orthopaedic surgeon Dr. Kim".
    [[nodiscard]] std::size_t behind_address(std::size_t at, bool& titled) const {
        while (true) {
            const auto title = longest(linter_.titles_, at);
            const auto length = title > 0 ? title : longest(linter_.professions_, at);
            if (length == 0) {
                return at;
            }
            titled = title > 0;
            at += length;
        }
    }

    [[nodiscard]] std::size_t behind_name(std::size_t at) const {
        auto behind = at;
        bool capital = false;
        const auto limit = std::min(end_, at + most_words_of_a_name);
        while (behind < limit && is_name(behind) && (behind == at || continues_name(behind))) {
            capital = capital || words_[behind].capital;
            ++behind;
        }
        return capital ? behind : at;
    }

    [[nodiscard]] bool is_name(std::size_t at) const {
        const auto& word = words_[at];
        const bool looks_like_one = word.capital || linter_.particles_.contains(word.folded);
        return looks_like_one && !is_hit(at) && longest(linter_.titles_, at) == 0 &&
               longest(linter_.professions_, at) == 0 &&
               !(word.shouted && longest(linter_.credentials_, at) > 0);
    }

    [[nodiscard]] bool continues_name(std::size_t at) const {
        return is_joint(words_[at].gap) || words_[at - 1].folded.size() == 1; // "A. Kim"
    }

    [[nodiscard]] bool is_hit(std::size_t at) const {
        const auto behind =
            std::upper_bound(hits_.begin(), hits_.end(), at, [](std::size_t place, const Hit& hit) {
                return place < hit.first;
            });
        return behind != hits_.begin() && at < std::prev(behind)->end;
    }

    const ScopeLinter& linter_;
    const std::vector<Word>& words_;
    std::size_t begin_;
    std::size_t end_;
    const std::string& tail_;
    bool shouted_ = false;
    std::vector<Hit> hits_;
};

ScopeLinter::ScopeLinter(const std::vector<ScopeFile>& files) {
    for (const auto& file : files) {
        const auto list = [&](const ScopePhrase& phrase, const std::string& shown, bool harmless) {
            auto words = folded_words(shown);
            if (!words.empty()) {
                const auto first = words.front();
                listed_.emplace(
                    first,
                    Listed{
                        std::move(words),
                        shown,
                        file.says,
                        phrase.instead,
                        {file.parts.begin(), file.parts.end()},
                        harmless}
                );
            }
        };
        for (const auto& phrase : file.phrases) {
            for (const auto& words : phrase.words) {
                list(phrase, words, false);
            }
            for (const auto& words : phrase.except) {
                list(phrase, words, true);
            }
        }
        add_cues(file.attribution.cues);
        add_phrases(verbs_, file.attribution.verbs);
        add_phrases(titles_, file.attribution.titles);
        add_phrases(professions_, file.attribution.professions);
        add_phrases(credentials_, file.attribution.credentials);
        add_words(between_, file.attribution.between);
        add_words(particles_, file.attribution.particles);
        add_words(stops_, file.attribution.stops);
    }
}

/// "diagnosed ... by": anything of the sentence may stand between the two.
void ScopeLinter::add_cues(const std::vector<std::string>& cues) {
    for (const auto& cue : cues) {
        const auto parted = cue.find("...");
        if (parted == std::string::npos) {
            add_phrases(cues_, {cue});
        } else {
            parted_cues_.emplace_back(
                folded_words(cue.substr(0, parted)), folded_words(cue.substr(parted))
            );
        }
    }
}

ScopeLinter ScopeLinter::load(Session& session) {
    return ScopeLinter{load_contributed<ScopeFile>(session, "note-scope/1", read_scope)};
}

std::vector<ScopeFinding> ScopeLinter::find(std::string_view text, std::string_view part) const {
    std::string tail;
    const auto words = words_of(text, tail);
    std::vector<ScopeFinding> found;
    for (std::size_t begin = 0; begin < words.size();) {
        auto end = begin + 1;
        while (end < words.size()) {
            const auto& before = words[end - 1].folded;
            const bool abbreviated = before.size() == 1 || titles_.contains(before);
            if (ends_sentence(words[end].gap, abbreviated) || stops_.contains(words[end].folded)) {
                break;
            }
            ++end;
        }
        for (const auto* listed : Sentence{*this, words, begin, end, tail}.unattributed()) {
            const ScopeFinding finding{listed->shown, listed->says, listed->instead};
            if (listed->parts.contains(std::string{part}) &&
                std::find(found.begin(), found.end(), finding) == found.end()) {
                found.push_back(finding);
            }
        }
        begin = end;
    }
    return found;
}

std::vector<Problem> scope_warnings(const ScopeLinter& linter, const std::vector<Entry>& entries) {
    std::vector<Problem> warnings;
    for (const auto& entry : entries) {
        if (!entry.value.is_text()) {
            continue;
        }
        for (const auto& finding : linter.find(entry.value.as_text(), entry.section)) {
            warnings.push_back(
                {.weight = Problem::Weight::warning,
                 .path = entry.path,
                 .message = "\"" + finding.words + "\" " + finding.says,
                 .hint = "write " + finding.instead +
                         "; or name the clinician whose word it is: \"diagnosed by Dr. Kim\""}
            );
        }
    }
    return warnings;
}

} // namespace praxis::soap
