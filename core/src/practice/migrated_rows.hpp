// SPDX-License-Identifier: MIT
/// The rows that migrations added, changed or removed, for the journal: triggers do not see them,
/// because migrations also create, alter and drop tables.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace praxis::practice {

/// The practice as it was before the migrations, as a second database of the connection.
class EarlierCopy {
  public:
    static constexpr const char* name = "earlier";

    /// copy  its path; empty: the plugin has no rows yet
    EarlierCopy(SQLite::Database& db, const std::string& copy);
    EarlierCopy(const EarlierCopy&) = delete;
    EarlierCopy& operator=(const EarlierCopy&) = delete;
    ~EarlierCopy();

    [[nodiscard]] bool is_attached() const { return is_attached_; }

  private:
    SQLite::Database& db_;
    bool is_attached_;
};

/// Adds a step to the journal for each row of the tables with this prefix that differs from the
/// copy. A row that was changed outside praxis before is the same in the copy, so it stays found.
void add_migrated_rows(
    SQLite::Database& db, const std::string& table_prefix, const EarlierCopy& copy
);

} // namespace praxis::practice
