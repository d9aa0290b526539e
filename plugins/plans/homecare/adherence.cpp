// SPDX-License-Identifier: MIT
#include "homecare/adherence.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis::plans::home {

void Count::add(const std::string& done) {
    yes += done == "yes" ? 1 : 0;
    partly += done == "partly" ? 1 : 0;
    no += done == "no" ? 1 : 0;
}

std::string count_text(const Count& count) {
    if (count.asked() == 0) {
        return "not asked yet";
    }
    std::vector<std::string> parts;
    for (const auto& [number, word] :
         {std::pair{count.yes, " yes"}, {count.partly, " partly"}, {count.no, " no"}}) {
        if (number > 0) {
            parts.push_back(std::to_string(number) + word);
        }
    }
    return std::to_string(count.yes + count.partly) + " of " + std::to_string(count.asked()) +
           (count.asked() == 1 ? " time (" : " times (") + join(parts, ", ") + ")";
}

std::string done_text(const std::string& done) {
    if (done == "yes") {
        return "done";
    }
    return done == "partly" ? "partly done" : "not done";
}

std::vector<Answer> answers_about(const HomeCare& item, const std::vector<Answer>& of_notes) {
    std::vector<Answer> answers;
    for (const auto& report : item.reports) {
        answers.push_back({report.on, report.done});
    }
    const auto own = answers;
    for (const auto& answer : of_notes) {
        const bool after = item.first_day < answer.on; // on its first day it was only given
        const bool before_end = !item.ended_on || answer.on <= *item.ended_on;
        const bool known = std::any_of(own.begin(), own.end(), [&answer](const Answer& other) {
            return other.on == answer.on;
        });
        if (after && before_end && !known) {
            answers.push_back(answer);
        }
    }
    std::stable_sort(answers.begin(), answers.end(), [](const auto& left, const auto& right) {
        return left.on < right.on;
    });
    return answers;
}

Count count_of(const std::vector<Answer>& answers) {
    Count count;
    for (const auto& answer : answers) {
        count.add(answer.done);
    }
    return count;
}

} // namespace praxis::plans::home
