// SPDX-License-Identifier: MIT
#include "rules/wording.hpp"

#include "check/words.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace praxis::soap::suggest {

namespace {

class Text {
  public:
    explicit Text(std::string_view text) : words_(words_of(text, tail_)) {}

    [[nodiscard]] bool stands_at(const Phrase& phrase, std::size_t at) const {
        return soap::stands_at(phrase, words_, at, words_.size());
    }

    [[nodiscard]] std::vector<std::size_t> places_of(const Phrase& phrase) const {
        std::vector<std::size_t> places;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            if (stands_at(phrase, at)) {
                places.push_back(at);
            }
        }
        return places;
    }

    [[nodiscard]] const std::string& word(std::size_t at) const { return words_[at].folded; }

    [[nodiscard]] std::size_t size() const { return words_.size(); }

    /// What stands before the word; behind the last one, what the text ends with.
    [[nodiscard]] const std::string& gap(std::size_t at) const {
        return at < words_.size() ? words_[at].gap : tail_;
    }

  private:
    std::string tail_;
    std::vector<Word> words_;
};

/// One qualifier against one place of a text.
class Qualifying {
  public:
    Qualifying(const Qualifier& qualifier, const Text& text) : qualifier_(qualifier), text_(text) {}

    /// first, end   the words that are listed
    /// held_end     behind the words before, which the same qualifier holds for; 0: it holds for
    /// none
    [[nodiscard]] bool holds_for(std::size_t first, std::size_t end, std::size_t held_end) const {
        const bool plain = std::none_of(
            qualifier_.unless.begin(),
            qualifier_.unless.end(),
            [this](const auto& phrase) { return !text_.places_of(folded_words(phrase)).empty(); }
        );
        return plain && ((stands_before(first, held_end) && may_end_at(end)) || stands_behind(end));
    }

  private:
    [[nodiscard]] bool passes(std::size_t at, int& others) const {
        const auto& through = qualifier_.through;
        return std::find(through.begin(), through.end(), text_.word(at)) != through.end() ||
               others-- > 0;
    }

    [[nodiscard]] bool stands_before(std::size_t first, std::size_t held_end) const {
        auto others = qualifier_.others;
        for (auto at = first; at > 0 && is_joint(text_.gap(at)); --at) {
            if (at == held_end || ends_at(at)) {
                return true;
            }
            if (!passes(at - 1, others)) {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] bool ends_at(std::size_t end) const {
        return std::any_of(
            qualifier_.before.begin(),
            qualifier_.before.end(),
            [&](const auto& listed) {
                const auto phrase = folded_words(listed);
                return phrase.size() <= end && text_.stands_at(phrase, end - phrase.size());
            }
        );
    }

    /// "cancer in her mother", "cancer (mother)", "thrombosis: ruled out"
    [[nodiscard]] bool stands_behind(std::size_t end) const {
        auto others = 0;
        for (auto at = end; at < text_.size(); ++at) {
            const auto& gap = text_.gap(at);
            const bool joined =
                is_joint(gap) || (at == end && gap.find_first_not_of("(: ") == std::string::npos);
            if (!joined) {
                return false;
            }
            for (const auto& listed : qualifier_.after) {
                const auto phrase = folded_words(listed);
                if (text_.stands_at(phrase, at) && ends_clause(at + phrase.size())) {
                    return true;
                }
            }
            if (!passes(at, others)) {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] bool may_end_at(std::size_t end) const {
        const auto& then = qualifier_.then;
        return then.empty() || ends_clause(end) ||
               (is_joint(text_.gap(end)) &&
                std::any_of(then.begin(), then.end(), [&](const auto& phrase) {
                    return text_.stands_at(folded_words(phrase), end);
                }));
    }

    /// A question is not plain.
    [[nodiscard]] bool ends_clause(std::size_t end) const {
        const auto& gap = text_.gap(end);
        return gap.find('?') == std::string::npos && (end == text_.size() || !is_joint(gap));
    }

    const Qualifier& qualifier_;
    const Text& text_;
};

std::map<std::size_t, std::size_t> listed_places(
    const Text& text, const std::vector<std::string>& listed, const std::vector<std::string>& except
) {
    std::set<std::size_t> excepted;
    for (const auto& words : except) {
        const auto phrase = folded_words(words);
        for (const auto place : text.places_of(phrase)) {
            for (std::size_t i = 0; i < phrase.size(); ++i) {
                excepted.insert(place + i);
            }
        }
    }
    std::map<std::size_t, std::size_t> places; // first word to the end of the longest
    for (const auto& words : listed) {
        const auto phrase = folded_words(words);
        for (const auto place : text.places_of(phrase)) {
            if (!excepted.contains(place)) {
                places[place] = std::max(places[place], place + phrase.size());
            }
        }
    }
    return places;
}

} // namespace

std::optional<Standing> standing_in(
    std::string_view words,
    const std::vector<std::string>& listed,
    const std::vector<std::string>& except,
    const std::vector<Qualifier>& qualifiers
) {
    const Text text{words};
    const auto places = listed_places(text, listed, except);
    std::optional<Standing> strongest;
    std::map<const Qualifier*, std::size_t> held_ends;
    std::size_t behind = 0;
    for (const auto& [first, end] : places) {
        if (first < behind) {
            continue; // "hypertension" inside of "uncontrolled hypertension"
        }
        behind = end;
        auto standing = Standing::present;
        for (const auto& qualifier : qualifiers) {
            if (Qualifying{qualifier, text}.holds_for(first, end, held_ends[&qualifier])) {
                held_ends[&qualifier] = end;
                standing = std::min(standing, qualifier.means);
            }
        }
        strongest = std::max(strongest.value_or(standing), standing);
    }
    return strongest;
}

} // namespace praxis::soap::suggest
