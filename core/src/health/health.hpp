// SPDX-License-Identifier: MIT
/// What `praxis audit verify` and `praxis doctor` look at.
#pragma once
#include "journal/verify.hpp"
#include "session/host_session.hpp"

#include <string>
#include <vector>

namespace praxis::health {

/// The chain, every row, and what each plugin knows of its own records. A plugin that cannot be
/// loaded is a finding: its records were not looked at.
practice::Verified verify_records(HostSession& session);

enum class State { ok, warning, wrong };

/// "ok", "warning", "wrong".
std::string name_of(State state);

struct Check {
    std::string name;
    State state = State::ok;
    std::string found; // a sentence without a full stop
    std::string fix;   // the command that mends it; may be empty
};

/// Every check of the doctor, in the order in which a person wants to read them. Opens the practice
/// itself: one that does not open is a check that failed.
std::vector<Check> examine(HostSession& session);

// --- the parts of examine() -------------------------------------------------------------------

/// Of an open practice: its file, its references, indexes, journal, records.
std::vector<Check> examine_records(HostSession& session);

/// Of what lies around it: permissions, encryption, left-over files, backups, plugins, clock, and
/// of the process itself. Needs no open practice.
std::vector<Check> examine_around_the_practice(HostSession& session);

} // namespace praxis::health
