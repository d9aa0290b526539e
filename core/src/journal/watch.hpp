// SPDX-License-Identifier: MIT
/// Makes the journal record every row that a command writes. Temporary triggers collect the steps.
/// Making them for all tables would take a third of a short command, so praxis makes them for a
/// table when the first statement that writes it is prepared (see praxis::prepare()). SQLite names
/// these tables to its authorizer.
/// source  https://sqlite.org/c3ref/set_authorizer.html
#pragma once
#include "base/prepare.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace praxis::practice {

/// Creates the temporary table that collects the steps, unless it exists.
void make_collection(SQLite::Database& db);

/// Creates the triggers of these tables, unless they exist. Tables that the journal does not record
/// get none.
void watch_tables(SQLite::Database& db, const std::set<std::string>& tables);

/// Removes the triggers of all tables: what follows is recorded otherwise.
void unwatch_tables(SQLite::Database& db);

/// Watches one connection during a transaction.
class TableWatch final : public Preparer {
  public:
    explicit TableWatch(SQLite::Database& db);
    ~TableWatch() override;

    /// From here on SQLite refuses statements that write a table which `may_write` refuses.
    void restrict_to(std::function<bool(const std::string& table)> may_write);

    /// Journalled tables that a statement wrote, or may have written, without being watched. A
    /// transaction with such a table must not be stored.
    [[nodiscard]] std::vector<std::string> unwatched_tables();

    SQLite::Statement prepare(const std::string& sql) override;

  private:
    static int
    ask(void* watch, int action, const char* one, const char* two, const char* base, const char*);
    int answer(int action, const std::string& one, const std::string& base);

    SQLite::Database& db_;
    std::function<bool(const std::string& table)> may_write_;
    bool preparing_ = false;
    std::set<std::string> watched_;
    std::set<std::string> wanted_;  // by the statement that is being prepared
    std::set<std::string> escaped_; // by a statement that praxis::prepare() did not make
};

} // namespace praxis::practice
