// SPDX-License-Identifier: MIT
/// The letter of a referral as a file: the same whichever command writes it.
#pragma once
#include "referral.hpp"

#include <praxis/referrals/letters.hpp>

#include <string>
#include <vector>

namespace praxis::referrals {

/// The names of all formats of a letter, for the shell's completion.
std::vector<std::string> complete_letter_format(const Completing& half);

/// The format of --as, otherwise of the file's ending; "txt" for stdout.
/// errors  as choose_document_format()
std::string choose_letter_format(Session& session, const RecordOutput& output);

/// errors  as disclose_file() and render_document()
File write_letter_file(
    Session& session,
    const RecordOutput& output,
    const std::string& format,
    const Referral& referral
);

/// Stores the letter that was sent in each format that is kept with it. Reports a format whose
/// plugin cannot be loaded.
void keep_formats(Session& session, const Referral& referral);

} // namespace praxis::referrals
