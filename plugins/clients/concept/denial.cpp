// SPDX-License-Identifier: MIT
#include "concept/around.hpp"

namespace praxis::clients {
namespace {

/// Searches for a denial before and behind a mention.
class Denial {
  public:
    explicit Denial(const Around& around, bool is_ingredient = false)
        : around_(around)
        , text_(around.text())
        , mention_(around.mention())
        , is_ingredient_(is_ingredient) {}

    /// "no history of thrombosis". A word that belongs to another thing stops the search: "no brace
    /// for the fracture" denies the brace.
    [[nodiscard]] bool is_before() const {
        // "Smoker: never DVT: 2016": in a form, what is before an item answers another one.
        if (around_.gap(mention_.end) == Gap::colon || !may_end()) {
            return false;
        }
        for (auto at = mention_.first; at > 0; --at) {
            const auto length = denial_before(at);
            if (length > 0 && around_.gap(at) == Gap::joint) {
                return !around_.is_covered("denied.unless", at - length, at);
            }
            if (!passes(at)) {
                return false;
            }
        }
        return false;
    }

    /// "thrombosis of the left leg ruled out"
    [[nodiscard]] bool is_behind() const {
        for (auto at = mention_.end; at < around_.end(); ++at) {
            if (const auto length = around_.length_at("denied.behind", at)) {
                return !around_.is_covered("denied.unless", at, at + length);
            }
            if (!around_.has_at("denied.behind_through", at) || text_.is_in_mention(at)) {
                return false;
            }
        }
        return false;
    }

    /// "nut free"; but "oil free from nuts" leaves out the nuts, not the oil.
    [[nodiscard]] bool is_free_behind() const {
        const auto at = mention_.end;
        return around_.gap(at) == Gap::joint && around_.has_at("left_out.behind", at) &&
               !around_.has_at("denied.before", at);
    }

  private:
    [[nodiscard]] std::size_t denial_before(std::size_t end) const {
        const auto& wording = around_.wording();
        const auto any = longest_before(around_.words(), end, wording["denied.before"]);
        if (any > 0) {
            return any;
        }
        if (is_ingredient_) {
            return longest_before(around_.words(), end, wording["left_out.before"]);
        }
        const bool is_medicine = mention_.what->kind == ConceptKind::medicine;
        return is_medicine ? longest_before(around_.words(), end, wording["denied.before_medicine"])
                           : 0;
    }

    /// Whether the denial reaches over the word before `at`.
    [[nodiscard]] bool passes(std::size_t at) const {
        const auto mark = around_.gap(at);
        const bool joined =
            mark == Gap::joint ||
            (!is_ingredient_ && (mark == Gap::slash || (mark == Gap::comma && is_list_with_or())));
        return joined && text_.clauses[at - 1] == text_.clauses[mention_.first] &&
               goes_through(at - 1);
    }

    [[nodiscard]] bool goes_through(std::size_t at) const {
        return text_.is_in_mention(at) || around_.has_at("denied.through", at);
    }

    [[nodiscard]] bool is_or(std::size_t at) const {
        const auto& words = around_.words();
        return at < words.size() && (words[at].folded == "or" || words[at].folded == "nor");
    }

    /// "no fever, chills or rash": a denial goes on over a comma only in a list with "or".
    [[nodiscard]] bool is_list_with_or() const {
        for (auto at = mention_.first; at > 0 && goes_through(at - 1); --at) {
            if (is_or(at - 1)) {
                return true;
            }
        }
        for (auto at = mention_.end; at < around_.words().size(); ++at) {
            if (is_or(at)) {
                return true;
            }
            if (!text_.is_in_mention(at) && around_.gap(at) != Gap::comma) {
                return false;
            }
        }
        return false;
    }

    /// "no cancer treatment so far" does not deny the cancer.
    [[nodiscard]] bool may_end() const {
        const auto next = mention_.end;
        return around_.gap(next) != Gap::joint || around_.has_at("denied.then", next) ||
               (is_ingredient_ && around_.has_at("left_out.then", next)) ||
               text_.is_in_mention(next);
    }

    const Around& around_;
    const ReadText& text_;
    const Mention& mention_;
    bool is_ingredient_;
};

} // namespace

bool is_denied(const Around& around) {
    const Denial denial{around};
    return denial.is_before() || denial.is_behind() ||
           around.is_settled_later("denied.later", [&](std::size_t first, std::size_t end) {
               return !around.is_covered("denied.unless", first, end);
           });
}

bool is_left_out(const Around& around) {
    const Denial denial{around, true};
    return denial.is_before() || denial.is_free_behind();
}

bool is_doubted_denial(const Around& around) {
    return around.has("suspected.unless_denied", around.begin(), around.end());
}

/// Whether the words from `first` to `last` say that it is there again; "well again" does not.
static bool is_there_again(const Around& around, std::size_t first, std::size_t last) {
    for (auto at = first; at < last; ++at) {
        const auto length = around.length_at("present.again", at);
        if (length > 0 && !around.is_covered("past.behind", at, at + length)) {
            return true;
        }
    }
    return false;
}

bool is_taken_back(const Around& around) {
    return is_there_again(around, around.begin(), around.end()) ||
           is_there_again(around, around.end(), around.later_end()) ||
           around.has("present.later", around.end(), around.later_end());
}

} // namespace praxis::clients
