// SPDX-License-Identifier: MIT
/// Days in a document, as the practice's country writes them.
#pragma once
#include <praxis/date.hpp>
#include <praxis/document.hpp>

#include <functional>
#include <string>

namespace praxis {

class Session;

PRAXIS_API std::string write_date(Date date, DateForm form);

/// With a short month, for tables and charts: "20 Nov 2026", "Nov 20, 2026".
PRAXIS_API std::string write_short_date(Date date, DateForm form);

/// A copy with each ISO date in its texts in that form, and "2026-11-20 14:30" likewise. It leaves
/// a date inside a longer word, such as a file's name, and the words of a quotation or a question.
PRAXIS_API Document write_dates(Document document, DateForm form);

/// The same, in words of the caller: for a letter in another language.
PRAXIS_API Document write_dates(Document document, const std::function<std::string(Date)>& write);

/// How the practice's country writes a day in a document. The country is the first part of the
/// jurisdiction: "US" of "US-MI".
PRAXIS_API DateForm date_form(Session& session);

} // namespace praxis
