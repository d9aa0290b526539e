// SPDX-License-Identifier: MIT
#include "steps/states.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <stdexcept>

namespace praxis::referrals {
namespace {

bool lists(std::string_view states, const std::string& state) {
    const auto all = split(states, ' ');
    return std::find(all.begin(), all.end(), state) != all.end();
}

} // namespace

const State& state_named(std::string_view name) {
    for (const auto& state : state_table) {
        if (state.name == name) {
            return state;
        }
    }
    throw std::logic_error("a referral has no state " + std::string{name});
}

const Step& step_named(std::string_view verb, Direction direction) {
    const Step* other = nullptr;
    for (const auto& step : step_table) {
        if (step.verb == verb && step.direction == direction) {
            return step;
        }
        other = step.verb == verb ? &step : other;
    }
    if (other == nullptr) {
        throw std::logic_error("a referral has no step " + std::string{verb});
    }
    return *other;
}

bool is_possible(const Step& step, const Standing& standing) {
    if (step.direction != standing.direction || (step.needs_letter && !standing.has_letter) ||
        !lists(step.from, standing.state)) {
        return false;
    }
    return standing.has_unread_report ? step.unread != Unread::forbids
                                      : step.unread != Unread::needs;
}

std::vector<const Step*> possible_steps(const Standing& standing) {
    std::vector<const Step*> steps;
    for (const auto& step : step_table) {
        if (is_possible(step, standing)) {
            steps.push_back(&step);
        }
    }
    return steps;
}

bool is_over(std::string_view state) {
    return state_named(state).over;
}

std::string service_request_status(std::string_view state) {
    return std::string{state_named(state).service_request};
}

std::string task_status(const Standing& standing) {
    const auto& state = state_named(standing.state);
    return std::string{standing.has_unread_report ? state.task_unread : state.task};
}

} // namespace praxis::referrals
