// SPDX-License-Identifier: MIT
/// The journal and the access log as one list, for `praxis audit show`.
#pragma once
#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <vector>

namespace praxis::practice {

struct AuditFilter {
    std::optional<std::string> record; // "C-0042": only entries about that record
    std::optional<Instant> since;
    bool changes = true;
    bool views = true;
    std::int64_t limit = 0; // the newest entries; 0: all
};

struct AuditEntry {
    Instant at;
    std::optional<UserId> user;
    std::string login;
    std::string command;
    std::optional<std::int64_t> change_set; // of a change
    std::string what;                       // "soap_note: 1 new", or "C-0042 N-0107"
};

/// The entries, newest first.
/// errors  UsageError: the record is not an id
std::vector<AuditEntry> audit_entries(SQLite::Database& db, const AuditFilter& filter);

} // namespace praxis::practice
