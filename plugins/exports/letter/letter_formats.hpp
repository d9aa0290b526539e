// SPDX-License-Identifier: MIT
/// The formats of a referral's letter that are not made from the document alone.
#pragma once
#include <praxis/referrals/letters.hpp>

namespace praxis::exports {

/// A FHIR R4 document: the Composition, the request and what these refer to.
referrals::LetterFormat fhir_letter();

/// An e-mail message (RFC 5322) to the receiver with the letter as an encrypted PDF. Neither the
/// subject nor the text names the client. praxis sends nothing: a mail program opens the file as a
/// draft.
/// errors  Refused when the receiver has no e-mail address
referrals::LetterFormat email_letter();

} // namespace praxis::exports
