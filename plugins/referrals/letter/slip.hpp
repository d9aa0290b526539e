// SPDX-License-Identifier: MIT
#pragma once
#include "letter/profile.hpp"
#include "referral.hpp"

#include <praxis/document.hpp>
#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::referrals {

/// What the slip needs of the letter.
struct SlipFacts {
    std::string person;                // "Maria Lopez, born 1984-05-02"
    Date dated;                        // of the letter
    std::vector<std::string> way_back; // the practice and its contact details, a line each
};

/// The slip on which the receiver answers: whom it is about, the question again, what happened, the
/// lines that the profile names, and where to send it.
Slip write_slip(const Referral& referral, const Profile& profile, const SlipFacts& facts);

} // namespace praxis::referrals
