// SPDX-License-Identifier: MIT
/// A course as blocks of a document: its line, its picture, and every source's important change.
#pragma once
#include "course/change.hpp"

#include <praxis/document.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace praxis::outcomes {

/// A chart draws at most so many values of a series, and no marks of more sessions than that: more
/// could not be told apart on a page.
inline constexpr std::size_t most_drawn = 200;

/// "Pain before the session, neck (CO-0002), from 0 (none) to 10 (the worst imaginable)"
std::string course_title(const Course& course);

/// The change in words, what the source says about the last score, and what was not compared.
std::vector<Block> course_sentences(const Course& course);

/// The values with the band of important change, and the sessions on the time axis. Of more than
/// `most_drawn` values: the first, the last, and of each period the lowest and the highest.
LineChart course_chart(const Course& course);

/// Each important change with its basis and source, and whether this change reaches it; no rows
/// without a change.
Grid important_changes(const Course& course);

/// The same as a sentence, for pages where room is short; empty without a change.
std::string important_changes_text(const Course& course);

/// Each activity of the client's own: first and last value; no rows for another instrument.
Grid own_activities(const Course& course);

/// "Not shown, because praxis cannot read the file of the instrument: psfs (2 answers)."
std::string unreadable_text(const std::vector<std::string>& unreadable);

/// Short texts of sources: "S-116, R-57".
std::string sources_text(const ImportantChange& change);

} // namespace praxis::outcomes
