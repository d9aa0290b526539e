// SPDX-License-Identifier: MIT
/// What was looked up with --as-of says so itself: a printed chart is not taken for today's.
#pragma once
#include <praxis/date.hpp>
#include <praxis/document.hpp>
#include <praxis/result.hpp>

namespace praxis {

/// At the top of the document, and on every page.
void report_shown_day(Document& document, Date day);

/// In a View: its document, and a member "as_of" for machines.
void report_shown_day(Result& result, Date day);

} // namespace praxis
