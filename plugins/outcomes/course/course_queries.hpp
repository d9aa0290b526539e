// SPDX-License-Identifier: MIT
#pragma once
#include "course/course.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <map>
#include <string>
#include <vector>

namespace praxis::outcomes {

struct StressAndRelaxation {
    AroundSession stress;
    AroundSession relaxation;
};

/// What the client's signed notes record, by note.
std::map<NoteId, StressAndRelaxation> stress_and_relaxation(SQLite::Database& db, ClientId client);

/// The day on which the plan is to be reviewed, as the newest signed note says that names one.
std::optional<Date> review_day(SQLite::Database& db, ClientId client);

/// The statements behind both, for a test of what they read.
std::vector<std::string> statements_about_notes();

} // namespace praxis::outcomes
