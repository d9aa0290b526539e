// SPDX-License-Identifier: MIT
/// Names, dates and lengths of time as a letter writes them.
#pragma once
#include "letter/language.hpp"
#include "provider.hpp"

#include <praxis/clients/directory.hpp>
#include <praxis/date.hpp>

#include <string>
#include <vector>

namespace praxis::referrals {

/// "today", "4 days ago", "9 weeks ago", "9 months ago", "3 years ago".
std::string time_ago(Date day, Date today, const Language& language);

/// The same for a day, a month or a year as recorded: "2026-03-10 (9 months ago)", "March
/// 2026 (about 9 months ago)". Of a month or a year only months and years are counted.
std::string since_text(const std::string& day, Date today, const Language& language);

/// "Dear Dr. Kim": the recorded salutation; otherwise the title and the last name; otherwise the
/// whole name.
std::string salutation_of(const Provider& provider, const Language& language);

/// "to a chiropractor", "to an osteopath"; empty for a profession that is not known.
std::string to_profession(const Provider& provider, const Language& language);

/// Whether all letters of the text are Latin.
bool is_latin(const std::string& text);

/// The name with Latin letters first: "Xiaoming Wang (王小明)". The full name alone when the record
/// has no other.
struct LetterName {
    std::string latin; // of running heads; the full name when there is no Latin one
    std::string whole;
    bool lacks_latin = false;
};

LetterName name_of(const clients::Client& client);

/// The receiver in the window of an envelope: name, organisation and postal address.
std::vector<std::string> receiver_lines(const Provider& provider, const Language& language);

/// A sentence from parts that may be empty: "high tone, left more than right".
std::string join_present(const std::vector<std::string>& parts, const std::string& between);

} // namespace praxis::referrals
