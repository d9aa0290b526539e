// SPDX-License-Identifier: MIT
/// A course as blocks of a document: its line, its picture, and every source's important change.
#pragma once
#include "course/change.hpp"

#include <praxis/document.hpp>

#include <string>
#include <vector>

namespace praxis::outcomes {

/// "Pain before the session, from 0 (none) to 10 (the worst imaginable)"
std::string course_title(const Course& course);

/// The change in words, what the source says about the last score, and what was not compared.
std::vector<Block> course_sentences(const Course& course);

/// The values with the band of important change, and the sessions on the time axis.
LineChart course_chart(const Course& course);

/// Each important change with its basis and source, and whether this change reaches it; no rows
/// without a change.
Grid important_changes(const Course& course);

/// The same as a sentence, for pages where room is short; empty without a change.
std::string important_changes_text(const Course& course);

/// Each activity of the client's own: first and last value; no rows for another instrument.
Grid own_activities(const Course& course);

/// Short texts of sources: "S-116, R-57".
std::string sources_text(const ImportantChange& change);

} // namespace praxis::outcomes
