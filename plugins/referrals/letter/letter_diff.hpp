// SPDX-License-Identifier: MIT
/// What differs between two letters, section by section, for a person to read.
#pragma once
#include <praxis/document.hpp>

#include <string>
#include <vector>

namespace praxis::referrals {

struct LetterChange {
    std::string section; // the heading: "Findings by touch and movement"
    bool is_new = false; // otherwise the line is only in the letter of before
    std::string text;
};

/// The lines of each section that only one of the letters has, in the order of the letters: those
/// of before first. Dates at the top of the letter and the slip do not count, because they always
/// differ.
std::vector<LetterChange> compare_letters(const Document& before, const Document& now);

} // namespace praxis::referrals
