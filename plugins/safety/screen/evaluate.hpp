// SPDX-License-Identifier: MIT
/// Which flags the answers and the record show. It decides nothing else.
#pragma once
#include "screen/questions.hpp"
#include "screen/screen.hpp"

#include <optional>
#include <string>
#include <vector>

namespace praxis::safety {

/// The onset and the causes of a complaint.
struct Episode {
    std::optional<int> onset_days = {}; // since the onset
    std::vector<std::string> causes = {};
    bool undiagnosed = true; // no condition on record was diagnosed since the onset
};

/// What the record says about the client on the day of the screen.
struct Circumstances {
    std::optional<int> least_age = {}; // years; both differ for a partial birth date
    std::optional<int> greatest_age = {};
    std::vector<std::string> concepts = {};      // present or suspected
    std::vector<std::string> past_concepts = {}; // over, and of the client
    std::vector<Episode> episodes = {};
};

/// The flags, the most urgent first. Where an age or an onset is not recorded, a question that
/// depends on it counts, and a flag of the record does not.
std::vector<Finding> find_flags(
    const ScreenBook& book,
    const std::vector<AnsweredQuestion>& answers,
    const Circumstances& circumstances
);

/// The action of the most urgent finding that counts; nothing when none asks for a referral.
std::optional<Action> urgency_of(const std::vector<Finding>& findings);

} // namespace praxis::safety
