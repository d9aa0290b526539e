// SPDX-License-Identifier: MIT
/// From answers to a score, and from a score to what its source says about it.
#pragma once
#include "measure.hpp"

#include <optional>
#include <string>
#include <vector>

namespace praxis::outcomes {

/// The answers as the options of `praxis measure record` spell them.
struct TypedAnswers {
    std::optional<double> score;
    std::vector<std::string> activities; // "sleep through=4"
    std::optional<std::string> items;    // "3 2 - 1": a dash for a question without an answer
    std::optional<std::string> ticked;   // "1,4,9"; "none"
    std::vector<std::string> parts;      // "distress=4"

    [[nodiscard]] bool is_empty() const {
        return !score && activities.empty() && !items && !ticked && parts.empty();
    }
};

struct Scored {
    double score = 0;
    Given given;
};

/// Reads the answers, checks each against its range, and computes the score.
/// errors  UsageError: answers that do not suit the instrument, that are out of range or too few,
///         that contradict a score given beside them, or parts that the score has no room for
Scored score_answers(const Instrument& instrument, const TypedAnswers& typed);

/// What the sources say about the score and its parts, each text once; often nothing.
/// None for a complaint that the instrument is not made for.
std::vector<std::string> meanings_of(
    const Instrument& instrument,
    double score,
    const std::vector<NamedNumber>& parts,
    const Subject& subject
);

/// "4.7, from 0 (cannot do it) to 10 (as well as before)"
std::string score_text(const Instrument& instrument, double score);

} // namespace praxis::outcomes
