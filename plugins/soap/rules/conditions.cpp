// SPDX-License-Identifier: MIT
/// How rules are matched. A rule has one or more conditions ([[rule.when]]), any of which is
/// enough. In one condition every key must match: age against the client; cause, region, onset and
/// pain against one and the same complaint, so a condition with such keys is tried for each
/// complaint; concepts against all recorded texts of the named lists. Of all texts the strongest
/// state counts. With a second list of concepts (`with`) the weaker of the two counts. A match
/// collects the lines for the reader (`found`), and separately the client's present findings
/// without values that change every day (`basis`), so that an override can be compared with a later
/// record. All matches of a rule that concern a technique are merged into one.
#include "rules/conditions.hpp"

#include "rules/value_words.hpp"

#include <praxis/body.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace praxis::soap::suggest {

using clients::ConceptState;

namespace {

bool is_in(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (!text.empty() && !is_in(list, text)) {
        list.push_back(text);
    }
}

bool is_within(std::optional<int> from, std::optional<int> up_to, std::optional<int> number) {
    return number && (!from || *number >= *from) && (!up_to || *number <= *up_to);
}

std::string days_text(int days) {
    return days == 0 ? "began today"
                     : "began " + std::to_string(days) + (days == 1 ? " day" : " days") + " ago";
}

/// Compares one [[rule.when]] with the record.
class ConditionMatcher {
  public:
    ConditionMatcher(const When& when, const Facts& facts) : when_(when), facts_(facts) {}

    [[nodiscard]] std::vector<Match> all() const {
        std::vector<Match> matches;
        if (!asks_for_episode()) {
            add(matches, nullptr);
            return matches;
        }
        for (const auto& episode : facts_.episodes) {
            add(matches, &episode);
        }
        return matches;
    }

  private:
    [[nodiscard]] bool asks_for_days() const {
        return when_.onset_days_from || when_.onset_days_up_to;
    }

    [[nodiscard]] bool asks_for_episode() const {
        return !when_.causes.empty() || !when_.regions.empty() || asks_for_days() ||
               when_.pain_from;
    }

    void add(std::vector<Match>& matches, const Episode* episode) const {
        Match match;
        if (!age(match) || (episode != nullptr && !of_episode(*episode, match)) ||
            !concepts(episode, match)) {
            return;
        }
        match.anywhere = match.places.empty() || match.places.front().empty();
        if (when_.asks_for_work()) {
            add_work(matches, match);
        } else {
            matches.push_back(std::move(match));
        }
    }

    bool age(Match& match) const {
        if (when_.without_permission && facts_.has_permission) {
            return false;
        }
        if (!when_.age_from && !when_.age_below) {
            return true;
        }
        // Of a partial birth date every possible age counts: a finding too many is the safe side.
        if (!facts_.age || (when_.age_from && *facts_.age < *when_.age_from) ||
            (when_.age_below && facts_.least_age.value_or(*facts_.age) >= *when_.age_below)) {
            return false;
        }
        const bool is_exact = facts_.least_age.value_or(*facts_.age) == *facts_.age;
        match.add((is_exact ? "age: " : "age: about ") + std::to_string(*facts_.age), "age");
        return true;
    }

    bool of_episode(const Episode& episode, Match& match) const {
        std::vector<std::string> parts;
        if (!causes(episode, parts) || !region(episode, parts)) {
            return false;
        }
        const auto basis = episode.id.str() + ": " + join(parts, ", ") +
                           (episode.onset ? ", onset " + episode.onset->iso() : "");
        if (!days(episode, parts) || !pain(episode, parts)) {
            return false;
        }
        match.add(episode.id.str() + ": " + join(parts, ", "), basis);
        match.places.push_back(episode.region);
        return true;
    }

    bool causes(const Episode& episode, std::vector<std::string>& parts) const {
        const auto before = parts.size();
        std::copy_if(
            episode.causes.begin(),
            episode.causes.end(),
            std::back_inserter(parts),
            [this](const std::string& cause) { return is_in(when_.causes, cause); }
        );
        return when_.causes.empty() || parts.size() > before;
    }

    bool region(const Episode& episode, std::vector<std::string>& parts) const {
        if (when_.regions.empty()) {
            return true;
        }
        const bool found =
            std::any_of(when_.regions.begin(), when_.regions.end(), [&](const auto& region) {
                return region_holds(region, episode.region) || region_holds(episode.region, region);
            });
        parts.push_back(episode.region);
        return found && !episode.region.empty();
    }

    bool days(const Episode& episode, std::vector<std::string>& parts) const {
        if (!asks_for_days()) {
            return true;
        }
        const bool has_begun = episode.days && *episode.days >= 0;
        if (!has_begun || !is_within(when_.onset_days_from, when_.onset_days_up_to, episode.days)) {
            return false;
        }
        parts.push_back(days_text(*episode.days));
        return true;
    }

