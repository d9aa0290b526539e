// SPDX-License-Identifier: MIT
#include "screen/questions.hpp"

#include <praxis/body.hpp>

#include <algorithm>
#include <array>

namespace praxis::safety {

namespace {

constexpr std::array<std::string_view, 5> actions{
    "record", "gp-referral", "urgent", "same-day", "emergency"};

bool overlaps(const std::vector<std::string>& ours, const std::string& region) {
    return std::any_of(ours.begin(), ours.end(), [&region](const std::string& own) {
        return region_holds(own, region) || region_holds(region, own);
    });
}

bool is_asked(const Section& section, const std::vector<std::string>& regions) {
    return section.regions.empty() || regions.empty() ||
           std::any_of(regions.begin(), regions.end(), [&section](const std::string& region) {
               return overlaps(section.regions, region);
           });
}

bool is_question(const Flag& flag) {
    return flag.enabled && !flag.ask.empty();
}

} // namespace

std::string_view action_id(Action action) {
    return actions.at(static_cast<std::size_t>(action));
}

std::optional<Action> action_named(std::string_view id) {
    const auto* const found = std::find(actions.begin(), actions.end(), id);
    return found == actions.end() ? std::nullopt
                                  : std::optional{static_cast<Action>(found - actions.begin())};
}

const Flag* ScreenBook::find_question(std::string_view id) const {
    for (const auto& section : sections) {
        for (const auto& flag : section.flags) {
            if (flag.id == id && is_question(flag)) {
                return &flag;
            }
        }
    }
    return nullptr;
}

std::vector<std::string> ScreenBook::question_ids() const {
    std::vector<std::string> ids;
    for (const auto* question : questions_for(*this, {})) {
        ids.push_back(question->id);
    }
    return ids;
}

std::vector<const Flag*>
questions_for(const ScreenBook& book, const std::vector<std::string>& regions) {
    std::vector<const Flag*> asked;
    for (const auto& section : book.sections) {
        for (const auto& flag : section.flags) {
            if (is_question(flag) && is_asked(section, regions)) {
                asked.push_back(&flag);
            }
        }
    }
    return asked;
}

} // namespace praxis::safety
