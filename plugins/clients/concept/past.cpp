// SPDX-License-Identifier: MIT
#include "concept/ago.hpp"
#include "concept/around.hpp"
#include "concept/states.hpp"

#include <algorithm>

namespace praxis::clients {
namespace {

/// What ended less than six weeks ago still counts: recovered from the flu yesterday.
constexpr int recent_days = 42;
/// What ends by itself is over after that: longer than a pregnancy lasts.
constexpr int long_ago_days = 300;

/// Searches for words that say that a mention is over.
class Past {
  public:
    explicit Past(const Around& around) : around_(around), mention_(around.mention()) {}

    /// "no longer pregnant", "recovered from the flu", "stopped warfarin"
    [[nodiscard]] bool is_before() const {
        for (auto at = mention_.first; at > around_.begin(); --at) {
            if (ends_before(at, "past.before") ||
                (is_treatment() && ends_before(at, "past.before_treatment"))) {
                return true;
            }
            if (!around_.has_at("past.through", at - 1)) {
                return false;
            }
        }
        return false;
    }

    /// "fracture of the wrist healed", "warfarin stopped"
    [[nodiscard]] bool is_behind() const {
        for (auto at = mention_.end; at < around_.end(); ++at) {
            const auto last = around_.length_at("past.behind_at_end", at);
            if (around_.has_at("past.behind", at) || (last > 0 && at + last == around_.end()) ||
                is_until_past(at)) {
                return true;
            }
            if (around_.text().is_in_mention(at) || around_.has_at("clause.joins", at)) {
                return false;
            }
        }
        return false;
    }

    /// "at nine", "at the age of twelve", "aged 12", but not "at 12 weeks" or "diagnosed at 12"
    [[nodiscard]] bool is_at_young_age() const {
        constexpr int adult = 18;
        if (around_.has("past.diagnosed", around_.begin(), around_.end())) {
            return false;
        }
        for (auto at = around_.begin(); at < around_.end(); ++at) {
            const auto number = at + around_.length_at("past.at_age", at);
            if (number == at || number >= around_.end() || around_.gap(number) != Gap::joint) {
                continue;
            }
            const auto age = number_word(around_.words()[number].folded);
            const bool is_age = around_.gap(number + 1) != Gap::joint ||
                                around_.has_at("past.after_age", number + 1);
            if (age && *age < adult && is_age) {
                return true;
            }
        }
        return false;
    }

    /// "pregnant two years ago", "flu in 2019"
    [[nodiscard]] bool ended_by_itself() const {
        if (!mention_.what->ends) {
            return false;
        }
        const auto days = days_since(around_.text(), mention_, around_.on());
        return (days && *days >= long_ago_days) ||
               around_.has("past.of_ending", around_.begin(), around_.end());
    }

    [[nodiscard]] bool is_recent() const {
        const auto days = days_since(around_.text(), mention_, around_.on());
        return days && *days < recent_days;
    }

    [[nodiscard]] bool is_treatment() const {
        return mention_.what->kind == ConceptKind::medicine || mention_.what->is_treatment;
    }

  private:
    [[nodiscard]] bool ends_before(std::size_t end, std::string_view list) const {
        return around_.gap(end) == Gap::joint &&
               longest_before(around_.words(), end, around_.wording()[list]) > 0;
    }

    /// "until 2018", "until last year", but not "until March", which may be to come
    [[nodiscard]] bool is_until_past(std::size_t at) const {
        constexpr std::size_t most_words = 3;
        const auto first = at + around_.length_at("past.until", at);
        if (first == at) {
            return false;
        }
        const auto end = std::min(around_.end(), first + most_words);
        for (auto word = first; word < end; ++word) {
            const auto& text = around_.words()[word].folded;
            const bool dated = text == "last" || text == "yesterday" || text.size() == 4;
            if (dated && days_ago(around_.words(), word, end, around_.on()).value_or(0) > 0) {
                return true;
            }
        }
        return false;
    }

    const Around& around_;
    const Mention& mention_;
};

} // namespace

bool is_past(const Around& around) {
    const Past past{around};
    if (around.has("past.unless", around.begin(), around.end()) ||
        (past.is_recent() && !past.is_treatment())) {
        return false;
    }
    const auto settles = [&](std::size_t first, std::size_t end) {
        return !around.is_covered("past.unless", first, end);
    };
    return past.is_before() || past.is_behind() || past.is_at_young_age() ||
           past.ended_by_itself() || around.has("past.early", around.begin(), around.end()) ||
           around.is_settled_later("past.behind", settles) ||
           around.is_settled_later("past.behind_at_end", [&](std::size_t first, std::size_t end) {
               return end == around.text().part_end(first) && settles(first, end);
           });
}

} // namespace praxis::clients
