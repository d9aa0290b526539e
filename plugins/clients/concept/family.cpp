// SPDX-License-Identifier: MIT
#include "concept/around.hpp"

#include <algorithm>

namespace praxis::clients {
namespace {

/// Searches for a relative who has what is mentioned.
class Relatives {
  public:
    explicit Relatives(const Around& around)
        : around_(around), words_(around.words()), mention_(around.mention()) {}

    /// "FHx: breast cancer": up to the end of the sentence, or to what is the client's own.
    [[nodiscard]] bool are_a_heading() const {
        const auto& sentences = around_.text().sentences;
        for (auto at = mention_.first; at-- > 0;) {
            if (sentences[at] != sentences[mention_.first] || around_.has_at("family.own", at)) {
                return false;
            }
            if (around_.has_at("family.heading", at)) {
                return true;
            }
        }
        return false;
    }

    /// "cancer (mum)", "leukaemia in a cousin", "runs in the family"
    [[nodiscard]] bool are_behind() const {
        const auto next = mention_.end;
        const auto name = around_.length_at("family.relatives", next);
        const bool alone =
            around_.gap(next) != Gap::joint && around_.gap(next + name) != Gap::joint;
        if (next < around_.end() && name > 0 && alone) {
            return true;
        }
        constexpr std::size_t most_between = 2;
        const auto link = around_.length_at("family.behind", next);
        const auto last = std::min(around_.end(), next + link + most_between + 1);
        return link > 0 && around_.has("family.relatives", next + link, last) && !name_client();
    }

    /// "father had a DVT", "dad takes warfarin", "her sister is pregnant"
    [[nodiscard]] bool have_it() const {
        if (name_client()) {
            return false;
        }
        for (auto at = around_.begin(); at < mention_.first; ++at) {
            if (is_relative_at(at) && !words_[at].possessive && has_it(at)) {
                return true;
            }
        }
        return is_introduced();
    }

    /// "mother's cancer", "her boy's arm fracture", but not "her son's dog broke her wrist"
    [[nodiscard]] bool own_it() const {
        constexpr std::size_t most_between = 1;
        if (name_client() || around_.has("mentioned.owner", mention_.first, mention_.end)) {
            return false;
        }
        for (std::size_t back = 1;
             back <= most_between + 1 && back <= mention_.first - around_.begin();
             ++back) {
            const auto at = mention_.first - back;
            if (words_[at].possessive && around_.has_at("family.relatives", at)) {
                return true;
            }
        }
        return false;
    }

  private:
    /// Whether the part names the client; "both" before relatives does not.
    [[nodiscard]] bool name_client() const {
        for (auto at = around_.begin(); at < around_.end(); ++at) {
            const bool before_relative =
                at + 1 < around_.end() && around_.has_at("family.relatives", at + 1);
            if (around_.has_at("family.client", at) && !before_relative) {
                return true;
            }
        }
        return false;
    }

    /// "mother of two", "new mother" are the client; "family doctor" is nobody of the family.
    [[nodiscard]] bool is_relative_at(std::size_t at) const {
        const auto next = at + around_.length_at("family.relatives", at);
        return next > at && !around_.has_at("family.not_before", next) &&
               longest_before(words_, at, around_.wording()["family.not_behind"]) == 0 &&
               (around_.gap(next) != Gap::joint || !around_.has_at("family.professions", next));
    }

    /// "grandfather: aneurysm"
    [[nodiscard]] bool is_introduced() const {
        constexpr std::size_t most_between = 2;
        const auto first = around_.begin();
        const auto mark = around_.gap(first);
        return first > 0 && (mark == Gap::colon || mark == Gap::dash) &&
               mention_.first - first <= most_between && is_relative_at(first - 1);
    }

    [[nodiscard]] bool has_it(std::size_t relative) const {
        constexpr std::size_t most_to_verb = 4;
        constexpr std::size_t most_behind_has = 6;
        constexpr std::size_t most_behind_is = 3;
        const auto first = relative + 1;
        if (around_.has("family.thinks", first, mention_.first)) {
            return false;
        }
        const auto last = std::min(mention_.first + 1, first + most_to_verb);
        const auto has = around_.find("family.has", first, last);
        const auto is = around_.find("family.is", first, last);
        return (has && mention_.first - *has <= most_behind_has) ||
               (is && mention_.first - *is <= most_behind_is);
    }

    const Around& around_;
    const std::vector<Word>& words_;
    const Mention& mention_;
};

} // namespace

bool is_of_family(const Around& around) {
    const Relatives relatives{around};
    return relatives.are_a_heading() || relatives.are_behind() || relatives.have_it() ||
           relatives.own_it();
}

} // namespace praxis::clients
