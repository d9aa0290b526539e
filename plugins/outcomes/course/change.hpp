// SPDX-License-Identifier: MIT
/// What a change between two values means, by each source. praxis names n, and calls few values
/// few.
#pragma once
#include "course/course.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace praxis::outcomes {

/// A course of fewer values is called few.
inline constexpr std::size_t few_values = 4;

enum class Reached { no, in_range, yes, not_studied };

/// How far the change is from one source's important change. A source that studied no such
/// complaint judges nothing.
struct Judged {
    const ImportantChange* change = nullptr;
    double needed = 0; // in the unit of the score; of a range its upper end
    Reached reached = Reached::no;
};

/// From the first value to the last.
struct Change {
    Point first;
    Point last;
    std::size_t count = 0;
    double better_by = 0;       // negative: worse
    std::vector<Judged> judged; // by each enabled source, as in the file
    std::optional<std::size_t> kept_since =
        {};                    // the main change is reached from this value on (0..)
    bool worse = false;        // by the main important change
    bool main_studied = false; // the main change's source studied such complaints
};

/// Nothing with fewer than two values, or for a screen.
/// subject  the complaint that the values are about
std::optional<Change>
change_in(const Instrument& instrument, const std::vector<Point>& points, const Subject& subject);

/// A copy in which the only important change is the user's own, in the unit of the score.
Instrument with_own_change(Instrument instrument, double points);

/// "7 → 3: 4 points less (57 %), n = 6. Important change (2 points, Ostelo 2008) reached at value 3
/// of 6 and kept."
std::string describe(const Instrument& instrument, const Change& change);

/// The change that a judgment found, in words: "reached", "not reached", "in the range",
/// "published for low back pain".
std::string reached_text(const Judged& judged);

/// "before the session", "not at a session"; empty for an instrument without moments.
std::string moment_text(const Course& course);

} // namespace praxis::outcomes
