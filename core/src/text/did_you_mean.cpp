// SPDX-License-Identifier: MIT
#include "code_points.hpp"

#include <praxis/text.hpp>

#include <algorithm>
#include <utility>

namespace praxis {

using namespace unicode;

namespace {

/// The number of insertions, deletions, changed letters and swapped neighbours between the two
/// (optimal string alignment distance).
std::size_t typing_distance(const CodePoints& from, const CodePoints& to) {
    const auto columns = to.size() + 1;
    std::vector<std::size_t> two_before(columns);
    std::vector<std::size_t> one_before(columns);
    std::vector<std::size_t> row(columns);
    for (std::size_t j = 0; j < columns; ++j) {
        one_before[j] = j;
    }
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j < columns; ++j) {
            const std::size_t change = from[i - 1] == to[j - 1] ? 0 : 1;
            row[j] = std::min({one_before[j] + 1, row[j - 1] + 1, one_before[j - 1] + change});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                row[j] = std::min(row[j], two_before[j - 2] + 1);
            }
        }
        std::swap(two_before, one_before);
        std::swap(one_before, row);
    }
    return one_before.back();
}

} // namespace

std::optional<std::string>
did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t longest_word = 64; // a longer word is no typing error of a known name
    constexpr std::size_t shortest_beginning = 3;
    const auto folded = fold(word.substr(0, 8 * longest_word));
    const auto typed = code_points(folded);
    if (typed.empty() || typed.size() > longest_word) {
        return std::nullopt;
    }
    const std::string* best = nullptr;
    std::size_t best_distance = 0;
    std::vector<const std::string*> continued;
    for (const auto& candidate : candidates) {
        if (candidate == word) { // it is a known name, so something else is wrong with it
            continue;
        }
        const auto folded_candidate = fold(candidate);
        const auto meant = code_points(folded_candidate);
        const auto longer = std::max(typed.size(), meant.size());
        const auto allowed = longer / 3;
        if (typed.size() >= shortest_beginning && folded_candidate.starts_with(folded)) {
            continued.push_back(&candidate);
        }
        if (longer - std::min(typed.size(), meant.size()) > allowed) {
            continue;
        }
        const auto distance = typing_distance(typed, meant);
        if (distance <= allowed && (best == nullptr || distance < best_distance)) {
            best = &candidate;
            best_distance = distance;
        }
    }
    if (best == nullptr && continued.size() == 1) {
        best = continued.front();
    }
    return best != nullptr ? std::optional{*best} : std::nullopt;
}

} // namespace praxis
