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

/// What the letter says of one subject, at length; the document may tell it more briefly.
struct LetterPart {
    std::string name;  // "findings"
    std::string title; // "Findings"
    std::string loinc; // empty: there is no code for it
    std::vector<Block> blocks;
};

struct WrittenLetter {
    Document document; // watermarked DRAFT
    std::vector<LetterPart> parts;
    std::vector<Gap> gaps; // what it needs before it can be ready
};

/// The letter as it would leave on that day, from the record as it is now.
WrittenLetter write_letter(Session& session, const Referral& referral, Date dated);

/// The letter as it left, or else as it would leave today.
WrittenLetter current_letter(Session& session, const Referral& referral);

/// Who receives it, as the disclosure ledger names them.
struct Recipient {
    std::string name;    // "Dr. Ana Kim, Spine Clinic"
    std::string address; // empty: none known
};

Recipient recipient_of(const Provider& provider);

/// Enters the letter in the disclosure ledger and keeps it as it is, without the watermark.
SentLetter freeze_letter(
    Session& session,
    const Referral& referral,
    WrittenLetter letter,
    const std::string& via,
    Date sent_on
);

/// What a complete letter needs of the receiver, the referrer, the client and the referral itself;
/// what the chart lacks is told by its sections.
std::vector<Gap> gaps_of_referral(Session& session, const Referral& referral, Date dated);

/// errors  Refused with every gap and the command that mends it
void check_is_complete(const Referral& referral, const std::vector<Gap>& gaps);

} // namespace praxis::referrals
