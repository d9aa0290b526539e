// SPDX-License-Identifier: MIT
/// The journal and the access log as one list, for `praxis audit show`.
#pragma once
#include "journal/record_names.hpp"

#include <praxis/date.hpp>
#include <praxis/id.hpp>

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>

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
    std::string what; // "added note N-0107 of C-0042"; of an access "C-0042 N-0107"
};

/// Reads the entries one by one, newest first.
class AuditReader {
  public:
    /// errors  UsageError: the record is not an id
    AuditReader(SQLite::Database& db, const AuditFilter& filter);

    /// Nothing after the last one.
    std::optional<AuditEntry> next();

  private:
    /// The changes or the accesses. `ahead` is the entry that next() has not returned yet.
    struct Source {
        std::optional<SQLite::Statement> query;
        std::optional<AuditEntry> ahead;

        void read();
    };

    RecordNames names_;
    Source changes_;
    Source views_;
    std::int64_t left_; // negative: no limit
};

} // namespace praxis::practice
