// SPDX-License-Identifier: MIT
#include "rules/wording.hpp"

#include "check/terms.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace praxis::soap::suggest {

namespace {

class Text {
  public:
    explicit Text(std::string_view text) : words_(split_words(text, tail_)) {}

    [[nodiscard]] bool has_term_at(const Term& term, std::size_t at) const {
        return soap::term_begins_at(term, words_, at, words_.size());
    }

    [[nodiscard]] std::vector<std::size_t> places_of(const Term& term) const {
        std::vector<std::size_t> places;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            if (has_term_at(term, at)) {
                places.push_back(at);
            }
        }
        return places;
    }

    [[nodiscard]] const std::string& word(std::size_t at) const { return words_[at].folded; }

    [[nodiscard]] std::size_t size() const { return words_.size(); }

    /// The text before the word; for the position after the last word, the end of the text.
    [[nodiscard]] const std::string& gap(std::size_t at) const {
        return at < words_.size() ? words_[at].gap : tail_;
    }

  private:
    std::string tail_;
    std::vector<Word> words_;
};

/// Compares one qualifier with one place of a text.
class QualifierMatch {
  public:
    QualifierMatch(const Qualifier& qualifier, const Text& text)
        : qualifier_(qualifier), text_(text) {}

    /// first, end   the words of the term
    /// held_end     the end of the last term that the same qualifier applies to; 0: none
    [[nodiscard]] bool holds_for(std::size_t first, std::size_t end, std::size_t held_end) const {
        const bool plain = std::none_of(
            qualifier_.unless.begin(),
            qualifier_.unless.end(),
            [this](const auto& term) { return !text_.places_of(fold_words(term)).empty(); }
        );
        return plain && ((is_qualified_before(first, held_end) && may_end_at(end)) ||
                         is_qualified_behind(end));
    }

  private:
    [[nodiscard]] bool passes(std::size_t at, int& others) const {
        const auto& through = qualifier_.through;
        return std::find(through.begin(), through.end(), text_.word(at)) != through.end() ||
               others-- > 0;
    }

    [[nodiscard]] bool is_qualified_before(std::size_t first, std::size_t held_end) const {
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
                const auto term = fold_words(listed);
                return term.size() <= end && text_.has_term_at(term, end - term.size());
            }
        );
    }

    /// "cancer in her mother", "cancer (mother)", "thrombosis: ruled out"
    [[nodiscard]] bool is_qualified_behind(std::size_t end) const {
        auto others = 0;
        for (auto at = end; at < text_.size(); ++at) {
            const auto& gap = text_.gap(at);
            const bool joined =
                is_joint(gap) || (at == end && gap.find_first_not_of("(: ") == std::string::npos);
            if (!joined) {
                return false;
            }
            for (const auto& listed : qualifier_.after) {
                const auto term = fold_words(listed);
                if (text_.has_term_at(term, at) && ends_clause(at + term.size())) {
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
                std::any_of(then.begin(), then.end(), [&](const auto& term) {
                    return text_.has_term_at(fold_words(term), end);
                }));
    }

    /// A question mark makes it doubtful.
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
        const auto term = fold_words(words);
        for (const auto place : text.places_of(term)) {
            for (std::size_t i = 0; i < term.size(); ++i) {
                excepted.insert(place + i);
            }
        }
    }
    std::map<std::size_t, std::size_t> places; // from the first word to the end of the longest term
    for (const auto& words : listed) {
        const auto term = fold_words(words);
        for (const auto place : text.places_of(term)) {
            if (!excepted.contains(place)) {
                places[place] = std::max(places[place], place + term.size());
            }
        }
    }
    return places;
}

} // namespace

std::optional<Presence> find_presence(
    std::string_view words,
    const std::vector<std::string>& listed,
    const std::vector<std::string>& except,
    const std::vector<Qualifier>& qualifiers
) {
    const Text text{words};
    const auto places = listed_places(text, listed, except);
    std::optional<Presence> strongest;
    std::map<const Qualifier*, std::size_t> held_ends;
    std::size_t last_end = 0;
    for (const auto& [first, end] : places) {
        if (first < last_end) {
            continue; // "hypertension" within "uncontrolled hypertension"
        }
        last_end = end;
        auto presence = Presence::present;
        for (const auto& qualifier : qualifiers) {
            if (QualifierMatch{qualifier, text}.holds_for(first, end, held_ends[&qualifier])) {
                held_ends[&qualifier] = end;
                presence = std::min(presence, qualifier.means);
            }
        }
        strongest = std::max(strongest.value_or(presence), presence);
    }
    return strongest;
}

} // namespace praxis::soap::suggest
