// SPDX-License-Identifier: MIT
/// How a document suits its readers: dates and paper of the practice's country, the day of --as-of,
/// and the first part of a long document on a screen.
#pragma once
#include <praxis/date.hpp>
#include <praxis/document.hpp>
#include <praxis/session.hpp>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace praxis {

/// How a country writes a day: "2026-11-20", "20 November 2026", "November 20, 2026".
enum class DateForm { iso, day_month_year, month_day_year };

PRAXIS_API std::string write_date(Date date, DateForm form);

/// A copy with each ISO date in its texts in that form, and "2026-11-20 14:30" likewise. It leaves
/// a date inside a longer word, such as a file's name, and the words of a quotation.
PRAXIS_API Document write_dates(Document document, DateForm form);

/// How the practice's country writes a day in a document. The country is the first part of the
/// jurisdiction: "US" of "US-MI".
PRAXIS_API DateForm date_form(Session& session);

/// The day of --as-of, which render_document() prints on every page; nothing for the practice of
/// today.
PRAXIS_API std::optional<Date> find_shown_day(Session& session);

/// For the `prepare` of a command that writes: runs `read` in the practice as it was at the end of
/// that day, and returns its result. Afterwards the session shows the practice of today again.
/// errors  UsageError for a day in the future; those of `read`
PRAXIS_API std::string
read_as_of(Session& session, Date day, const std::function<std::string()>& read);

/// For the format `table`: the first blocks of the document, at most so many lines of them on this
/// terminal, and a last line that says how to see the others. Other formats get the whole document.
/// whole  the command that shows it: "praxis client show C-0001 --all"
PRAXIS_API Document
shorten(Session& session, Document document, std::size_t most_lines, const std::string& whole);

} // namespace praxis