    bool pain(const Episode& episode, std::vector<std::string>& parts) const {
        if (!when_.pain_from) {
            return true;
        }
        if (!is_within(when_.pain_from, std::nullopt, episode.pain)) {
            return false;
        }
        parts.push_back("pain " + std::to_string(*episode.pain));
        return true;
    }

    bool concepts(const Episode* episode, Match& match) const {
        if (when_.concepts.empty()) {
            return true;
        }
        const auto state = find_concepts(when_.concepts, episode, match);
        if (!state) {
            return false;
        }
        match.state = *state;
        if (when_.with.empty()) {
            return true;
        }
        const auto beside = find_concepts(when_.with, episode, match);
        match.state = std::min(match.state, beside.value_or(ConceptState::denied));
        return beside.has_value();
    }

    /// The strongest state of the concepts; every text with one of them is added to the match.
    std::optional<ConceptState> find_concepts(
        const std::vector<std::string>& listed, const Episode* episode, Match& match
    ) const {
        std::optional<ConceptState> strongest;
        for (const auto& each : facts_.texts) {
            const bool elsewhere =
                episode != nullptr && each.complaint && *each.complaint != episode->id;
            if (elsewhere || !is_in(when_.in, each.list) || !weeks_match(each)) {
                continue;
            }
            if (const auto state = state_in(each, listed)) {
                const bool counts =
                    is_stopping(*state) && !(each.of_note && is_on_record(each, listed));
                match.add(describe_text(each, *state), counts ? basis_of(each) : "");
                match.in_note = match.in_note || (counts && each.of_note);
                strongest = std::max(strongest.value_or(*state), *state);
            }
        }
        return strongest;
    }

    [[nodiscard]] bool weeks_match(const RecordText& text) const {
        if (when_.weeks_unknown) {
            return !text.weeks;
        }
        return (!when_.weeks_from || (text.weeks && *text.weeks >= *when_.weeks_from)) &&
               (!when_.weeks_below || (text.weeks && *text.weeks < *when_.weeks_below));
    }

    /// A match for each technique whose blocks, in the note that is being signed, match as well.
    void add_work(std::vector<Match>& matches, const Match& record) const {
        std::vector<std::string> techniques;
        for (const auto& used : facts_.used) {
            add_once(techniques, used.technique);
        }
        for (auto& technique : techniques) {
            auto match = record;
            if (work_of(technique, match)) {
                match.technique = std::move(technique);
                matches.push_back(std::move(match));
            }
        }
    }

    bool work_of(const std::string& technique, Match& match) const {
        bool any = false;
        for (const auto& used : facts_.used) {
            if (used.technique == technique && is_in(when_.fields, used.field) &&
                value_matches(used)) {
                const auto what = used.field + ": " + used.text;
                match.add(
                    what + (when_.allergen ? " (" + join(used.allergens, ", ") + ")" : ""), what
                );
                match.in_note = any = true;
            }
        }
        return any;
    }

    [[nodiscard]] bool value_matches(const UsedValue& used) const {
        const bool has_word =
            when_.any.empty() ||
            std::any_of(when_.any.begin(), when_.any.end(), [&used](const std::string& word) {
                return value_names(used.text, word);
            });
        return has_word && (!when_.above || (used.number && *used.number > *when_.above)) &&
               (!when_.allergen || !used.allergens.empty());
    }

    /// The strongest state of the listed concepts in one text; of a past entry at most `past`.
    static std::optional<ConceptState>
    state_in(const RecordText& text, const std::vector<std::string>& listed) {
        std::optional<ConceptState> strongest;
        for (const auto& each : text.concepts) {
            if (is_in(listed, each.concept_id)) {
                const auto state =
                    text.past ? std::min(each.state, ConceptState::past) : each.state;
                strongest = std::max(strongest.value_or(state), state);
            }
        }
        return strongest;
    }

    /// Whether the record already has every concept that the note has: then the note adds nothing.
    [[nodiscard]] bool
    is_on_record(const RecordText& text, const std::vector<std::string>& listed) const {
        return std::all_of(text.concepts.begin(), text.concepts.end(), [&](const auto& each) {
            return !is_in(listed, each.concept_id) || !is_stopping(each.state) ||
                   std::any_of(
                       facts_.texts.begin(),
                       facts_.texts.end(),
                       [&](const RecordText& other) {
                           const auto state = state_in(other, {each.concept_id});
                           return !other.of_note && other.list == text.list && state &&
                                  is_stopping(*state);
                       }
                   );
        });
    }

    const When& when_;
    const Facts& facts_;
};

} // namespace

std::vector<Match> match_conditions(const Rule& rule, const Facts& facts) {
    std::vector<Match> matches;
    for (const auto& when : rule.when) {
        for (auto& match : ConditionMatcher{when, facts}.all()) {
            matches.push_back(std::move(match));
        }
    }
    return matches;
}

} // namespace praxis::soap::suggest
