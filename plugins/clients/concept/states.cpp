// SPDX-License-Identifier: MIT
#include "concept/states.hpp"

#include "concept/ago.hpp"
#include "concept/around.hpp"

#include <algorithm>

namespace praxis::clients {
namespace {

std::optional<ConceptState> box_before(const Around& around) {
    for (auto at = around.mention().first; at-- > 0;) {
        const auto& word = around.words()[at].folded;
        if (word == "[x]" || word == "[ ]") {
            return word == "[x]" ? ConceptState::present : ConceptState::denied;
        }
        if (around.gap(at + 1) != Gap::joint) {
            break;
        }
    }
    return std::nullopt;
}

/// The answer that begins at that word, which follows the mention.
std::optional<ConceptState> answer_at(const Around& around, std::size_t at) {
    const auto mark = around.gap(at);
    if (mark == Gap::comma || mark == Gap::slash ||
        (mark == Gap::end && !around.words()[at - 1].asked)) {
        return std::nullopt;
    }
    const auto no = around.length_at("answer.no", at);
    if (no > 0 && around.gap(at + no) != Gap::joint) {
        return ConceptState::denied;
    }
    if (mark == Gap::colon && around.has_at("answer.elsewhere", at)) {
        return ConceptState::suspected;
    }
    const auto yes = around.length_at("answer.yes", at);
    const bool is_word = mark != Gap::joint || (yes > 0 && around.words()[at].folded.size() > 1);
    return yes > 0 && (is_word || around.gap(at + yes) != Gap::joint)
               ? std::optional{ConceptState::present}
               : std::nullopt;
}

/// "DVT?", "?DVT"
bool is_asked(const Around& around) {
    const auto& mention = around.mention();
    for (auto at = mention.first; at < mention.end; ++at) {
        if (around.words()[at].asked) {
            return true;
        }
    }
    return false;
}

bool is_suspected(const Around& around) {
    const auto& mention = around.mention();
    return around.has("suspected.before", around.begin(), mention.first) ||
           around.has("suspected.behind", mention.end, around.end());
}

/// Only a test, a question, a vaccine or work with people who have it. "asks whether to avoid her
/// fracture": it is hers.
bool is_only_mentioned(const Around& around) {
    constexpr std::size_t most_to_owner = 2;
    const auto& mention = around.mention();
    const auto owner = mention.first - std::min(mention.first, most_to_owner);
    if (around.has("mentioned.unless", around.begin(), around.end()) ||
        around.has("mentioned.owner", owner, mention.first)) {
        return false;
    }
    return (around.gap(mention.end) == Gap::joint && around.has_at("mentioned.behind", mention.end)
           ) ||
           around.has("mentioned.before", around.clause_begin(), mention.first);
}

} // namespace

std::optional<ConceptState> form_answer(const Around& around) {
    if (const auto box = box_before(around)) {
        return box;
    }
    constexpr std::size_t most_words = 4; // "blood clots in legs or lungs: no"
    const auto first = around.mention().end;
    for (auto at = first; at < around.words().size() && at <= first + most_words; ++at) {
        const bool is_marked = around.gap(at) != Gap::joint;
        if (const auto answer = is_marked || at == first ? answer_at(around, at) : std::nullopt) {
            return answer;
        }
        if (is_marked) {
            break;
        }
    }
    return std::nullopt;
}

ConceptState
state_of(const ReadText& text, const Mention& mention, const StateWording& wording, Date on) {
    const Around around{text, mention, wording, on};
    if (const auto answer = form_answer(around)) {
        return *answer;
    }
    if (is_asked(around) || is_doubted_denial(around)) {
        return ConceptState::suspected;
    }
    if (is_taken_back(around)) {
        return is_suspected(around) ? ConceptState::suspected : ConceptState::present;
    }
    if (is_denied(around)) {
        return ConceptState::denied;
    }
    if (is_of_family(around)) {
        return ConceptState::family;
    }
    if (is_past(around)) {
        return ConceptState::past;
    }
    if (is_suspected(around)) {
        return ConceptState::suspected;
    }
    return is_only_mentioned(around) ? ConceptState::mentioned : ConceptState::present;
}

ConceptState state_of_ingredient(
    const ReadText& text, const Mention& mention, const StateWording& wording, Date on
) {
    return is_left_out(Around{text, mention, wording, on}) ? ConceptState::denied
                                                           : ConceptState::present;
}

std::optional<int> days_since(const ReadText& text, const Mention& mention, Date on) {
    auto end = text.part_end(mention.end - 1);
    // ", in 2011": the next part too, unless it is about something else
    if (end < text.size() && text.sentences[end] == text.sentences[mention.first]) {
        const auto next = text.part_end(end);
        bool is_other = false;
        for (auto at = end; at < next; ++at) {
            is_other = is_other || text.is_in_mention(at);
        }
        end = is_other ? end : next;
    }
    return days_ago(text.words, text.part_begin(mention.first), end, on);
}

} // namespace praxis::clients
