// SPDX-License-Identifier: MIT
#include "sign/obstacles.hpp"
#include "validate/missing_fields.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::soap {

namespace {

/// The command that settles the most.
std::string best_command(const std::vector<Obstacle>& obstacles, const std::string& edit) {
    const bool is_edit = std::any_of(obstacles.begin(), obstacles.end(), [](const auto& each) {
        return each.command.empty();
    });
    return is_edit ? edit : obstacles.front().command;
}

/// "N-0003 has no consent on record. Record one: praxis consent record C-0001 --kind treatment"
std::string with_command(const Obstacle& obstacle) {
    const auto& command = obstacle.command;
    return describe(obstacle) + (command.empty() ? "" : ". " + obstacle.remedy + ": " + command);
}

Error::Problem problem_of(const Obstacle& obstacle) {
    if (const auto& missing = obstacle.problem.missing) {
        return {describe(obstacle), missing->needs};
    }
    return {"", with_command(obstacle)};
}

/// One line for each field to add.
std::vector<std::string> lines_of_fields(const std::vector<Obstacle>& obstacles) {
    std::vector<Problem> problems;
    std::vector<std::string> lines;
    for (const auto& obstacle : obstacles) {
        if (const auto& missing = obstacle.problem.missing) {
            problems.push_back(obstacle.problem);
            lines.push_back(missing->place + ", " + missing->needs);
        }
    }
    if (!lines.empty()) {
        lines.insert(lines.begin(), ask_for_missing(problems));
    }
    return lines;
}

} // namespace

std::string describe(const Obstacle& obstacle) {
    const auto& problem = obstacle.problem;
    if (problem.missing) {
        return problem.missing->place + ": " + problem.missing->label;
    }
    // A rule has a whole sentence; validation speaks of a place in the note.
    const bool has_place = obstacle.kind == Obstacle::Kind::content && !problem.path.empty();
    return capitalise((has_place ? problem.place.text() + ": " : "") + problem.message);
}

Refused make_refusal(const Note& note, const std::vector<Obstacle>& obstacles) {
    const auto hint = best_command(obstacles, "praxis note edit " + note.id.str());
    auto lines = lines_of_fields(obstacles);
    std::vector<Error::Problem> problems;
    for (const auto& obstacle : obstacles) {
        problems.push_back(problem_of(obstacle));
        if (!obstacle.problem.missing) {
            // The hint is shown below the message, and is not repeated in it.
            const bool is_hint = obstacle.command == hint;
            lines.push_back(is_hint ? describe(obstacle) : with_command(obstacle));
        }
    }
    Refused refusal{join(lines, "\n  "), hint};
    refusal.set_problems(std::move(problems));
    return refusal;
}

} // namespace praxis::soap
