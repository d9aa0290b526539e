// SPDX-License-Identifier: MIT
/// Days in a document, as the practice's country writes them.
#pragma once
#include <praxis/date.hpp>
#include <praxis/document.hpp>

#include <string>

namespace praxis {

class Session;

/// How a country writes a day: "2026-11-20", "20 November 2026", "November 20, 2026".
enum class DateForm { iso, day_month_year, month_day_year };

PRAXIS_API std::string write_date(Date date, DateForm form);

/// A copy with each ISO date in its texts in that form, and "2026-11-20 14:30" likewise. It leaves
/// a date inside a longer word, such as a file's name, and the words of a quotation.
PRAXIS_API Document write_dates(Document document, DateForm form);

/// How the practice's country writes a day in a document. The country is the first part of the
/// jurisdiction: "US" of "US-MI".
PRAXIS_API DateForm date_form(Session& session);

} // namespace praxis
