// SPDX-License-Identifier: MIT
/// The letter of a referral, assembled from the chart sections of all plugins.
#pragma once
#include "referral.hpp"

#include <praxis/chart.hpp>
#include <praxis/date.hpp>
#include <praxis/document.hpp>
#include <praxis/session.hpp>

#include <string>
#include <vector>

namespace praxis::referrals {

/// One subject of the letter at full length; the document may show it in fewer lines.
struct LetterPart {
    std::string name;  // "findings"
    std::string title; // "Findings"
    std::string loinc; // empty: no code is known
    std::vector<Block> blocks;
    bool as_table = false; // keeps its form among parts in short form; not stored
};

struct WrittenLetter {
    Document document; // with the watermark DRAFT, unless it was sent
    std::vector<LetterPart> parts;
    std::vector<Gap> gaps;    // what the referral lacks before it can be ready
    std::vector<Gap> remarks; // what to look at before sending; nothing stops the letter
};

/// The letter as it would be sent on that day, from the record as it is now.
WrittenLetter write_letter(Session& session, const Referral& referral, Date dated);

/// The letter as it was sent; before that, as it would be sent today.
WrittenLetter current_letter(Session& session, const Referral& referral);

/// The receiver of a letter, as the list of disclosures names it.
struct Recipient {
    std::string name;    // "Dr. Ana Kim, Spine Clinic"
    std::string address; // empty: not recorded
};

Recipient recipient_of(const Provider& provider);

/// Enters the letter in the list of disclosures and stores it without the watermark.
SentLetter freeze_letter(
    Session& session,
    const Referral& referral,
    WrittenLetter letter,
    const std::string& via,
    Date sent_on
);

/// What the receiver, the referrer, the client and the referral itself lack for a complete letter.
/// The chart's sections report their own gaps.
std::vector<Gap> gaps_of_referral(Session& session, const Referral& referral, Date dated);

/// errors  Refused with every gap and the command that fixes it
void check_is_complete(const Referral& referral, const std::vector<Gap>& gaps);

} // namespace praxis::referrals
