// SPDX-License-Identifier: MIT
/// How often home care was done: what signed notes tell of all of it, and what was recorded of
/// single items.
#pragma once
#include "homecare/home_care.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace praxis::plans::home {

/// An answer at one visit.
struct Answer {
    Date on;
    std::string done; // yes, partly, no
};

struct Count {
    int yes = 0;
    int partly = 0;
    int no = 0;

    [[nodiscard]] int asked() const { return yes + partly + no; }

    void add(const std::string& done);
};

/// "3 of 4 times (2 yes, 1 partly, 1 no)", without zeros; "not asked yet".
std::string count_text(const Count& count);

/// "yes" -> "done", "partly" -> "partly done", "no" -> "not done".
std::string done_text(const std::string& done);

/// The field "home care done" of the client's signed notes since that day, oldest first; notes that
/// are void do not count.
std::vector<Answer> answers_of_notes(SQLite::Database& db, ClientId client, Date since);

/// The answers about one item: its own reports, and on other days what a note tells of all home
/// care while it was current.
std::vector<Answer> answers_about(const HomeCare& item, const std::vector<Answer>& of_notes);

Count count_of(const std::vector<Answer>& answers);

/// Of the note: what it tells about home care; empty when it tells nothing.
std::string answer_of_note(SQLite::Database& db, NoteId note);

} // namespace praxis::plans::home
