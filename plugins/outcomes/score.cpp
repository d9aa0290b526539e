// SPDX-License-Identifier: MIT
#include "score.hpp"

#include <praxis/command.hpp>
#include <praxis/error.hpp>
#include <praxis/text.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

namespace praxis::outcomes {

namespace {

std::string hint_for(const Instrument& instrument) {
    return "praxis measure instruments " + instrument.id;
}

double read_number(const std::string& word, const std::string& what) {
    double value = 0;
    try {
        read_word(word, value);
    } catch (const UsageError&) {
        throw UsageError(what + ": '" + visible(word) + "' is not a number");
    }
    return value;
}

double check_range(double value, double lowest, double highest, const std::string& what) {
    if (!(value >= lowest && value <= highest)) {
        throw UsageError(
            what + ": " + number_text(value, 2) + " is not from " + number_text(lowest) + " to " +
            number_text(highest)
        );
    }
    return value;
}

void require_whole(const Instrument& instrument, double value, const std::string& what) {
    if (instrument.whole && value != std::floor(value)) {
        throw UsageError(what + ": " + number_text(value, 2) + " is not a whole number");
    }
}

/// "sleep through=4"
NamedNumber read_pair(const std::string& text, const std::string& option) {
    const auto at = text.rfind('=');
    if (at == std::string::npos || trim(text.substr(0, at)).empty()) {
        throw UsageError(
            "--" + option + " '" + visible(text) + "' has no name or no number",
            "write --" + option + " \"NAME=NUMBER\""
        );
    }
    const auto name = trim(text.substr(0, at));
    return {name, read_number(trim(text.substr(at + 1)), visible(name))};
}

void read_activities(const Instrument& instrument, const TypedAnswers& typed, Given& given) {
    std::set<std::string> seen;
    for (const auto& text : typed.activities) {
        auto pair = read_pair(text, "activity");
        check_range(
            pair.value, instrument.answers.lowest, instrument.answers.highest, visible(pair.name)
        );
        if (!seen.insert(fold(pair.name)).second) {
            throw UsageError("the activity '" + visible(pair.name) + "' is given twice");
        }
        given.activities.push_back(std::move(pair));
    }
}

std::vector<std::string> words_of(std::string text) {
    std::replace(text.begin(), text.end(), ',', ' ');
    auto words = split(text, ' ');
    std::erase_if(words, [](const std::string& word) { return trim(word).empty(); });
    return words;
}

void read_items(const Instrument& instrument, const std::string& text, Given& given) {
    for (const auto& word : words_of(text)) {
        const auto what = "answer " + std::to_string(given.items.size() + 1);
        if (word == "-") {
            given.items.emplace_back();
            continue;
        }
        const auto value = check_range(
            read_number(word, what), instrument.answers.lowest, instrument.answers.highest, what
        );
        require_whole(instrument, value, what);
        given.items.emplace_back(value);
    }
    if (given.items.size() != static_cast<std::size_t>(instrument.answers.count)) {
        throw UsageError(
            instrument.id + " has " + std::to_string(instrument.answers.count) +
                " questions, and " + std::to_string(given.items.size()) + " answers are given",
            "write a dash for a question without an answer: --answers \"3 - 2\""
        );
    }
}

void read_ticks(const Instrument& instrument, const std::string& text, Given& given) {
    given.ticked.emplace();
    if (fold(trim(text)) == "none") {
        return;
    }
    for (const auto& word : words_of(text)) {
        const auto value = read_number(word, "--ticked");
        check_range(value, 1, instrument.answers.count, "--ticked");
        require_whole(instrument, value, "--ticked");
        given.ticked->push_back(static_cast<int>(value));
    }
    auto& ticked = *given.ticked;
    std::sort(ticked.begin(), ticked.end());
    if (const auto twice = std::adjacent_find(ticked.begin(), ticked.end());
        twice != ticked.end()) {
        throw UsageError("--ticked: " + std::to_string(*twice) + " is given twice");
    }
}

const Part& get_part(const Instrument& instrument, const std::string& name) {
    const auto found =
        std::find_if(instrument.parts.begin(), instrument.parts.end(), [&name](const Part& part) {
            return fold(part.id) == fold(name) || fold(part.name) == fold(name);
        });
    if (found == instrument.parts.end()) {
        throw UsageError(
            instrument.id + " has no part '" + visible(name) + "'", hint_for(instrument)
        );
    }
    return *found;
}

void read_parts(const Instrument& instrument, const TypedAnswers& typed, Given& given) {
    for (const auto& text : typed.parts) {
        const auto pair = read_pair(text, "part");
        const auto& part = get_part(instrument, pair.name);
        const auto is_same = [&part](const NamedNumber& one) { return one.name == part.id; };
        if (std::any_of(given.parts.begin(), given.parts.end(), is_same)) {
            throw UsageError("the part " + part.id + " is given twice");
        }
        require_whole(instrument, pair.value, part.name);
        given.parts.push_back(
            {part.id, check_range(pair.value, part.lowest, part.highest, part.name)}
        );
    }
}

/// Options that the instrument has no use for are a mistake.
void refuse_unsuitable(const Instrument& instrument, const TypedAnswers& typed) {
    const auto refuse = [&instrument](bool is_given, bool suits, const std::string& option) {
        if (is_given && !suits) {
            throw UsageError(instrument.id + " takes no " + option, hint_for(instrument));
        }
    };
    const auto& answers = instrument.answers;
    refuse(!typed.activities.empty(), answers.named, "--activity");
    refuse(typed.ticked.has_value(), answers.ticks, "--ticked");
    refuse(typed.items.has_value(), answers.count > 0 && !answers.ticks, "--answers");
    refuse(!typed.parts.empty(), !instrument.parts.empty(), "--part");
}

std::vector<double> numbers_of(const Given& given) {
    std::vector<double> numbers;
    for (const auto& activity : given.activities) {
        numbers.push_back(activity.value);
    }
    for (const auto& item : given.items) {
        if (item) {
            numbers.push_back(*item);
        }
    }
    return numbers;
}

/// A total with too many blanks would be a guess.
void require_enough(const Instrument& instrument, std::size_t count) {
    const auto& answers = instrument.answers;
    const auto least = static_cast<std::size_t>(answers.least);
    const std::string what = answers.named ? " activities" : " answers";
    if (count < least) {
        throw UsageError(
            instrument.id + " needs at least " + std::to_string(least) + what +
                " for a score, and " + std::to_string(count) + (count == 1 ? " is" : " are") +
                " given",
            hint_for(instrument)
        );
    }
    if (count > static_cast<std::size_t>(answers.most)) {
        throw UsageError(
            instrument.id + " takes at most " + std::to_string(answers.most) + what,
            hint_for(instrument)
        );
    }
}

double total_of(const Instrument& instrument, const std::vector<double>& numbers) {
    const auto& answers = instrument.answers;
    const auto sum = std::accumulate(numbers.begin(), numbers.end(), 0.0);
    const auto count = static_cast<double>(numbers.size());
    switch (instrument.scoring) {
    case Scoring::mean:
        return sum / count;
    case Scoring::percent:
        return sum / (answers.highest * count) * 100;
    case Scoring::sum:
    case Scoring::count:
    case Scoring::single:
        break;
    }
    return answers.fill_with_mean ? sum / count * answers.count : sum;
}

std::optional<double> computed_score(const Instrument& instrument, const Given& given) {
    if (given.ticked) {
        return static_cast<double>(given.ticked->size());
    }
    if (const auto numbers = numbers_of(given); !given.activities.empty() || !given.items.empty()) {
        require_enough(instrument, numbers.size());
        return total_of(instrument, numbers);
    }
    if (instrument.sum_of_parts && given.parts.size() == instrument.parts.size()) {
        return std::accumulate(
            given.parts.begin(),
            given.parts.end(),
            0.0,
            [](double sum, const NamedNumber& part) { return sum + part.value; }
        );
    }
    return std::nullopt;
}

double given_score(const Instrument& instrument, double score) {
    const auto what = "the score of " + instrument.id;
    // A filled-up sum need not be whole.
    if (!instrument.answers.fill_with_mean) {
        require_whole(instrument, score, what);
    }
    return check_range(score, instrument.lowest, instrument.highest, what);
}

void require_same(const Instrument& instrument, double given, double computed) {
    constexpr double rounded = 0.051; // a score with one decimal
    if (std::abs(given - computed) > rounded) {
        throw UsageError(
            "the answers give " + number_text(computed, 2) + ", not the score " +
                number_text(given, 2),
            "leave out the score of " + instrument.id + ", praxis computes it"
        );
    }
}

/// A part whose questions the score sums leaves the other questions the rest of the score.
void require_possible(const Instrument& instrument, double score, const Given& given) {
    for (const auto& [id, value] : given.parts) {
        const auto& part = get_part(instrument, id);
        const auto rest = score - value;
        const auto least = instrument.lowest - part.lowest;
        const auto most = instrument.highest - part.highest;
        if (part.summed && (rest < least || rest > most)) {
            throw UsageError(
                "a score of " + number_text(score) + " with " + part.name + " " +
                    number_text(value) + " is not possible: the other answers would give " +
                    number_text(rest) + ", and they can give " + number_text(least) + " to " +
                    number_text(most),
                "count the answers of " + instrument.id + " again"
            );
        }
    }
}

} // namespace

Scored score_answers(const Instrument& instrument, const TypedAnswers& typed) {
    refuse_unsuitable(instrument, typed);
    Scored scored;
    read_activities(instrument, typed, scored.given);
    if (typed.items) {
        read_items(instrument, *typed.items, scored.given);
    }
    if (typed.ticked) {
        read_ticks(instrument, *typed.ticked, scored.given);
    }
    read_parts(instrument, typed, scored.given);
    const auto computed = computed_score(instrument, scored.given);
    if (typed.score && computed) {
        require_same(instrument, *typed.score, *computed);
    }
    if (!computed && !typed.score) {
        throw UsageError("no score of " + instrument.id + " is given", hint_for(instrument));
    }
    scored.score = computed ? *computed : given_score(instrument, *typed.score);
    require_possible(instrument, scored.score, scored.given);
    return scored;
}

} // namespace praxis::outcomes
