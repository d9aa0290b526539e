// SPDX-License-Identifier: MIT
/// The letter of a referral as a file: the same whichever command writes it.
#pragma once
#include "referral.hpp"

#include <praxis/referrals/letters.hpp>

namespace praxis::referrals {

/// In the format of --as, otherwise of the file's ending; "txt" for stdout.
/// errors  UsageError: no such format; as disclose_file() and render_document()
File write_letter_file(Session& session, const RecordOutput& output, const Referral& referral);

/// Stores the letter that was sent in each format that is kept with it. Reports a format whose
/// plugin cannot be loaded.
void keep_formats(Session& session, const Referral& referral);

} // namespace praxis::referrals
