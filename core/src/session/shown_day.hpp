// SPDX-License-Identifier: MIT
/// Marks results of --as-of with their day, so that nobody mistakes a printed chart for today's.
#pragma once
#include <praxis/date.hpp>
#include <praxis/document.hpp>
#include <praxis/result.hpp>

namespace praxis {

/// Marks the document at the top and on every page.
void report_shown_day(Document& document, Date day);

/// Marks the document of a View and adds a member "as_of" to its data.
void report_shown_day(Result& result, Date day);

} // namespace praxis
