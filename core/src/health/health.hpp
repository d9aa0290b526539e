// SPDX-License-Identifier: MIT
/// The checks of `praxis audit verify` and `praxis doctor`.
#pragma once
#include "journal/verify.hpp"
#include "session/host_session.hpp"

#include <string>
#include <vector>

namespace praxis::health {

/// Verifies the journal's chain and every row, and runs each plugin's checks of its own records. A
/// plugin that cannot be loaded is a finding, because its records were not checked.
practice::Verified verify_records(HostSession& session);

enum class Severity { ok, warning, wrong };

/// "ok", "warning", "wrong".
std::string name_of(Severity severity);

struct Check {
    std::string name;
    Severity severity = Severity::ok;
    std::string found; // a sentence without a full stop
    std::string fix;   // the command that fixes it; may be empty
};

/// Runs every check of the doctor, in the order of the report. Opens the practice itself: a
/// practice that does not open is a failed check.
std::vector<Check> examine(HostSession& session);

// --- the parts of examine() -------------------------------------------------------------------

/// Checks an open practice: its file, references, indexes, journal and records.
std::vector<Check> examine_records(HostSession& session);

/// Checks the environment of the practice: permissions, encryption, file system, left-over files,
/// backups and plugins. Needs no open practice.
std::vector<Check> examine_around_the_practice(HostSession& session);

} // namespace praxis::health
