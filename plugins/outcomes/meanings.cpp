// SPDX-License-Identifier: MIT
#include "score.hpp"

#include <algorithm>
#include <cmath>

namespace praxis::outcomes {

namespace {

/// Sources give their ranges in whole numbers.
bool fits(const Meaning& meaning, double value) {
    const double whole = std::round(value);
    return whole >= meaning.from && whole <= meaning.to;
}

} // namespace

std::vector<std::string> meanings_of(
    const Instrument& instrument,
    double score,
    const std::vector<NamedNumber>& parts,
    const Subject& subject
) {
    std::vector<std::string> texts;
    if (!is_among(subject, instrument.only_for)) {
        return texts;
    }
    for (const auto& meaning : instrument.meanings) {
        const auto part =
            std::find_if(parts.begin(), parts.end(), [&meaning](const NamedNumber& one) {
                return one.name == meaning.of;
            });
        const bool of_score = meaning.of.empty() && fits(meaning, score);
        const bool of_part = part != parts.end() && fits(meaning, part->value);
        if (!of_score && !of_part) {
            continue;
        }
        if (std::find(texts.begin(), texts.end(), meaning.text) == texts.end()) {
            texts.push_back(meaning.text);
        }
        if (!instrument.sum_of_parts) {
            break; // the first that fits counts; a sum of parts is judged part by part
        }
    }
    return texts;
}

std::string score_text(const Instrument& instrument, double score) {
    return number_text(score) + ", from " + range_text(instrument);
}

} // namespace praxis::outcomes
