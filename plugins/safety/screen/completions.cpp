// SPDX-License-Identifier: MIT
#include "screen/completions.hpp"

#include "screen/questions.hpp"

namespace praxis::safety {

std::vector<std::string> complete_question(const Completing& half) {
    std::vector<std::string> words;
    for (const auto& id : read_screen_book(half.contributed_files("screen/1")).question_ids()) {
        for (const auto* answer : {"=yes", "=no", "=unknown"}) {
            words.push_back(id + answer);
        }
    }
    return words;
}

} // namespace praxis::safety
